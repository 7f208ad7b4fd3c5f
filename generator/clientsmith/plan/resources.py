"""Resources: their request builders, and the methods that send what these build."""

from __future__ import annotations

import re
from dataclasses import replace

from clientsmith.ir import Api, Name, Resource

from .annotations import Annotation
from .answers import Answer, Events, answer, events, raised
from .arguments import stream_of
from .builders import Built, Facts, plain_request, stream_request
from .casing import argument_name, class_name, module_name, named
from .code import Code, code, docstring, join, literal
from .imports import Import, render_imports
from .inputs import Inputs
from .layout import Layout
from .module import Names, first_paragraph, in_one_line, in_words
from .operations import Planned, params_module
from .package import (
    Builder,
    BuildersClass,
    Child,
    Method,
    Page,
    ResourceClass,
    ResourceModule,
)
from .statuses import error_class


def resource_class(path: tuple[Name, ...]) -> str:
    """Return the class of a resource: `ChatCompletions`."""
    return class_name(Name(tuple(word for name in path for word in name.words)))


def resource_module(path: tuple[Name, ...]) -> str:
    """Return the module of a resource: `.resources.chat_completions`."""
    words = Name(tuple(word for name in path for word in name.words))
    return f".resources.{module_name(words)}"


def plan_resources(api: Api, layout: Layout, planned: list[Planned]) -> list[Page]:
    """Plan one module for each resource."""
    return [
        _page(
            api,
            layout,
            resource,
            [one for one in planned if one.resource == resource.path],
        )
        for resource in api.resources
    ]


def _page(
    api: Api,
    layout: Layout,
    resource: Resource,
    planned: list[Planned],
) -> Page:
    module = resource_module(resource.path)
    plan = _ResourcePlan(api, layout, resource, planned, module)
    content = plan.module()
    sources = tuple(str(one.operation.at) for one in planned)
    return Page(module.lstrip(".").replace(".", "/") + ".py", content, sources=sources)


class _ResourcePlan:
    """Collects what one module needs while its classes are planned."""

    def __init__(
        self,
        api: Api,
        layout: Layout,
        resource: Resource,
        planned: list[Planned],
        module: str,
    ) -> None:
        self.api = api
        self.resource = resource
        self.planned = planned
        self.here = module
        self.name = resource_class(resource.path)
        own = {self.name, f"Async{self.name}", f"{self.name}Requests"}
        reserved = frozenset(own | _USED)
        self.names = Names(api, layout.models, module, reserved=reserved)
        self.inputs = Inputs(api, layout, module, reserved)
        self.imports: set[Import] = {Import("__future__", "annotations")}
        self.checked: set[Import] = set()
        methods = {name for one in planned for name in (one.method, one.stream_method)}
        self.shadowed = methods & _BUILTINS

    def module(self) -> ResourceModule:
        children = [
            below
            for below in self.api.resources
            if below.path[:-1] == self.resource.path
        ]
        builders = self._builders()
        classes = (self._class(children, sync=True), self._class(children, sync=False))
        type_checking = self._type_checking()
        return ResourceModule(
            docstring=docstring(f"`client.{self._dotted}`: {self._about}"),
            imports=render_imports(self.imports, self.here.lstrip(".")),
            type_checking=type_checking,
            exports=tuple(literal(name) for name in sorted(self._exports())),
            builders=builders,
            classes=classes,
        )

    @property
    def _dotted(self) -> str:
        return ".".join(map(argument_name, self.resource.path))

    @property
    def _about(self) -> str:
        return about_resource(self.resource)

    def _exports(self) -> list[str]:
        names = [self.name, f"Async{self.name}"]
        return [*names, f"{self.name}Requests"] if self.planned else names

    def _type_checking(self) -> tuple[Code, ...]:
        wanted = self.checked | self.names.imports | self.inputs.names.imports
        wanted -= self.imports
        here = self.here.lstrip(".")
        if not wanted:
            return ()
        self.imports.add(Import("typing", "TYPE_CHECKING"))
        return (render_imports(wanted, here),)

    def _builders(self) -> tuple[BuildersClass, ...]:
        if not self.planned:
            return ()
        self.imports.add(Import("._runtime.keywords", "Requests"))
        builders = [builder for one in self.planned for builder in self._of(one)]
        about = f"The requests of `client.{self._dotted}`, as values."
        return (
            BuildersClass(
                name=named(f"{self.name}Requests"),
                docstring=docstring(about, indent=4),
                builders=tuple(builders),
            ),
        )

    def _of(self, planned: Planned) -> list[Builder]:
        facts = Facts(
            self.api,
            planned.operation,
            planned.arguments,
            planned.dotted,
            self.names,
        )
        found: list[Builder] = []
        plain = answer(planned.operation, self.names.refer)
        stream = stream_of(planned.operation)
        if plain:
            built = plain_request(facts, plain)
            found.append(
                self._builder(
                    planned, planned.method, "Request", plain.annotation, built
                )
            )
        if stream:
            yields = events(stream, self.names.refer)
            facts = replace(facts, called=planned.dotted_stream)
            built = stream_request(facts, stream, yields)
            found.append(
                self._builder(
                    planned,
                    planned.stream_method,
                    "StreamRequest",
                    yields.annotation,
                    built,
                ),
            )
        return found

    def _builder(
        self,
        planned: Planned,
        name: str,
        kind: str,
        yields: Annotation,
        built: Built,
    ) -> Builder:
        self.imports |= built.functions | {Import("._runtime.request", kind)}
        self.names.imports |= yields.imports
        local = {one for one in built.models if one.module.startswith(".models")}
        self.imports |= built.models - local
        return Builder(
            name=named(name),
            signature=self._signature(planned, first=None),
            returns=self._open(code("{}[{}]", named(kind), yields.text)),
            docstring=docstring(f"Build the request of `{name}`.", indent=8),
            imports=tuple(
                render_imports({one}, self.here.lstrip(".")) for one in sorted(local)
            ),
            constructor=named(kind),
            arguments=built.arguments,
        )

    def _signature(
        self,
        planned: Planned,
        first: str | None,
    ) -> Code:
        parts = [named(first)] if first else []
        for one in planned.arguments.positional:
            annotation = self._open(self.inputs.annotate(one.type))
            parts.append(code("{}: {}", named(one.name), annotation))
        if first:
            self.checked.add(Import("._runtime.options", "RequestOptions"))
            parts += [Code("*"), Code("request_options: RequestOptions | None = None")]
        if planned.params:
            self.imports.add(Import("typing", "Unpack"))
            self.checked.add(
                Import(params_module(planned.operation), str(planned.params))
            )
            parts.append(code("**params: Unpack[{}]", planned.params))
        return join(", ", parts)

    def _open(self, annotation: Code) -> Code:
        """Spell out builtins that a method of the class has taken the name of."""
        if not self.shadowed:
            return annotation
        names = "|".join(sorted(self.shadowed))
        pattern = rf"(?<![\w.\"'])({names})\b(?![\"'])"
        opened = Code(re.sub(pattern, r"builtins.\1", annotation))
        if opened != annotation:
            self.checked.add(Import("builtins"))
        return opened

    def _class(self, children: list[Resource], *, sync: bool) -> ResourceClass:
        base = "Resource" if sync else "AsyncResource"
        self.imports.add(Import("._runtime.keywords", base))
        if children:
            self.imports.add(Import("functools", "cached_property"))
        about = self._about if sync else f"The async twin of `{self.name}`."
        prefix = "" if sync else "Async"
        methods = [
            method for one in self.planned for method in self._methods(one, sync=sync)
        ]
        requests = (code("requests = {}", named(f"{self.name}Requests")),)
        return ResourceClass(
            name=named(prefix + self.name),
            base=named(base),
            docstring=docstring(about, indent=4),
            requests=requests if self.planned else (),
            children=tuple(
                child_of(one, self.here, self.checked, self.name, sync=sync)
                for one in children
            ),
            methods=tuple(methods),
        )

    def _methods(self, planned: Planned, *, sync: bool) -> list[Method]:
        plain = answer(planned.operation, self.names.refer)
        stream = stream_of(planned.operation)
        found: list[Method] = []
        if plain:
            found.append(self._plain(planned, plain, sync=sync))
        if stream:
            yields = events(stream, self.names.refer)
            found.append(self._stream(planned, yields, alone=plain is None, sync=sync))
        return found

    def _plain(self, planned: Planned, plain: Answer, *, sync: bool) -> Method:
        built = self._built(planned, planned.method)
        template = (
            "self._client.send({}, request_options)"
            if sync
            else "await self._client.send({}, request_options)"
        )
        send = Code(template.format(built))
        if plain.annotation.text != "None":
            send = (
                code("return {}.value", send)
                if sync
                else code("return ({}).value", send)
            )
        return Method(
            keyword=Code("def" if sync else "async def"),
            name=named(planned.method),
            decorators=self._decorators(planned),
            signature=self._signature(planned, "self"),
            returns=self._open(plain.annotation.text),
            docstring=self._docs(planned, planned.method, sync=sync),
            statement=send,
        )

    def _stream(
        self,
        planned: Planned,
        yields: Events,
        *,
        alone: bool,
        sync: bool,
    ) -> Method:
        kind = "Stream" if sync else "AsyncStream"
        self.checked.add(Import(f"._runtime.{_STREAMS[kind]}", kind))
        name = planned.stream_method
        if alone or not sync:
            docs = self._docs(planned, name, sync=sync)
        else:
            docs = docstring(_LIKE.format(planned.method), indent=8)
        built = self._built(planned, name)
        return Method(
            keyword=Code("def"),
            name=named(name),
            decorators=self._decorators(planned),
            signature=self._signature(planned, "self"),
            returns=self._open(code("{}[{}]", named(kind), yields.annotation.text)),
            docstring=docs,
            statement=code("return self._client.stream({}, request_options)", built),
        )

    def _built(self, planned: Planned, name: str) -> Code:
        passed = [named(one.name) for one in planned.arguments.positional]
        if planned.params:
            passed.append(Code("**params"))
        return code("self.requests.{}({})", named(name), join(", ", passed))

    def _decorators(self, planned: Planned) -> tuple[Code, ...]:
        if not planned.operation.deprecated:
            return ()
        self.imports.add(Import("typing_extensions", "deprecated"))
        return (Code('deprecated("The API no longer recommends this operation.")'),)

    def _docs(self, planned: Planned, name: str, *, sync: bool) -> Code:
        if not sync:
            return docstring(f"See `{self.name}.{name}`.", indent=8)
        return docstring(method_docs(planned), indent=8)


_USED = frozenset(
    {
        "Any",
        "AsyncResource",
        "AsyncStream",
        "Literal",
        "Mapping",
        "Request",
        "RequestOptions",
        "Requests",
        "Resource",
        "Sequence",
        "Stream",
        "StreamRequest",
        "Unpack",
    },
)
"""What modules of resources import beside models."""
_BUILTINS = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"},
)
_STREAMS = {"Stream": "streams", "AsyncStream": "async_streams"}
_LIKE = "Like `{}`, but yield the response while it is being written."


def about_resource(resource: Resource) -> str:
    """Say what a resource is for."""
    if resource.docs.strip():
        return first_paragraph(resource.docs)
    return f"What is under `{argument_name(resource.path[-1])}`."


def method_docs(planned: Planned) -> str:
    """Write what a method does, what it sends where, and what it raises."""
    operation = planned.operation
    parts = [operation.docs.strip() or in_words(operation.name)]
    parts.append(f"`{operation.method.upper()} {operation.path}`")
    given = [one for one in planned.arguments.positional if one.docs]
    if given:
        rows = [f"    {one.name}: {in_one_line(one.docs)}" for one in given]
        parts.append("Args:\n" + "\n".join(rows))
    failed = raised(operation)
    if failed:
        rows = [
            f"    {error_class(one.status)}: {in_one_line(one.docs)}" for one in failed
        ]
        parts.append("Raises:\n" + "\n".join(rows))
    return "\n\n".join(parts)


def child_of(
    resource: Resource,
    here: str,
    checked: set[Import],
    owner: str,
    *,
    sync: bool,
) -> Child:
    """Plan the attribute by which a resource is reached."""
    name = argument_name(resource.path[-1])
    type_ = ("" if sync else "Async") + resource_class(resource.path)
    wanted = Import(resource_module(resource.path), type_)
    checked.add(wanted)
    about = about_resource(resource) if sync else f"See `{owner}.{name}`."
    return Child(
        name=named(name),
        type=named(type_),
        docstring=docstring(about, indent=8),
        statement=render_imports({wanted}, here.lstrip(".")),
        argument=Code("self" if here == ".client" else "self._client"),
    )
