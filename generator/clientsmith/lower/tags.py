"""Tags that hold others, and which of an operation's tags says where it belongs.

https://spec.openapis.org/oas/v3.2.0.html#tag-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from openapi_pydantic.v3.v3_1 import Tag

from clientsmith.diagnostics import warning

from .context import Context
from .markdown import as_markdown

_MARKS = frozenset({"audience", "badge"})
"""Kinds of tags that say something else of an operation than where it belongs."""
_DEEPEST = 20
"""Tags in each other; people have three."""


class Tags(Struct, frozen=True):
    """The tags that a description declares."""

    parents: Mapping[str, str]
    marks: frozenset[str]
    """Tags that do not group."""

    def of(self, tags: Sequence[str]) -> str | None:
        """Return the tag that groups an operation: the first that is no mark."""
        grouping = [tag for tag in tags if tag not in self.marks]
        return next(iter([*grouping, *tags]), None)

    def above(self, tag: str) -> tuple[str, ...]:
        """List the tags that hold a tag, the outermost first."""
        found: list[str] = []
        while tag in self.parents:
            tag = self.parents[tag]
            found.insert(0, tag)
        return tuple(found)


def about(tag: Tag) -> str:
    """Return what a description says of a tag."""
    summary = (tag.model_extra or {}).get("summary")
    return as_markdown(
        tag.description or (summary if isinstance(summary, str) else ""),
    )


def read_tags(context: Context) -> Tags:
    """Read which tags hold which; what cannot hold is reported."""
    tags = context.description.openapi.tags or ()
    declared = {tag.name for tag in tags}
    parents: dict[str, str] = {}
    for index, tag in enumerate(tags):
        parent = (tag.model_extra or {}).get("parent")
        if not isinstance(parent, str):
            continue
        if parent not in declared:
            _report(context, tag.name, parent, index, "is no tag of the description")
        elif tag.name in _line(parent, parents):
            _report(context, tag.name, parent, index, "holds itself that way")
        else:
            parents[tag.name] = parent
    for index, tag in enumerate(tags):
        if len(_line(tag.name, parents)) > _DEEPEST:
            parent = parents.pop(tag.name)
            _report(context, tag.name, parent, index, "is too deep inside others")
    marks = {tag.name for tag in tags if _kind(tag) in _MARKS}
    return Tags(parents, frozenset(marks))


def _line(tag: str, parents: Mapping[str, str]) -> set[str]:
    found = {tag}
    while tag in parents and len(found) <= _DEEPEST:
        tag = parents[tag]
        found.add(tag)
    return found


def _kind(tag: Tag) -> object:
    return (tag.model_extra or {}).get("kind")


def _report(
    context: Context,
    tag: str,
    parent: str,
    index: int,
    why: str,
) -> None:
    at = context.description.root / "tags" / index / "parent"
    if at in context.mentioned:
        return
    context.mentioned.add(at)
    context.problems.append(
        warning(
            "tag-parent",
            f"`{tag}` cannot be below `{parent}`, which {why}",
            at,
            hint="operations of the tag stay at the top",
        ),
    )
