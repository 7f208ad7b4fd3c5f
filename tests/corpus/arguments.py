"""Arguments for the method of an operation, made from the schemas of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clientsmith.ir import (
    Api,
    Content,
    MediaType,
    ObjectSchema,
    Operation,
    Parameter,
    Reference,
)
from clientsmith.pipeline import Compiled
from clientsmith.plan.bodies import sent_bodies
from clientsmith.plan.files import is_file
from clientsmith.pointer import Pointer
from clientsmith.report import OperationEntry
from roundtrip.files import Files, followed, value_at
from roundtrip.plain_values import EndlessError, Plain
from roundtrip.validity import Judge, Verdict

_CHOICES = 4
"""How many variants of unions are tried until a value is valid."""
_CONTENT = b"clientsmith\x00\xff"
"""What is sent where anything may be."""


@dataclass(frozen=True, slots=True)
class Made:
    """The arguments of one call, and the schemas that they may not be valid by."""

    arguments: dict[str, Any]
    doubtful: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes arguments for the operations of one description."""

    files: Files
    judge: Judge
    api: Api
    operations: Mapping[tuple[str, str], Operation]

    @classmethod
    def of(cls, compiled: Compiled) -> Maker:
        """Make arguments for what was compiled."""
        assert compiled.description is not None
        assert compiled.lowered is not None
        files = compiled.description.values
        operations = {
            (each.path, each.method.upper()): each
            for each in compiled.lowered.api.operations
        }
        return cls(files, Judge(files), compiled.lowered.api, operations)

    def make(self, entry: OperationEntry, *, everything: bool) -> Made:
        """Make the arguments that a method needs, or all that it takes."""
        operation = self.operations[entry.path, entry.method]
        given: dict[tuple[str, str], Any] = {}
        doubtful: list[Pointer] = []
        for one in operation.parameters:
            if one.required or everything:
                given[one.location, one.name] = self._parameter(one, doubtful)
        body = operation.request_body
        needed = any(each.place == "body" and each.required for each in entry.arguments)
        if (
            body is not None
            and body.content
            and (needed or body.required or everything)
        ):
            given |= self._body(entry, operation, doubtful, everything=everything)
        names = {(one.place, one.wire_name): one.name for one in entry.arguments}
        others = {key: item for key, item in given.items() if key not in names}
        arguments = {names[key]: item for key, item in given.items() if key in names}
        if others:  # the schema requires what it does not declare
            extra = {name: item for (_, name), item in others.items()}
            arguments["request_options"] = {"extra_body": extra}
        return Made(arguments, tuple(doubtful))

    def _body(
        self,
        entry: OperationEntry,
        operation: Operation,
        doubtful: list[Pointer],
        *,
        everything: bool,
    ) -> dict[tuple[str, str], Any]:
        assert operation.request_body is not None
        usual = sent_bodies(self.api, operation)[0]
        content = usual.content
        if usual.kind == "bytes":
            return {("body", "body"): _CONTENT}
        taken = {each.wire_name for each in entry.arguments if each.place == "body"}
        schema = followed(self.files, content.at) / "schema"
        value = self._value(schema, doubtful, everything=everything)
        if usual.kind == "form" and isinstance(value, dict):
            full = self._value(schema, [], everything=True)
            value = {key: item or full[key] for key, item in value.items()}
        if isinstance(value, dict) and (taken != {"body"} or "body" in value):
            files = self._files(content)
            return {
                ("body", key): item.encode() if key in files else item
                for key, item in value.items()
            }
        return {("body", "body"): value}

    def _files(self, content: Content) -> frozenset[str]:
        """Name the properties that are files: text is none."""
        found = content.type if isinstance(content, MediaType) else None
        declared = (
            self.api.declarations.get(found.to)
            if isinstance(found, Reference)
            else None
        )
        properties = declared.properties if isinstance(declared, ObjectSchema) else ()
        return frozenset(one.key for one in properties if is_file(self.api, one.type))

    def _parameter(self, one: Parameter, doubtful: list[Pointer]) -> Any:
        """Make a value that shows: an array with nothing in it is not sent."""
        if one.name.lower() == "content-length":
            return len(_CONTENT)
        return self._value(self._schema(one.at), doubtful, everything=True)

    def _schema(self, at: Pointer) -> Pointer | None:
        """Return the schema of a parameter, which may be that of its content."""
        place = followed(self.files, at)
        parameter = value_at(self.files, place)
        if "schema" in parameter:
            return place / "schema"
        for media_type in parameter.get("content", {}):
            return place / "content" / media_type / "schema"
        return None

    def _value(
        self, schema: Pointer | None, doubtful: list[Pointer], *, everything: bool
    ) -> Any:
        """Make a value that is valid; failing that, a plain one, with doubts."""
        if schema is None:
            return "text"
        found: list[Any] = []
        for choice in range(_CHOICES):
            plain = Plain(self.files, everything, choice)
            try:
                value = plain.value({"$ref": str(schema)})
            except (EndlessError, RecursionError):
                continue
            if self.judge.verdict(value, schema) is Verdict.VALID:
                return value
            found.append(value)
        doubtful.append(schema)
        return found[0] if found else None
