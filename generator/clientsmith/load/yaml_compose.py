"""Composes the events of a YAML text into its nodes, within bounds.

https://yaml.org/spec/1.2.2/#31-processes
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from .nesting import DEEPEST
from .yaml_events import kind_of_event
from .yaml_nodes import Node, Scalar
from .yaml_open import OpenMapping, OpenNode, OpenSequence
from .yaml_scalars import resolve_scalar
from .yaml_tags import (
    is_known_on_collection,
    is_known_on_scalar,
    makes_string,
    show_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .findings import Findings
    from .yaml_events import Event

HARMLESS: Final = 100_000
GROWTH: Final = 20
"""How many values a text may stand for once its aliases are expanded: a hundred
thousand whatever it says, and more where more is written."""


class UnboundedError(Exception):
    """Later stages could not walk these nodes; the findings say why."""


class Composer:
    """Takes events in order and holds what they made so far."""

    def __init__(self, findings: Findings) -> None:
        self.root: Node | None = None
        self._findings = findings
        self._open: list[OpenNode] = []
        self._anchors: dict[str, Node | None] = {}
        self._documents = 0
        self._written = 0

    def compose(self, events: Iterable[Event]) -> Node | None:
        """Compose all events; nothing comes of a text without a document.

        Raises:
            UnboundedError: A bound is exceeded or an alias has no value.
        """
        for event in events:
            match kind_of_event(event):
                case "ScalarEvent":
                    self._add(self._scalar(event), event.anchor)
                case "MappingStartEvent":
                    self._enter(OpenMapping(event.start_mark.index, event.anchor))
                    self._check_tag(event)
                case "SequenceStartEvent":
                    self._enter(OpenSequence(event.start_mark.index, event.anchor))
                    self._check_tag(event)
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._leave()
                case "AliasEvent":
                    self._add(self._alias(event), None)
                case "DocumentStartEvent":
                    self._begin(event)
                case _:
                    pass
        return self.root

    def _begin(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._refusal("yaml-several-documents", event.start_mark.index)

    def _enter(self, node: OpenNode) -> None:
        self._open.append(node)
        if node.anchor:
            self._anchors[node.anchor] = None
        if len(self._open) > DEEPEST:
            raise self._refusal("document-too-deep", node.offset, limit=DEEPEST)

    def _leave(self) -> None:
        closing = self._open.pop()
        node = closing.close(self._findings)
        limit = max(HARMLESS, GROWTH * self._written)
        if node.size > limit:
            raise self._refusal("yaml-alias-expansion", node.offset, limit=f"{limit:,}")
        self._add(node, closing.anchor)

    def _add(self, node: Node, anchor: str | None) -> None:
        self._written += 1
        if anchor:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1].add(node)
        else:
            self.root = node

    def _alias(self, event: Event) -> Node:
        offset, anchor = event.start_mark.index, event.anchor or ""
        if anchor not in self._anchors:
            raise self._refusal("yaml-alias-undefined", offset, anchor=anchor)
        node = self._anchors[anchor]
        if node is None:
            raise self._refusal("yaml-alias-recursive", offset, anchor=anchor)
        if len(self._open) + node.height > DEEPEST:
            raise self._refusal("document-too-deep", offset, limit=DEEPEST)
        return node

    def _scalar(self, event: Event) -> Scalar:
        text, offset = event.value, event.start_mark.index
        if event.tag is None:
            plain = event.implicit[0]
            value = self._resolve(text, offset) if plain else text
            return Scalar(value, offset, text, merges=plain and text == "<<")
        if not is_known_on_scalar(event.tag):
            self._findings.add("yaml-tag", offset, tag=show_tag(event.tag))
        if makes_string(event.tag):
            return Scalar(text, offset, text)
        return Scalar(self._resolve(text, offset), offset, text)

    def _resolve(self, text: str, offset: int) -> str | float | bool | None:
        try:
            value = resolve_scalar(text)
        except ValueError:
            self._findings.add("number-too-long", offset, digits=len(text))
            return text
        if type(value) is float and not math.isfinite(value):
            self._findings.add("number-not-finite", offset, number=text)
        return value

    def _check_tag(self, event: Event) -> None:
        if event.tag is not None and not is_known_on_collection(event.tag):
            tag = show_tag(event.tag)
            self._findings.add("yaml-tag", event.start_mark.index, tag=tag)

    def _refusal(self, code: str, offset: int, **words: object) -> UnboundedError:
        self._findings.add(code, offset, **words)
        return UnboundedError(code)
