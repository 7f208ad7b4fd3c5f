"""From what is compared to what callers see of it: the stages that decide, and no more.

No page is planned and no file rendered: only names, types and docs are compared.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.compare import Side
from clientsmith.config import Target
from clientsmith.deep import deeply
from clientsmith.diagnostics import Diagnostic, Outcome, Position, error
from clientsmith.inputs import library_of, read_sources, with_files
from clientsmith.load import (
    Document,
    Folder,
    Library,
    Shaping,
    Source,
    Sources,
    load,
)
from clientsmith.lock import Lock, read_lock
from clientsmith.lower import lower
from clientsmith.pipeline import Compiled
from clientsmith.plan import Contents, contents, decide
from clientsmith.pointer import Pointer
from clientsmith.resolve import resolve
from clientsmith.stage_options import (
    options_of,
    remote_of,
    settings_of,
    shaping_of,
)
from clientsmith.surface import Surface
from clientsmith.surface.made import only_models, surface_of

from .asked import Asked, Pair
from .checkout import Kept

if TYPE_CHECKING:
    from .comparing import AnyEdition


class Edition(Struct):
    """One of two packages, and where its parts are described."""

    asked: Asked
    done: Compiled
    places: Document | Sources
    surface: Surface | None = None
    tell: Callable[[], Contents] | None = None
    """It returns what tells the package from all others, where it is decided."""

    @property
    def problems(self) -> list[Diagnostic]:
        """What is wrong with it, where it could not be compiled."""
        return self.done.diagnostics if self.surface is None else []

    def locate(self, side: Side) -> Position | None:
        """Find where something is described, or would be."""
        return self.asked.place_of(side) if side.at is None else self.at(side.at)

    def at(self, pointer: Pointer) -> Position | None:
        """Find a place of the description."""
        at = self.places.locate(self.done.moves.origin(pointer))
        return at and self._named(at)

    def locate_gone(self, side: Side, older: AnyEdition) -> Position | None:
        """Find what has taken something out of an older package, or where it was."""
        remover = self._remover(side, older)
        at = self.places.locate(remover) if remover else None
        return self._named(at) if at else self.locate(side)

    def _remover(self, side: Side, older: AnyEdition) -> Pointer | None:
        if side.at is None or not isinstance(older, Edition):
            return None
        before, after = older.done.document, self.done.document
        if before is None or after is None:
            return None
        return after.remover(older.done.moves.origin(side.at), before)

    def _named(self, at: Position) -> Position:
        return replace(at, file=self.asked.shown(at.file))


def compile_pair(pair: Pair) -> tuple[Edition, Edition]:
    """Compile both packages, unless they are made from the same.

    Then nothing differs, and neither of them has a surface with something in it.
    """
    reads = read_files(pair.old), read_files(pair.new)
    old, new = (load_edition(read) for read in reads)
    if old.done.document and new.done.document and _is_same(*reads, old, new):
        old.surface = new.surface = Surface(package=pair.new.target.package)
        return old, new
    for edition, read in zip((old, new), reads, strict=True):
        decide_edition(edition, read)
    return old, new


def compile_one(asked: Asked) -> Edition:
    """Compile one package, to be compared with what was kept of another."""
    read = read_files(asked)
    edition = load_edition(read)
    decide_edition(edition, read)
    return edition


class Read(Struct, frozen=True):
    """The texts that a package is made from, and its settings."""

    asked: Asked
    target: Target
    sources: Outcome[tuple[Source, ...]]
    lock: Outcome[Lock]
    shaping: Shaping


def read_files(asked: Asked) -> Read:
    """Read what a package is made from, and how."""
    target = asked.target
    asked.bring()
    target = with_files(target)
    sources, lock = read_sources(target), read_lock(target.lock)
    return Read(asked, target, sources, lock, shaping_of(target))


def _is_same(one: Read, other: Read, old: Edition, new: Edition) -> bool:
    """Tell whether two packages are made from the same texts, by the same settings."""
    texts, later = ([*map(_text, _texts(*each))] for each in ((one, old), (other, new)))
    is_same = one.lock == other.lock and _settings(one) == _settings(other)
    return texts == later and is_same


def _texts(read: Read, edition: Edition) -> tuple[Source, ...]:
    """List the texts of a package, those that its description refers to included."""
    document = edition.done.document
    return (*(read.sources.value or ()), *(document.others if document else ()))


def _text(source: Source) -> bytes:
    return source.text


def _settings(read: Read) -> tuple[object, ...]:
    target, lock = read.target, read.lock.value or Lock()
    return (
        options_of(target, lock),
        replace(settings_of(target), names_at=Pointer(), target=""),
        (target.patches, target.include, target.exclude, target.prune),
        (len(target.parts), target.policy, target.models),
    )


def load_edition(read: Read) -> Edition:
    """Load a description, and what it refers to."""
    done = Compiled(policy=read.target.policy)
    edition = Edition(read.asked, done, Sources(read.sources.value or ()))
    texts, lock = done.keep(read.sources), done.keep(read.lock)
    if texts and lock:
        count = 1 + len(read.target.parts)
        library = _library(read.asked, read.target, lock)
        done.document = done.keep(
            load(texts[0], texts[count:], library, read.shaping, texts[1:count])
        )
    if done.document:
        edition.places = done.document
    return edition


def decide_edition(edition: Edition, read: Read) -> None:
    """Run the stages up to the names, and say what callers see."""
    try:
        _decided(edition, read)
    except RecursionError:
        message = "schemas lead to each other more deeply than can be followed"
        edition.done.diagnostics.append(error("description-deep", message))


def _decided(edition: Edition, read: Read) -> None:
    done, lock = edition.done, read.lock.value
    if done.document:
        # Whoever compares hears of errors, and of nothing that is less.
        resolved = partial(resolve, done.document, advises=False)
        done.description = done.keep(deeply(resolved))
    if done.description:
        done.moves = done.description.moves
        settings = settings_of(read.target)
        done.lowered = done.keep(deeply(partial(lower, done.description, settings)))
    if done.lowered and lock:
        api, options = done.lowered.api, options_of(read.target, lock)
        decided = deeply(lambda: decide(api, options))
        whole, models = deeply(lambda: surface_of(decided)), bool(read.target.models)
        edition.surface = only_models(whole) if models else whole
        edition.tell = lambda: deeply(lambda: contents(decided, only_models=models))


def _library(asked: Asked, target: Target, lock: Lock) -> Library | None:
    """Give the files that a description may refer to, as they were then."""
    remote = remote_of(target, lock.references, frozen=True)
    library = library_of(target, remote)
    if asked.checkout and isinstance(library, Folder):
        return Kept(library, asked.checkout)
    return library
