"""Files of other origins that a description refers to: allowed, fetched once, pinned.

The description decides what is asked for, and its user decides whom.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error

from .references.uris import origin, scheme
from .source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Remote(Struct, frozen=True):
    """The origins that may be asked, and the digest of each file that they gave.

    `known` are the digests that are pinned already, and `pins` grows by what is fetched
    for the first time; where it is `frozen`, nothing is, and `offline`, nothing else
    is, either. What was fetched is kept in the folder that `cache` names, under its
    digest.
    """

    allowed: frozenset[str]
    known: Mapping[str, str]
    cache: Callable[[], Path]
    frozen: bool = False
    offline: bool = False
    pins: dict[str, str] = field(default_factory=dict[str, str])

    def open(self, uri: str, reference: str) -> Outcome[Source]:
        """Read a file from the cache, or from the network if it has to be."""
        url = uri.partition("#")[0]
        if scheme(url) not in {"http", "https"}:
            return Outcome(None, (_unknown(reference),))
        if origin(url) not in self.allowed:
            return Outcome(None, (_refused(url, reference),))
        pin = self.known.get(url) or self.pins.get(url)
        if pin is None and self.frozen:
            return Outcome(None, (_unpinned(reference),))
        kept = _kept(self.cache(), pin) if pin else None
        if kept is not None:
            return Outcome(Source(url, kept))
        if self.offline:
            return Outcome(None, (_offline(reference),))
        return self._fetch(url, reference, pin)

    def _fetch(self, url: str, reference: str, pin: str | None) -> Outcome[Source]:
        # Most descriptions ask for nothing, and the library for it is not small.
        from .fetch import Fetched, fetch

        fetched = fetch(url, self.allowed)
        if not isinstance(fetched, Fetched):
            return Outcome(None, (_unreachable(reference, fetched.reason),))
        content = fetched.content or b""
        found = digest(content)
        if pin is not None and found != pin:
            return Outcome(None, (_changed(url, reference),))
        if pin is None:
            self.pins[url] = found
        _keep(self.cache(), found, content)
        return Outcome(Source(url, content))


def cache_folder() -> Path:
    """Return the folder of the user's own cache, as the platform has it."""
    from platformdirs import user_cache_path

    return user_cache_path("clientsmith", appauthor=False) / "references"


def digest(text: bytes) -> str:
    """Return what a file is pinned by."""
    return f"sha256:{sha256(text).hexdigest()}"


def _kept(cache: Path, pin: str) -> bytes | None:
    try:
        text = (cache / pin.replace(":", "-")).read_bytes()
    except OSError:
        return None
    return text if digest(text) == pin else None


def _keep(cache: Path, pin: str, text: bytes) -> None:
    """Keep a file for the next run, which can do without where that fails."""
    path = cache / pin.replace(":", "-")
    try:
        cache.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    except OSError:
        return


def _unknown(reference: str) -> Diagnostic:
    return error(
        "reference-missing",
        f"`$ref: {reference}` names nothing in the description",
        hint="give the schema that is meant this `$id`",
    )


def _refused(url: str, reference: str) -> Diagnostic:
    return error(
        "reference-remote",
        f"`$ref: {reference}` leads to the network, which is not asked",
        hint="keep a copy of the file, or put into clientsmith.toml: "
        f'[references] allow = ["{origin(url)}"]',
    )


def _unpinned(reference: str) -> Diagnostic:
    return error(
        "reference-unpinned",
        f"clientsmith.lock has no digest of `{reference}`",
        hint="run `clientsmith generate`, which fetches and pins it",
        exit=Exit.NETWORK,
    )


def _offline(reference: str) -> Diagnostic:
    return error(
        "network-frozen",
        f"`$ref: {reference}` is not in the cache, and `--frozen` keeps it from being "
        "fetched",
        hint="leave `--frozen` out once, or keep the cache folder between runs",
        exit=Exit.NETWORK,
    )


def _unreachable(reference: str, reason: str) -> Diagnostic:
    return error(
        "reference-unreachable",
        f"`$ref: {reference}` cannot be fetched: {reason}",
        hint="try again, or keep a copy of the file beside the description",
        exit=Exit.NETWORK,
    )


def _changed(url: str, reference: str) -> Diagnostic:
    return error(
        "reference-changed",
        f"`$ref: {reference}` is not what clientsmith.lock pins",
        hint=f"to accept it, remove the line of {url} from clientsmith.lock and "
        "generate again",
        exit=Exit.NETWORK,
    )
