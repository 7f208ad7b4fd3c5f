"""What a run made, led back to the document as it was written.

Only a document that was converted has values elsewhere than where they were written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from .plan import Package
from .pointer import Pointer, parse_reference
from .report import Entry, OperationEntry, Report
from .resolve import Description

E = TypeVar("E", Entry, OperationEntry)


def edit_named(edit: Pointer) -> str:
    """Name an action of an overlay, or a patch of the configuration."""
    number = int(edit.last) + 1
    if edit.parent.last == "patches":
        return f"patch {number} of the configuration"
    return f"action {number} of the overlay"


def trace_report(report: Report, description: Description) -> Report:
    """Name the places of a report as they were written."""
    if not description.moves:
        return report
    return Report(
        operations=_entries(report.operations, description),
        parameters=_entries(report.parameters, description),
        media_types=_entries(report.media_types, description),
        schemas=_entries(report.schemas, description),
        stepped_over=_entries(report.stepped_over, description),
    )


def trace_package(package: Package, description: Description) -> Package:
    """Name the places that the pages of a package come from as they were written."""
    if not description.moves:
        return package
    pages = tuple(
        replace(page, sources=tuple(_written(one, description) for one in page.sources))
        for page in package.pages
    )
    return replace(package, pages=pages)


def _entries(entries: Iterable[E], description: Description) -> tuple[E, ...]:
    return tuple(
        replace(one, pointer=_written(one.pointer, description)) for one in entries
    )


def _written(pointer: str, description: Description) -> str:
    return str(description.moves.origin(parse_reference(pointer)))
