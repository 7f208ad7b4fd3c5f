"""What the output of a target is made from, for its manifest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from msgspec.json import encode
from msgspec.structs import replace

from . import __version__
from .config import Target
from .format import formatter_version
from .ir.page_schemes import PageScheme
from .load import Source
from .models import generator_version
from .shipped import templates_folder
from .write import Input, Provenance, Role

_PLACES = {
    "baseline",
    "fail_on",
    "allow",
    "configuration",
    "folder",
    "input",
    "name",
    "names_at",
    "offline",
    "out",
    "overlays",
    "package_folders",
    "parts",
    "places",
    "pulled",
    "repository",
    "siblings",
}
_NO_SETTINGS = frozenset({*_PLACES, "formatter", "package", "policy"})
"""Where things are, what the provenance has anyway, and what decides nothing in it."""


def provenance(
    target: Target,
    sources: Iterable[Source],
    others: Iterable[Source],
) -> Provenance:
    """Say what a target is made from; `others` are what its description refers to."""
    own = [Role.DOCUMENT] * (1 + len(target.parts))
    roles = [*own, *[Role.OVERLAY] * len(target.overlays)]
    inputs = [
        Input(role, source.name, sha256(source.text).hexdigest())
        for role, source in [
            *zip(roles, sources, strict=True),
            *((Role.DOCUMENT, other) for other in others),
        ]
    ]
    inputs += _settings(target)
    return Provenance(
        generator=__version__,
        templates=templates_digest(),
        formatter=target.formatter,
        formatter_version=formatter_version(target.formatter),
        inputs=tuple(inputs),
    )


def _settings(target: Target) -> Iterator[Input]:
    """Yield what is set otherwise than it usually is, and decides what is generated."""
    usual = Target(name="", input="", out=Path(), package="")
    for key in Target.__struct_fields__:
        value = getattr(target, key)
        if key not in _NO_SETTINGS and value != getattr(usual, key):
            by_others = key == "models" and value != "pydantic"
            made_by = generator_version() if by_others else ""
            if key == "pagination":
                value = _without_places(target.pagination)
            text = encode((value, made_by), order="deterministic")
            yield Input(Role.CONFIGURATION, key, sha256(text).hexdigest())


def _without_places(schemes: Iterable[PageScheme]) -> list[PageScheme]:
    """Forget where schemes stand in the configuration: it says nothing of pages."""
    return [replace(one, shared=False, places={}) for one in schemes]


def made_by() -> str:
    """Return one digest of all that generates, whatever it is generated from."""
    return sha256(f"{__version__} {templates_digest()}".encode()).hexdigest()[:16]


@cache
def templates_digest() -> str:
    """Return one hash over all templates and the runtime."""
    folder = templates_folder()
    total = sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".jinja", ".py"}:
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()
