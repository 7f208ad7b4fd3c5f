"""Which ways of paging that a configuration says are never used, and why.

Each is tried on every operation, also where an earlier one has it already: what is
never used is a mistake that nobody would see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct

from clientsmith.diagnostics import Diagnostic, Exit, error, hint, warning
from clientsmith.ir import Operation, Pagination
from clientsmith.ir.page_schemes import PageScheme, SchemeError

from .answer_fields import Declarations
from .page_fitting import fitted
from .page_parameters import taken

_NEARER = ("", "items", "next", "parameter")
"""What a scheme is about that does not fit, in the order in which it is looked at."""


class Fit(Struct, frozen=True):
    """A way of paging that fits an operation; one of them says that there is none."""

    scheme: PageScheme
    pagination: Pagination | None


class Tried(Struct, frozen=True):
    """An operation, and all that fits it, the first counting most."""

    operation: Operation
    fits: tuple[Fit, ...]
    beside: str = ""
    """What the document itself says of the operation, which counts more."""

    def uses(self, scheme: PageScheme) -> bool:
        """Tell whether a way is the one that the operation is read by."""
        return not self.beside and bool(self.fits) and self.fits[0].scheme == scheme

    @property
    def hides(self) -> tuple[PageScheme, ...]:
        """The ways that fit, and that another one is in the way of."""
        return tuple(fit.scheme for fit in self.fits[0 if self.beside else 1 :])

    @property
    def read_by(self) -> str:
        """What is said of the operation and counts most."""
        return self.beside or self.fits[0].scheme.name


def fits(
    operation: Operation,
    names: frozenset[str],
    schemes: Iterable[PageScheme],
    declarations: Declarations,
) -> tuple[tuple[Fit, ...], list[Diagnostic]]:
    """Return what fits an operation, and what does not though it names it."""
    found: list[Fit] = []
    problems: list[Diagnostic] = []
    for scheme in schemes:
        is_named = not names.isdisjoint(scheme.operations)
        if is_named or not scheme.operations:
            try:
                found.append(Fit(scheme, fitted(scheme, operation, declarations)))
            except SchemeError as problem:
                problems += [_unfit(operation, scheme, problem)] if is_named else []
    return tuple(found), problems


def unused(
    schemes: Iterable[PageScheme], tried: Sequence[Tried], declarations: Declarations
) -> list[Diagnostic]:
    """Report the ways of paging that no operation is read by."""
    found: list[Diagnostic] = []
    for scheme in schemes:
        if any(one.uses(scheme) for one in tried):
            continue
        by = dict.fromkeys(one.read_by for one in tried if scheme in one.hides)
        if by:
            found.append(_hidden(scheme, by))
        elif not scheme.operations:
            operations = [one.operation for one in tried]
            found.append(_fits_nothing(scheme, operations, declarations))
    return found


def _hidden(scheme: PageScheme, by: Iterable[str]) -> Diagnostic:
    names = " and ".join(f"`{name}`" for name in by)
    return warning(
        "pagination-unused",
        f"`{scheme.name}` in `pagination` is hidden by {names}, "
        "which every operation that it fits is read by",
        scheme.at,
        hint="remove it, or list the `operations` that it is for",
        exit=Exit.USAGE,
    )


def _fits_nothing(
    scheme: PageScheme, operations: Sequence[Operation], declarations: Declarations
) -> Diagnostic:
    """Say that a way fits no operation; of several descriptions, another one may."""
    say = hint if scheme.shared else warning
    return say(
        "pagination-unused",
        f"`{scheme.name}` in `pagination` fits no operation",
        scheme.at,
        hint=_advice(scheme, operations, declarations),
        exit=Exit.USAGE,
    )


def _advice(
    scheme: PageScheme, operations: Sequence[Operation], declarations: Declarations
) -> str:
    """Say what is in the way, of the operation that the scheme is likely for."""
    name = scheme.parameter
    names = {
        one.sent.name: operation
        for operation in operations
        for one in taken(operation, declarations)
    }
    if name is not None and name not in names:
        near = get_close_matches(name, names, n=1)
        suggestion = f"; did you mean `{near[0]}`?" if near else ""
        return f"no operation has a parameter `{name}`{suggestion}"
    reasons = _reasons(scheme, operations, declarations)
    if not reasons:
        return "remove it"
    operation, problem = max(reasons, key=lambda one: _NEARER.index(one[1].key))
    return f"{operation.method} {operation.path} is nearest, but {problem}"


def _reasons(
    scheme: PageScheme, operations: Sequence[Operation], declarations: Declarations
) -> list[tuple[Operation, SchemeError]]:
    """Say of each operation why a scheme does not fit it."""
    found: list[tuple[Operation, SchemeError]] = []
    for operation in operations:
        names = {one.sent.name for one in taken(operation, declarations)}
        if scheme.parameter is None or scheme.parameter in names:
            try:
                fitted(scheme, operation, declarations)
            except SchemeError as problem:
                found.append((operation, problem))
    return found


def _unfit(
    operation: Operation, scheme: PageScheme, problem: SchemeError
) -> Diagnostic:
    return error(
        "pagination-unfit",
        f"`{scheme.name}` in `pagination` does not fit: {problem}",
        operation.at,
        hint="mend it, or take the operation from its list",
        exit=Exit.USAGE,
    )
