"""From what is compared to what callers see of it: the stages that decide, and no more.

No page is planned and no file rendered: only names, types and docs are compared.
"""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from clientsmith.config import Target
from clientsmith.deep import deeply
from clientsmith.diagnostics import Diagnostic, Outcome, Position
from clientsmith.inputs import allowed, library_of, read_sources, with_files
from clientsmith.load import (
    Document,
    Folder,
    Library,
    Remote,
    Shaping,
    Source,
    Sources,
    load,
)
from clientsmith.load.references.uris import origin
from clientsmith.load.remote import cache_folder
from clientsmith.lock import Lock, read_lock
from clientsmith.lower import Settings, lower
from clientsmith.pipeline import Compiled
from clientsmith.plan import decide
from clientsmith.pointer import Pointer
from clientsmith.resolve import resolve
from clientsmith.surface import Surface, surface_of
from clientsmith.targets import options_of

from .asked import Asked, Pair
from .checkout import Kept


class Edition(Struct):
    """One of two packages, and where its parts are described."""

    asked: Asked
    done: Compiled
    places: Document | Sources
    surface: Surface | None = None

    @property
    def problems(self) -> list[Diagnostic]:
        """What is wrong with it, where it could not be compiled."""
        return self.done.diagnostics if self.surface is None else []

    def locate(self, pointer: Pointer) -> Position | None:
        """Find where something is described, or would be."""
        at = self.done.moves.origin(pointer)
        return self.places.locate(at)


def compile_pair(pair: Pair) -> tuple[Edition, Edition]:
    """Compile both packages, or one of them where they are made from the same."""
    texts = [_read(asked) for asked in (pair.old, pair.new)]
    old = _compiled(pair.old, texts[0])
    if _is_same(texts[0], texts[1]) and old.surface and not _refers(old):
        return old, Edition(pair.new, old.done, old.places, old.surface)
    return old, _compiled(pair.new, texts[1])


class _Read(Struct, frozen=True):
    """The texts that a package is made from, and its settings."""

    target: Target
    sources: Outcome[tuple[Source, ...]]
    lock: Outcome[Lock]
    shaping: Shaping


def _read(asked: Asked) -> _Read:
    target = asked.target
    if asked.checkout:
        names = (target.input, *target.parts, *target.overlays)
        for path in (target.lock, *(target.folder / name for name in names)):
            asked.checkout.bring(path)
    target = with_files(target)
    return _Read(target, read_sources(target), read_lock(target.lock), _shaping(target))


def _shaping(target: Target) -> Shaping:
    """Say what is made of a description before it is read."""
    path = target.configuration
    shapes = target.patches or target.include or target.exclude
    text = Source(path.name, path.read_bytes()) if path and shapes else None
    return Shaping(target.patches, target.include, target.exclude, target.prune, text)


def _is_same(one: _Read, other: _Read) -> bool:
    """Tell whether two packages are made from the same, as far as that was read."""
    texts = [[each.text for each in read.sources.value or ()] for read in (one, other)]
    return (
        texts[0] == texts[1]
        and one.lock == other.lock
        and _settings(one) == _settings(other)
    )


def _settings(read: _Read) -> tuple[object, ...]:
    target, lock = read.target, read.lock.value or Lock()
    return (
        options_of(target, lock),
        _named(target),
        (target.patches, target.include, target.exclude, target.prune),
        (len(target.parts), target.policy),
    )


def _named(target: Target) -> Settings:
    return Settings(
        names=target.names,
        schemes=target.pagination,
        address=target.address,
        signing=target.webhooks,
    )


def _refers(edition: Edition) -> bool:
    """Tell whether a description refers to other files, which may differ."""
    return bool(edition.done.document and edition.done.document.others)


def _compiled(asked: Asked, read: _Read) -> Edition:
    done = Compiled(policy=read.target.policy)
    edition = Edition(asked, done, Sources(read.sources.value or ()))
    texts, lock = done.keep(read.sources), done.keep(read.lock)
    if texts is None or lock is None:
        return edition
    count = 1 + len(read.target.parts)
    library = _library(asked, read.target, lock)
    done.document = done.keep(
        load(texts[0], texts[count:], library, read.shaping, texts[1:count])
    )
    if done.document:
        edition.places = done.document
        done.description = done.keep(deeply(partial(resolve, done.document)))
    if done.description:
        done.moves = done.description.moves
        settings = _named(read.target)
        done.lowered = done.keep(deeply(partial(lower, done.description, settings)))
    if done.lowered:
        options = options_of(read.target, lock)
        api = done.lowered.api
        edition.surface = deeply(lambda: surface_of(decide(api, options)))
    return edition


def _library(asked: Asked, target: Target, lock: Lock) -> Library | None:
    """Give the files that a description may refer to, as they were then."""
    origins = frozenset(map(origin, allowed(target)))
    pins = dict(lock.references)
    remote = Remote(origins, pins, cache_folder, frozen=True, offline=target.offline)
    library = library_of(target, remote)
    if asked.checkout and isinstance(library, Folder):
        return Kept(library, asked.checkout)
    return library
