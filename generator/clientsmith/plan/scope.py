"""What one module of a resource knows and collects while it is planned."""

from __future__ import annotations

import ast
from collections.abc import Set as AbstractSet

from clientsmith.ir import Api, Resource

from .casing import named
from .code import Code, code, insert, join
from .header_classes import HeaderClasses
from .imports import Import
from .inputs import Inputs
from .layout import Layout
from .module import Names
from .operations import Planned
from .pages import USED
from .resource_names import resource_attributes, resource_class, resource_module

_USED = frozenset(
    {
        "Annotated",
        "Any",
        "Asserts",
        "AsyncDownload",
        "AsyncResource",
        "AsyncStream",
        "AsyncStreamingResource",
        "ByMediaType",
        "Download",
        "Exact",
        "Literal",
        "Mapping",
        "Null",
        "Request",
        "RequestOptions",
        "Requests",
        "Resource",
        "Sequence",
        "Stream",
        "StreamRequest",
        "StreamingResource",
        "Unpack",
        "overload",
    },
)
"""What modules of resources import beside models."""
BUILTINS = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"},
)


class Scope:
    """The names of one module: what it defines, imports, and must not confuse.

    `imports` are needed when the module runs, `checked` only by type checkers.
    `children` are the resources one level below.
    `hidden` are the names that arguments of its functions have; `streaming` says
    whether anything that the package calls may be answered with a stream.
    """

    def __init__(
        self,
        api: Api,
        layout: Layout,
        resource: Resource,
        children: list[Resource],
        planned: list[Planned],
        headers: HeaderClasses,
        *,
        streaming: bool,
    ) -> None:
        self.streaming = streaming
        self.resource = resource
        self.children = children
        self.planned = planned
        self.headers = headers
        self.here = resource_module(resource.path)
        self.name = resource_class(resource.path)
        self.hidden = frozenset(
            one.name for each in planned for one in each.arguments.positional
        )
        paging = USED if any(one.pages for one in planned) else frozenset[str]()
        known = {*_USED, *paging, *headers.names.values()}
        reserved = frozenset({*self.defined, *known, *self.hidden})
        self.names = Names(api, layout.models, self.here, reserved=reserved)
        self.inputs = Inputs(api, layout, self.here, reserved)
        self.imports: set[Import] = {Import("__future__", "annotations")}
        self.checked: set[Import] = set()
        methods = {name for one in planned for name in one.methods}
        self._shadowed = methods & BUILTINS

    @property
    def defined(self) -> tuple[str, ...]:
        """The classes of the module."""
        classes = (f"Async{self.name}", self.name)
        return (*classes, f"{self.name}Requests") if self.planned else classes

    @property
    def dotted(self) -> str:
        """Where the resource is found, without `client.`."""
        return ".".join(resource_attributes(self.resource.path))

    def signature(self, planned: Planned, *, method: bool) -> Code:
        """Spell the parameters of a method, or of the builder it calls."""
        names = planned.params_classes
        return self._signature(planned, "" if names[1:] else names[0], method=method)

    def _signature(self, planned: Planned, params: str, *, method: bool) -> Code:
        """Spell them with some typed dictionary, or with all of them together."""
        parts = [Code("self")] if method else []
        for one in planned.arguments.positional:
            annotation = self.opened(self.inputs.annotate(one.type))
            parts.append(code("{}: {}", named(one.name), annotation))
        if method:
            self.checked.add(Import("._runtime.options", "RequestOptions"))
            parts += [Code("*"), Code("request_options: RequestOptions | None = None")]
        if planned.params:
            gathered = planned.arguments.gathered
            keywords = self._unpacked(planned, params) if params else self._any()
            parts.append(code("**{}: {}", gathered, keywords))
        return join(", ", parts)

    def overloads(self, planned: Planned, *, method: bool) -> tuple[Code, ...]:
        """Spell the parameters for each kind of body, where callers have a choice."""
        names = planned.params_classes
        if not planned.params or not names[1:]:
            return ()
        self.imports.add(Import("typing", "overload"))
        return tuple(self._signature(planned, name, method=method) for name in names)

    def take(self, module: str, name: str) -> Code:
        """Import a name of the runtime, another one where the module has its own."""
        alias = f"_{name}" if name in self.defined else ""
        self.imports.add(Import(f"._runtime.{module}", name, alias))
        return named(alias or name)

    def _unpacked(self, planned: Planned, params: str) -> Code:
        self.imports.add(Import("typing", "Unpack"))
        self.checked.add(Import(planned.params_module, params))
        return code("Unpack[{}]", named(params))

    def _any(self) -> Code:
        self.checked.add(Import("typing", "Any"))
        return Code("Any")

    def opened(self, annotation: Code) -> Code:
        """Spell out builtins that a method of the class has taken the name of."""
        text = spelled_out(annotation, self._shadowed)
        if text != annotation:
            self.checked.add(Import("builtins"))
        return text


def spelled_out(annotation: Code, shadowed: AbstractSet[str]) -> Code:
    """Say of builtins whose names mean something else that they are builtins."""
    if not shadowed:
        return annotation
    tree = ast.parse(annotation, mode="eval")
    places = [
        node.col_offset
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in shadowed
    ]
    return insert(annotation, "builtins.", places)
