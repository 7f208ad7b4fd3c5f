"""By what the lock knows variants: by labels, and by digests where labels do not do.

A variant keeps the key under which it was published, whoever comes beside it. The
lock has its digest, so that it is found among others of its label, and its label, so
that it is found when it says something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from clientsmith.ir import Api, digest
from clientsmith.pointer import Pointer, parse_reference

VARIANTS = "#/variants/"
"""Before the key of a variant: the digests of what it asserts and requires."""
_HALF = 8
_SUFFIX = re.compile(r"-([0-9a-f]{8})\Z")


class _Variant(NamedTuple):
    """A variant, and the keys that it may have."""

    at: Pointer
    asserts: str
    """The digest of what it asserts, and that of what it requires."""
    plain: str
    """The key with its label alone."""
    full: str
    """The key with its digest, which no other has that asserts something else."""


class VariantKeys(Struct):
    """The keys of variants: those of a union are found at once, when one is asked for.

    What is around a union has to be asked for before it.
    """

    api: Api
    published: Mapping[str, str]
    _sorted: list[str] = field(default_factory=list[str])
    _unions: dict[Pointer, list[Pointer]] = field(
        default_factory=dict[Pointer, list[Pointer]]
    )
    _found: dict[Pointer, str] = field(default_factory=dict[Pointer, str])

    def __post_init__(self) -> None:
        """Put variants together that stand beside each other."""
        self._sorted = sorted(self.published)
        unions: defaultdict[Pointer, list[Pointer]] = defaultdict(list)
        for at in self.api.digests:
            unions[at.parent].append(at)
        self._unions = dict(unions)

    def step(self, at: Pointer, union: Pointer) -> str:
        """Return what a variant is called in its union, a pointer without positions."""
        if at not in self._found:
            variants = [self._variant(one, union) for one in self._unions[at.parent]]
            self._found |= _settle(variants, dict(self._known(str(union))))
        return parse_reference(self._found[at]).last

    def digests(self, names: Iterable[str]) -> dict[str, str]:
        """List the digests of variants that some names are of, by their keys.

        What the key of a variant says already is left out.
        """
        keys = sorted(names)
        return {
            VARIANTS + key: self.api.digests[at]
            for at, key in self._found.items()
            if self.api.digests[at] != _said(key) and next(_below(keys, key), None)
        }

    def _variant(self, at: Pointer, union: Pointer) -> _Variant:
        label, asserts = self.api.labels[at], self.api.digests[at]
        plain, full = str(union / label), str(union / f"{label}-{asserts[:_HALF]}")
        return _Variant(at, asserts, plain, full)

    def _known(self, union: str) -> Iterator[tuple[str, str]]:
        """Yield the keys of the variants that were published, with their digests."""
        start = len(union) + 1
        for one in _below(self._sorted, union):
            key = f"{union}/{one[start:].partition('/')[0]}"
            yield key, self.published.get(VARIANTS + key, _said(key))


def _said(key: str) -> str:
    """Return the digest that a key has, or that of a reference called so."""
    found = _SUFFIX.search(key)
    return (found[1] if found else digest(parse_reference(key).last)) * 2


def _below(keys: list[str], key: str) -> Iterator[str]:
    """Yield those of sorted keys that are of a key, or of something in it."""
    index = bisect_left(keys, key)
    if index < len(keys) and keys[index] == key:
        yield key
    for index in range(bisect_left(keys, f"{key}/"), len(keys)):
        if not keys[index].startswith(f"{key}/"):
            return
        yield keys[index]


def _settle(variants: list[_Variant], known: Mapping[str, str]) -> dict[Pointer, str]:
    """Give variants the keys they were published under, and new ones new keys."""
    found = _same(variants, known)
    for by in (_BY_ASSERTIONS, _BY_CORE, _BY_LABEL):
        left = [one for one in variants if one.at not in found]
        taken = {*found.values()}
        free = {key: each for key, each in known.items() if key not in taken}
        found |= _met(left, free, by)
    left = [one for one in variants if one.at not in found]
    counts = Counter(one.plain for one in left)
    for one in left:
        alone = counts[one.plain] == 1 and one.plain not in known
        found[one.at] = one.plain if alone else one.full
    return found


class _By(NamedTuple):
    """What a variant and a key have in common."""

    of_variant: Callable[[_Variant], Hashable]
    of_key: Callable[[str, str], Sequence[Hashable]]
    """Of a key and its digests."""


def _labels(key: str) -> list[str]:
    """List the keys by label alone of what may have a key: a label may end so, too."""
    return list(dict.fromkeys((key, _SUFFIX.sub("", key))))


def _assertions(_: str, asserts: str) -> list[str]:
    return [asserts[:_HALF]]


def _cores(key: str, asserts: str) -> list[tuple[str, str]]:
    return [(label, asserts[_HALF:]) for label in _labels(key)]


def _called(key: str, _: str) -> list[str]:
    return _labels(key)


def _own_assertions(one: _Variant) -> str:
    return one.asserts[:_HALF]


def _own_core(one: _Variant) -> tuple[str, str]:
    return one.plain, one.asserts[_HALF:]


def _own_label(one: _Variant) -> str:
    return one.plain


_BY_ASSERTIONS = _By(_own_assertions, _assertions)
_BY_CORE = _By(_own_core, _cores)
"""It says what it did, but for something optional."""
_BY_LABEL = _By(_own_label, _called)


def _same(variants: list[_Variant], known: Mapping[str, str]) -> dict[Pointer, str]:
    """Find the keys of variants that are called as they were and assert the same."""
    keys: defaultdict[Hashable, list[str]] = defaultdict(list)
    for key, asserts in known.items():
        for label in _labels(key):
            keys[label, asserts[:_HALF]].append(key)
    found: dict[Pointer, str] = {}
    taken: set[str] = set()
    for one in variants:
        same = keys.get((one.plain, one.asserts[:_HALF]), ())
        free = next((each for each in same if each not in taken), None)
        if free is not None:
            found[one.at] = free
            taken.add(free)
    return found


def _met(
    variants: list[_Variant], known: Mapping[str, str], by: _By
) -> dict[Pointer, str]:
    """Find variants and keys that have something in common, and with nobody else."""
    keys: defaultdict[Hashable, list[str]] = defaultdict(list)
    for key, asserts in known.items():
        for common in by.of_key(key, asserts):
            keys[common].append(key)
    alike = Counter(map(by.of_variant, variants))
    pairs = {
        one.at: keys[common][0]
        for one in variants
        if alike[common := by.of_variant(one)] == 1 == len(keys.get(common, ()))
    }
    claims = Counter(pairs.values())
    return {at: key for at, key in pairs.items() if claims[key] == 1}
