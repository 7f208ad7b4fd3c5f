"""One change as the page says it: what it was and is, why, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clientsmith.compare import Change, Side, inside
from clientsmith.diagnostics import Position

from .findings import Found, Reported, Together
from .html_parts import ChangePart, Other, Others, Place
from .links import Links, Where
from .marking import Piece, Pieces, marked, merged
from .others import others_of, others_said
from .words import ASPECTS, SUDDEN, UNSEEN

_NOTHING: Pieces = (Piece("span", "nothing"),)


class Changes(Struct, frozen=True):
    """Writes changes of one target."""

    reported: Reported
    prefix: str
    links: Links

    def part(self, alike: Together) -> ChangePart:
        """Say all that there is to say of a change, wherever it is found."""
        found, change = alike.first, alike.first.change
        side = change.before or change.after
        part = inside(side) if side else ""
        is_prose = change.aspect == "docs"
        return ChangePart(
            anchor=f"{self.prefix}-{change.fingerprint}",
            fingerprint=change.fingerprint,
            verdict=change.verdict.value,
            approved=("approved",) if found.approved else (),
            subject=change.subject,
            search=" ".join(_names(alike.changes)).lower(),
            part=(part,) if part else (),
            words=_words(change),
            values=() if is_prose else tuple(_values(change)),
            prose=tuple(_prose(change)) if is_prose else (),
            why="" if is_prose else change.why,
            notes=tuple(_notes(change)),
            places=tuple(self._places(found)),
            others=tuple(self._others(alike)),
        )

    def _others(self, alike: Together) -> Iterator[Others]:
        """List where else the same has changed, if anywhere."""
        first = _line(alike.first)
        listed = (
            Other(
                f"{self.prefix}-{each.change.fingerprint}",
                each.change.place,
                tuple({*_line(each)} - {*first}),
            )
            for each in alike.found[1:]
        )
        if others_of(alike.changes):
            yield Others(f"and {others_said(alike.changes)}", tuple(listed))

    def _places(self, found: Found) -> Iterator[Place]:
        """Name the lines where it was and is, once where both are the same."""
        change, (old, new) = found.change, self.reported.where
        was = self._place("was", found.before if change.before else None, old)
        now = self._place("is", found.after if change.after else None, new)
        if was and (now is None or was.links or was.text != now.text):
            yield was
        if now:
            yield now

    def _place(self, label: str, at: Position | None, where: Where) -> Place | None:
        if at is None:
            return None
        text = f"{at.file}:{at.line}"
        link = self.links.of(at, where)
        if link is None:
            return Place(label, text, (), (text,))
        return Place(label, text, (link,), ())


def _line(found: Found) -> tuple[str, ...]:
    """Name the line that says it, if any does."""
    at = found.after or found.before
    return (f"{at.file}:{at.line}",) if at else ()


def _notes(change: Change) -> Iterator[str]:
    yield from [SUDDEN] * change.sudden
    yield from [UNSEEN] * change.unseen


def _names(alike: Iterable[Change]) -> Iterator[str]:
    """Say by what a change is looked for."""
    ends = (end for each in alike for end in (each.before, each.after))
    yield from dict.fromkeys(side.place for side in ends if side)


def _words(change: Change) -> str:
    """Say what has happened, before both values are shown."""
    match change.action, change.aspect:
        case (("added" | "removed" | "renamed"), _):
            return change.action
        case _, "docs":
            return "described otherwise"
        case _, "required":
            is_needed = change.after is not None and change.after.text == "required"
            return "required now" if is_needed else "optional now"
        case _, "deprecated":
            is_old = change.after is not None and bool(change.after.text)
            return "deprecated now" if is_old else "no longer deprecated"
        case _, aspect:
            return ASPECTS.get(aspect, aspect)


def _values(change: Change) -> Iterator[Pieces]:
    """Show what it was and is, unless words have said it."""
    if change.aspect in {"required", "deprecated"}:
        return
    before, after = change.before, change.after
    if before is None or after is None:
        text = _text(before) or _text(after)
        if text:
            yield (Piece("span", text),)
        return
    old, new = marked(before.text, after.text)
    yield old or _NOTHING
    yield new or _NOTHING


def _prose(change: Change) -> Iterator[Pieces]:
    yield merged(_text(change.before), _text(change.after))


def _text(side: Side | None) -> str:
    return side.text if side else ""
