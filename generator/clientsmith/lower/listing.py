"""An operation that answers with a list, and all that could say how to go on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import Array, Operation, Type

from .answer_fields import Declarations, Field, answer_of
from .listed import listed, page_of
from .page_parameters import Taken, kinds_of, taken
from .pagination_rules import CONTAINERS, LEADING

READING = frozenset({"GET", "POST", "QUERY"})
"""Methods that may ask for a list."""


class Listing(Struct, frozen=True):
    """An operation that answers with a list, and all that could say how to go on."""

    operation: Operation
    declarations: Declarations
    called: Mapping[str, list[Field]]
    """What it answers by name, in the places where values about pages are."""
    items: Field
    item: Type
    parameters: tuple[Taken, ...]
    headers: tuple[str, ...]
    """Of the answer, as the document names them."""

    def parameter(self, names: Iterable[str]) -> Taken | None:
        """Return the first parameter that has one of some names."""
        known = {one.words: one for one in reversed(self.parameters)}
        return next((known[name] for name in names if name in known), None)

    def field(self, names: Iterable[str], *kinds: str) -> Field | None:
        """Return the first value about pages that has one of some names and kinds."""
        for name in names:
            for one in self.called.get(name, ()):
                if self.fits(one, kinds):
                    return one
        return None

    def fits(self, field: Field, kinds: Collection[str]) -> bool:
        """Tell whether a value may be of one of some kinds; of any if none is said."""
        return not kinds or bool(self.kinds(field) & {*kinds})

    def kinds(self, field: Field) -> frozenset[str]:
        """List the kinds of scalars that a value may be."""
        return kinds_of(field.type, self.declarations)


def listing(
    operation: Operation, declarations: Declarations, headers: Iterable[str]
) -> Listing | None:
    """Return an operation with its list, if it answers with one."""
    whole = answer_of(operation, declarations)
    if whole is None or operation.method.upper() not in READING:
        return None
    answer = page_of(whole)
    items = listed(operation, answer)
    if items is None or not isinstance(items.type, Array):
        return None
    parameters = taken(operation, declarations)
    if any(
        one.sent.location == "body" and (one.sent.name,) == items.keys
        for one in parameters
    ):
        return None  # It answers with what it was given.
    return Listing(
        operation,
        declarations,
        _by_name(answer.fields(lambda one: one.path in LEADING)),
        items,
        items.type.items,
        parameters,
        tuple(headers),
    )


def _by_name(answer: Iterable[Field]) -> dict[str, list[Field]]:
    """List values by their names, alone and inside of what is about pages."""
    found: defaultdict[str, list[Field]] = defaultdict(list)
    for one in answer:
        path = one.path
        found[path].append(one)
        container, dot, _ = path.rpartition(".")
        while dot:
            if container in CONTAINERS:
                found[path[len(container) + 1 :]].append(one)
            container, dot, _ = container.rpartition(".")
    return found
