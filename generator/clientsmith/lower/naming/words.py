"""What single words of operations mean, and which of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from clientsmith.ir import Name

from .verbs import ACTS, VERBS

_OF_SEVERAL = frozenset({"login", "logout", "share", "start", "sync", "transfer"})
"""Verbs that several things can be called after: `login_links`."""
_NOUN = re.compile(r".+(ance|ence|ment|ness|sion|tion)", re.IGNORECASE)
SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "the",
        "this",
        "to",
        "with",
    },
)
ARTICLES = frozenset({"a", "an", "the"})
EMPTY_ENDS = frozenset({"endpoint", "handler", "method", "operation"})
"""Words at the end of an `operationId` that say that it is one."""
_PHRASAL = frozenset({"check", "clock", "log", "opt", "plug", "power", "sign", "turn"})
"""Verbs that mean something else without their `in` or `on`."""
_ONE = frozenset({"analytics", "preferences", "settings", "statistics", "stats"})
"""Plural words of things that there is one of."""
_SHORT = {
    "admin": "administrator",
    "app": "application",
    "auth": "authentication",
    "config": "configuration",
    "db": "database",
    "doc": "document",
    "env": "environment",
    "msg": "message",
    "org": "organization",
    "param": "parameter",
    "perm": "permission",
    "pref": "preference",
    "repo": "repository",
    "spec": "specification",
    "sub": "subscription",
    "var": "variable",
}
"""What people write for longer words, in the singular."""


def is_plural(name: Name) -> bool:
    """Tell whether a name is one of several things."""
    return bool(name) and name.singular != name and name.lower.words[-1] not in _ONE


@cache
def meaning(word: str) -> str:
    """Return what a word says, in one spelling: `Repos` says `repository`."""
    one = Name((word.lower(),)).singular.words[0]
    return _SHORT.get(one, one)


def meanings(name: Name) -> tuple[str, ...]:
    """Return what the words of a name say."""
    return tuple(map(meaning, name.words))


def joined(parts: Sequence[Name]) -> Name:
    """Put the words of several names into one."""
    return Name(tuple(word for part in parts for word in part.words))


def trimmed(name: Name) -> Name:
    """Leave out the small words at the end that removed ones leave behind."""
    words = list(name.words)
    while words and words[-1].lower() in SMALL and not is_phrasal(words):
        words.pop()
    return Name(tuple(words))


def starts_with_verb(name: Name, verbs: frozenset[str] = VERBS) -> bool:
    """Tell whether a name says what is done."""
    return bool(name) and name.words[0].lower() in verbs


def is_act(name: Name) -> bool:
    """Tell whether a name at the end of a path says what is done."""
    if not starts_with_verb(name, ACTS):
        return False
    return not (is_plural(name) and name.words[0].lower() in _OF_SEVERAL)


def may_be_act(name: Name) -> bool:
    """Tell whether a word that is no known verb may be one: `feed`, not `payment`."""
    return not is_plural(name) and _NOUN.fullmatch(name.words[-1]) is None


def is_phrasal(words: Sequence[str]) -> bool:
    """Tell whether words end as `power on` and `log in` do."""
    verb, particle = ["", *map(str.lower, words)][-2:]
    return verb in _PHRASAL and particle in {"in", "on"}


def shared_start(names: Iterable[Name]) -> Name:
    """Return the words that all of some names begin with."""
    columns = zip(*[each.lower.words for each in names], strict=False)
    same = takewhile(lambda column: len({*column}) == 1, columns)
    return Name(tuple(column[0] for column in same))


def tells(word: str, resource: Sequence[Name]) -> bool:
    """Tell whether a word says more than a resource does."""
    said = meanings(joined(resource))
    return meaning(word) not in {*said, "".join(said)}


def without_ends(thing: Name, resource: Sequence[Name]) -> Name:
    """Leave out single words of a resource where they say nothing more.

    That is at the start, `domain_auth_code`, after a small word at the end,
    `member_from_project`, and where nothing is left.
    """
    words = list(thing.words)
    while words and not tells(words[0], resource):
        words.pop(0)
    while words:
        end = len(words)
        while end and not tells(words[end - 1], resource):
            end -= 1
        if end in {0, len(words)} or words[end - 1].lower() not in SMALL:
            break
        words = list(trimmed(Name(tuple(words[:end]))).words)
    return trimmed(Name(tuple(words)))
