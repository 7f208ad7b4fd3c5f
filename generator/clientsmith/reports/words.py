"""How changes are said in a line, whatever the format."""

from __future__ import annotations

from clientsmith.compare import Change, Side, Verdict, inside, thing_of

from .others import with_others
from .shortening import short, short_both


def headline(*alike: Change) -> str:
    """Say what has happened to what, and to how many others of its kind."""
    return f"{with_others(alike)}: {happened(alike[0])}"


def counted(edits: int, places: int) -> str:
    """Say how many changes there are, and in how many places if those are more."""
    return f"{edits:,} in {places:,} places" if places > edits else f"{edits:,}"


SUDDEN = "it was never deprecated"
UNSEEN = "no type checker sees it"


def reason(change: Change) -> str:
    """Say what a change means for code, and whether somebody could know of it."""
    return f"{change.why}; {SUDDEN}" if change.sudden else change.why


def means(change: Change) -> str:
    """Say the same, and who does not see it."""
    return f"{reason(change)} ({UNSEEN})" if change.unseen else reason(change)


def happened(change: Change) -> str:
    """Say the same without its place."""
    match change.action:
        case "added" | "removed":
            side = change.before or change.after
            text = short(side.text) if side else ""
            return f"{change.subject} {change.action}{f' ({text})' if text else ''}"
        case "renamed":
            return f"{change.subject} renamed to {_later(change)}"
        case "changed":
            return _aspect(change)


def _later(change: Change) -> str:
    """Say what something is called now: a part of what has its name, by itself."""
    if change.before is None or change.after is None:
        return ""
    ends = change.before.place, change.after.place
    is_inside = len({*map(thing_of, ends)}) == 1 and inside(change.after)
    return is_inside or change.after.place


def _aspect(change: Change) -> str:
    """Say what of it has changed, and how, where that fits into a line."""
    before, after = short_both(_text(change.before), _text(change.after))
    match change.aspect:
        case "required":
            return f"{after} now, and no longer {before}"
        case "deprecated":
            return "deprecated" if change.after and change.after.text else "approved"
        case "contents":
            is_code = change.verdict is not Verdict.DOCS
            return "generated otherwise" if is_code else "documented otherwise"
        case aspect:
            return f"{ASPECTS.get(aspect, aspect)} {before} → {after}"


ASPECTS = {
    "default": "the default",
    "position": "given",
    "wire": "sent as",
}


def _text(side: Side | None) -> str:
    return side.text if side and side.text else "nothing"
