"""The calls of a package, where callers find them: `client.pets.list`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.surface import (
    Failure,
    Generic,
    Limits,
    Method,
    Overload,
    Parameter,
    Plain,
    Type,
    without_none,
)
from clientsmith.surface.values import Manner

from .asserted import limits_among
from .beside import Statuses, headers_of
from .bodies import body_of
from .client import Client, children_of
from .definitions import field_of
from .docs import docstring_of, in_line, own_words, parts_of, said_in
from .files import PackageFiles
from .module import Module
from .requests import Facts, Ways, Wire, facts_of
from .resources import Functions, check_pair, functions_in, requests_of, resource_of
from .statements import statements_in, unknown
from .unread import UnreadError

_LIKE: Final = re.compile(r"Like `(\w+)`")
_ENDPOINT: Final = re.compile(r"^`[A-Z]+ \S.*$", re.MULTILINE)
_MANNERS: Final[Mapping[str, Manner]] = {
    "Download": "download",
    "Pages": "pages",
    "Stream": "stream",
}
_PAGES: Final = 2
"""What pages are of, besides their headers: what they list, and what each page is."""


class Calls(Struct, frozen=True):
    """Reads the calls of a client."""

    files: PackageFiles
    client: Client
    statuses: Statuses

    def methods(self) -> Iterator[Method]:
        """List all calls, resource by resource."""
        yield from self._below(self.client.module, self.client.node, ())

    def _below(
        self, module: Module, node: ast.ClassDef, path: tuple[str, ...]
    ) -> Iterator[Method]:
        for name, kind in children_of(node):
            meant = module.imported.get(kind)
            if meant is None or meant.module is None:
                raise UnreadError(module.path, node, f"where `{kind}` is")
            there = self.files.found(meant.module)
            below = resource_of(there, meant.name)
            resource = _Resource(self, there, below, (*path, name))
            yield from resource.methods()
            yield from self._below(there, below, (*path, name))

    def needs(self, facts: Facts) -> tuple[tuple[str, ...], ...]:
        """List what a call needs, each alternative as arguments and scopes."""
        ways: Ways = self.client.security if facts.security is None else facts.security
        return tuple(
            tuple(
                part
                for scheme, scopes in way
                for part in (
                    *self.client.credentials.get(scheme, ()),
                    *(f"scope {scope}" for scope in scopes),
                )
            )
            for way in ways
        )


class _Resource(Struct, frozen=True):
    """One class of calls."""

    calls: Calls
    module: Module
    node: ast.ClassDef
    path: tuple[str, ...]

    def methods(self) -> Iterator[Method]:
        found: dict[str, Method] = {}
        every, used = self._builders(), set[str]()
        for name, definitions in _by_name(self.node).items():
            builders = self._builder(definitions, every)
            used.add(builders[-1].name)
            method = self._method(name, definitions, builders[-1])
            like = _LIKE.match(docstring_of(definitions[-1]))
            known = found.get(f"{'.'.join(self.path)}.{like[1]}") if like else None
            if known:
                method = replace(method, docs=known.docs, failures=known.failures)
            found[method.name] = method
        for unused in every.keys() - used:
            raise unknown(self.module, every[unused][0])
        yield from found.values()

    def _builders(self) -> Functions:
        """List what builds requests; what only holds other resources has none."""
        if not _by_name(self.node):
            return {}
        return functions_in(self.module, requests_of(self.module, self.node))

    def _method(
        self,
        name: str,
        definitions: list[ast.FunctionDef],
        builder: ast.FunctionDef,
    ) -> Method:
        definition, full = definitions[-1], ".".join([*self.path, name])
        facts = facts_of(self.module, builder)
        place = f"client.{full}"
        self.calls.files.note(place, self.module, definition)
        parts = parts_of(docstring_of(definition))
        endpoint = _ENDPOINT.search(parts.about)
        docs = in_line(parts.about[: endpoint.start()]) if endpoint else ""
        manner, returns = self._returned(definition)
        return Method(
            name=full,
            manner=manner,
            verb=facts.verb,
            path=facts.path,
            overloads=tuple(self._overloads(place, definitions, facts, parts.sections)),
            body=body_of(builder),
            returns=returns,
            headers=tuple(self._headers(place, facts)),
            failures=tuple(_failures(parts.sections, self.calls.statuses)),
            credentials=self.calls.needs(facts),
            media=facts.media,
            said=facts.said,
            docs=own_words(docs, full),
            deprecated=_is_deprecated(definition),
        )

    def _returned(self, definition: ast.FunctionDef) -> tuple[Manner, Type]:
        """Read what a call returns, and what kind of a call that makes it."""
        if definition.returns is None:
            what = f"what `{definition.name}` returns"
            raise UnreadError(self.module.path, definition, what)
        match self.module.type_of(definition.returns):
            case Plain(name="Download"):
                return "download", Generic("Download", ())
            case Generic(name="Pages" as name, of=of):
                return _MANNERS[name], Generic(name, of[:_PAGES])
            case Generic(name="Stream" as name, of=of):
                return _MANNERS[name], Generic(name, of)
            case returned:
                return "call", returned

    def _builder(
        self, definitions: list[ast.FunctionDef], every: Functions
    ) -> list[ast.FunctionDef]:
        """Find the function that builds the request of a method, and its overloads."""
        definition = definitions[-1]
        wanted = next(iter(_requests_in(definition)), "")
        builders = every.get(wanted, [])
        if not builders:
            what = f"which request `{definition.name}` sends"
            raise UnreadError(self.module.path, definition, what)
        check_pair(self.module, definitions, builders)
        return builders

    def _overloads(
        self,
        place: str,
        definitions: list[ast.FunctionDef],
        facts: Facts,
        sections: Mapping[str, Mapping[str, str]],
    ) -> Iterator[Overload]:
        """Read each set of arguments: the one there is, or those of the overloads."""
        for each in definitions[:-1] or definitions:
            placed = [*self._placed(place, each, facts, sections.get("Args", {}))]
            name = self._gathered(each)
            keywords = self._keywords(place, name, facts) if name else ()
            limits = self._limits(name) if name else ()
            yield Overload(name, (*placed, *keywords), limits)

    def _placed(
        self,
        place: str,
        definition: ast.FunctionDef,
        facts: Facts,
        told: Mapping[str, str],
    ) -> Iterator[Parameter]:
        for position, each in enumerate(definition.args.args[1:]):
            if each.annotation is None:
                raise UnreadError(self.module.path, each, f"what `{each.arg}` is")
            self.calls.files.note(f"{place}({each.arg}=)", self.module, each)
            wire = facts.wires.get(each.arg, Wire(""))
            yield Parameter(
                name=each.arg,
                wire=wire.name,
                form=wire.form,
                position=position,
                type=self.module.type_of(each.annotation),
                required=True,
                docs=told.get(each.arg, ""),
            )

    def _gathered(self, definition: ast.FunctionDef) -> str:
        """Return the name of the dictionary that keywords are, if there are some."""
        rest = definition.args.kwarg
        match rest.annotation if rest else None:
            case ast.Subscript(value=ast.Name(id="Unpack"), slice=ast.Name(id=name)):
                return name
            case None if rest is None:
                return ""
            case _:
                what = f"what keywords `{definition.name}` takes"
                raise UnreadError(self.module.path, rest or definition, what)

    def _limits(self, name: str) -> Limits:
        """List what is asserted of the keywords together."""
        there, node = self._dictionary(name)
        return limits_among(there, (), said_in(parts_of(docstring_of(node)).about))

    def _keywords(self, place: str, name: str, facts: Facts) -> Iterator[Parameter]:
        there, node = self._dictionary(name)
        for each, below in statements_in(node.body):
            match each:
                case ast.AnnAssign(target=ast.Name(id=key)):
                    full = f"params.{node.name}"
                    read = field_of(self.calls.files, there, full, key, each, below)
                    self.calls.files.note(f"{place}({key}=)", there, each)
                    yield _argument(read, facts)
                case _:
                    raise UnreadError(there.path, each, "what may be given")

    def _dictionary(self, name: str) -> tuple[Module, ast.ClassDef]:
        meant = self.module.imported.get(name)
        if meant is None or meant.module is None:
            raise UnreadError(self.module.path, self.node, f"where `{name}` is")
        there = self.calls.files.found(meant.module)
        return there, there.class_of(meant.name, f"`{meant.name}`")

    def _headers(self, place: str, facts: Facts) -> Iterator[Parameter]:
        if facts.headers is not None:
            yield from headers_of(self.calls.files, facts.headers, place)


def _argument(read: Parameter, facts: Facts) -> Parameter:
    """Say where an argument goes; None leaves it out, unless it is sent as null."""
    is_null = read.name in facts.nullable
    is_free = not read.required and not is_null
    wire = facts.wires.get(read.name, Wire(f"body.{read.name}"))
    return replace(
        read,
        wire=wire.name,
        form=wire.form,
        type=without_none(read.type) if is_free else read.type,
    )


def _by_name(node: ast.ClassDef) -> dict[str, list[ast.FunctionDef]]:
    """List the methods of a class, the overloads of each before it."""
    found: dict[str, list[ast.FunctionDef]] = {}
    lazy = {name for name, _ in children_of(node)}
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name not in lazy:
            found.setdefault(each.name, []).append(each)
    return {name: each for name, each in found.items() if not name.startswith("_")}


def _requests_in(definition: ast.FunctionDef) -> Iterator[str]:
    """List the builders that a method asks: `self.requests.list`."""
    for node in ast.walk(definition):
        match node:
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id="self"), attr="requests"),
                attr=name,
            ):
                yield name
            case _:
                pass


def _is_deprecated(definition: ast.FunctionDef) -> bool:
    return any(
        isinstance(one, ast.Call)
        and isinstance(one.func, ast.Name)
        and one.func.id == "deprecated"
        for one in definition.decorator_list
    )


def _failures(
    sections: Mapping[str, Mapping[str, str]], statuses: Statuses
) -> Iterator[Failure]:
    for error in sections.get("Raises", {}):
        yield Failure(statuses.get(error, error), error, None)


def names_in(methods: list[Method]) -> frozenset[str]:
    """List the dictionaries that arguments of calls are."""
    return frozenset(
        f"params.{each.name}" for one in methods for each in one.overloads if each.name
    )
