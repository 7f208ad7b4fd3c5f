"""What a docstring says of a value: the document's words, its bounds, its default."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from clientsmith.ir import Bounds, Value
from clientsmith.ir.wording import in_words

from .sentences import ended
from .wrapping import is_prose

_NO_LIMIT = 2.0**63
_LIMITS = re.compile(
    r"\b(at least|at most|limit|max|maximum|min|minimum|up to)\b", re.IGNORECASE
)

_UNBOUND = Bounds()


def documented(docs: str, bounds: Bounds, default: Value | None) -> str:
    """Add what a schema asserts, and what the server assumes, to its description.

    What the description says already is not said again.
    """
    text = docs.strip()
    if default is None and bounds == _UNBOUND:
        return text
    facts = [fact for fact in _limits(bounds) if not _told(text, fact)]
    facts += _facts(bounds)
    if (
        default is not None
        and default.value is not None
        and "default" not in text.lower()
    ):
        facts.append(f"Default: {_shown(default.value)}")
    said = " ".join(f"{fact}." for fact in facts)
    if not text or not said:
        return text or said
    if not is_prose(text.rpartition("\n")[2]):
        return f"{text}\n\n{said}"
    separator = "\n\n" if "\n\n" in text else " "
    return f"{ended(text)}{separator}{said}"


def _limits(bounds: Bounds) -> Iterator[str]:
    yield _range(bounds)
    yield from _size(bounds)


def _facts(bounds: Bounds) -> Iterator[str]:
    if bounds.multiple_of is not None:
        yield f"A multiple of {_limit(bounds.multiple_of)}"
    if bounds.unique_items:
        yield "Each item once"
    if bounds.patterns:
        listed = " and ".join(f"`{pattern}`" for pattern in bounds.patterns)
        yield f"Pattern{'s' if bounds.patterns[1:] else ''}: {listed}"
    yield from in_words(bounds.others)


def _shown(value: object) -> str:
    """Write a default as the document does: in JSON."""
    return f"`{json.dumps(value, ensure_ascii=False, sort_keys=True)}`"


def _told(text: str, fact: str) -> bool:
    numbers = re.findall(r"-?[0-9][0-9.]*", fact)
    known = re.findall(r"-?[0-9][0-9.]*[0-9]|[0-9]", text.replace(",", ""))
    if not fact:
        return True
    # One number may be that of something else.
    limits = len(numbers) > 1 or (numbers and _LIMITS.search(text))
    return bool(limits) and all(one in known for one in numbers)


def _range(bounds: Bounds) -> str:
    low, high = _limit(bounds.minimum), _limit(bounds.maximum)
    above, below = _limit(bounds.exclusive_minimum), _limit(bounds.exclusive_maximum)
    if low and high and not above and not below:
        return f"From {low} to {high}"
    limits = {"at least": low, "more than": above, "at most": high, "less than": below}
    said = [f"{words} {limit}" for words, limit in limits.items() if limit]
    return " and ".join(said).capitalize()


def _size(bounds: Bounds) -> Iterator[str]:
    for low, high, one, many in (
        (bounds.min_length, bounds.max_length, "character", "characters"),
        (bounds.min_items, bounds.max_items, "item", "items"),
        (bounds.min_properties, bounds.max_properties, "property", "properties"),
    ):
        if low and high is not None:
            size = f"From {low} to {high}" if low != high else f"Exactly {low}"
            yield f"{size} {many if high > 1 else one}"
        elif low:
            yield f"At least {low} {many if low > 1 else one}"
        elif high is not None:
            yield f"At most {high} {one if high == 1 else many}"


def _limit(value: float | None) -> str:
    """Write a limit, unless it is that of every integer of 64 bits."""
    if value is None or abs(value) >= _NO_LIMIT:
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)
