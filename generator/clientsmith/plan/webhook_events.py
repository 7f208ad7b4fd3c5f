"""Which type a webhook has by what its header and its payload say, as a table.

The table names classes without importing them: a webhook needs its own alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientsmith.ir import (
    RAW,
    Api,
    ByTag,
    Event,
    Type,
    Union,
    Variant,
    bare,
)

from .annotations import Annotation, Refer, received, union
from .casing import named
from .client import api_title
from .code import Code, code, docstring, join, literal
from .imports import Import, render_imports
from .layout import Layout
from .module import Names
from .package import AliasDefinition, DefinitionsModule, Page

EVENT = "WebhookEvent"
MODULE = ".webhook_event"
_EVENTS = "._runtime.webhook_events"
_UNKNOWN = Annotation(
    Code("Unknown"), frozenset({Import("._runtime.models", "Unknown")})
)


def payload(type_: Type, refer: Refer) -> Annotation:
    """Annotate a payload; what is no JSON stays bytes."""
    return Annotation(Code("bytes")) if type_ == RAW else received(bare(type_), refer)


def plan_event(api: Api, layout: Layout) -> Page:
    """Plan the module of the union of all webhooks.

    It imports all of their classes, and is imported by who wants it.
    """
    names = Names(api, layout.models, MODULE, reserved=frozenset({EVENT}))
    value = names.take(_any_event(api, names.refer))
    alias = AliasDefinition(
        name=named(EVENT),
        value=value,
        docstrings=(docstring(f"Any webhook of the {api_title(api)}."),),
    )
    content = DefinitionsModule(
        docstring=docstring("Every webhook that the API sends."),
        imports=render_imports({*names.imports, *_ALIAS}, MODULE.lstrip(".")),
        definitions=(alias,),
    )
    return Page("webhook_event.py", content)


_ALIAS = {Import("__future__", "annotations"), Import("typing", "TypeAlias")}


def _any_event(api: Api, refer: Refer) -> Annotation:
    """Annotate any webhook; where something says which one it is, also others."""
    events = api.events
    if events.header is None and events.property is None:
        return payload(events.events[0].type, refer)
    tagged = all(event.tags and event.type != RAW for event in events.events)
    if events.header is None and tagged and not events.by_name:
        variants = [Variant(bare(one.type), one.tags) for one in events.events]
        return received(Union(tuple(variants), ByTag(events.property or "")), refer)
    return union([*(payload(one.type, refer) for one in events.events), _UNKNOWN])


class Table:
    """The table of events while it is spelled, and what it needs imported."""

    def __init__(self, api: Api, refer: Refer) -> None:
        self._events = api.events
        self._refer = refer
        self.imports = set[Import]()

    def spell(self) -> Code:
        """Spell what tells events apart, and what each of them is."""
        events = self._events
        by_name = Code(", by_name=True") if events.by_name else Code("")
        if events.header is not None:
            return self._by_header(events.header, by_name)
        if events.property is not None:
            return self._by_tag(events.events, by_name)
        return code("{}({})", self._use("ByShape"), self._kind(events.events[0].type))

    def _by_header(self, header: str, by_name: Code) -> Code:
        groups: dict[str, list[Event]] = {}
        for event in self._events.events:
            groups.setdefault(event.name, []).append(event)
        rows = {name: self._group(group) for name, group in sorted(groups.items())}
        return _table(self._use("ByHeader"), header, rows, by_name)

    def _group(self, group: list[Event]) -> Code:
        """Spell what has the same header."""
        if group[0].tags:
            return self._by_tag(group, Code(""))
        return self._kind(group[0].type)

    def _by_tag(self, events: Iterable[Event], by_name: Code) -> Code:
        key = self._events.property or ""
        rows = {tag: self._kind(one.type) for one in events for tag in one.tags}
        return _table(self._use("ByTag"), key, dict(sorted(rows.items())), by_name)

    def _kind(self, type_: Type) -> Code:
        annotation = payload(type_, self._refer)
        self.imports |= annotation.imports
        return code("lambda: {}", annotation.text)

    def _use(self, name: str) -> Code:
        self.imports.add(Import(_EVENTS, name))
        return named(name)


def _table(kind: Code, told: str, rows: Mapping[str, Code], by_name: Code) -> Code:
    entries = [code("{}: {}", literal(name), row) for name, row in rows.items()]
    listed = code("{{{}}}", join(", ", entries))
    return code("{}({}, {}{})", kind, literal(told), listed, by_name)
