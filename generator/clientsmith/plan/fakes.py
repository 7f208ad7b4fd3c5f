"""The fake of an API: for each resource a class with the scripts of its operations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from clientsmith.ir import (
    Api,
    Array,
    MediaType,
    Name,
    ObjectSchema,
    Reference,
    Resource,
    Type,
    inmost,
)
from clientsmith.pointer import Pointer

from .annotations import Annotation
from .answers import answer, events, is_success
from .arguments import stream_of
from .casing import named
from .client import api_title
from .code import Code, code, docstring, identifier, join
from .credentials import Secured
from .imports import Import, render_imports
from .indexes import plan_folder_index
from .layout import Layout, Place
from .making import plan_making
from .operations import Planned
from .package import FakeClass, FakesModule, Page
from .readings import plain_content
from .resource_names import resource_attributes, resource_class
from .scope import BUILTINS, spelled_out

_HERE = "testing.fakes"
_OF_FAKES = frozenset(
    {
        "async_client",
        "async_http_client",
        "calls",
        "client",
        "forget",
        "http_client",
        "others",
    }
)
"""What a fake has itself, as `templates/runtime/scripts.py` says, too."""
_PUBLIC = {
    "CannotMake": "._runtime.making",
    "Delivery": "._runtime.replies",
    "FakeApi": f".{_HERE}",
    "Problem": "._runtime.scripts",
    "RecordedCall": "._runtime.recorded",
    "Reply": "._runtime.replies",
    "Scripted": "._runtime.scripts",
    "UnscriptedCall": "._runtime.scripts",
    "Wire": "._runtime.scripts",
    "make": ".testing.making",
}
_SCRIPTED = Import("._runtime.scripts", "Scripted")
_STREAMED = Import("._runtime.stream_scripts", "ScriptedStream")
_ABOUT = "What tests of code need that calls the API: a fake of it, and its models."


def plan_testing(
    api: Api, layout: Layout, planned: list[Planned], secured: list[Secured]
) -> list[Page]:
    """Plan the folder that tests import, and the package itself does not."""
    fakes = _Fakes(api, layout, planned)
    module = fakes.module(secured)
    places = [Place(module, name) for name, module in _PUBLIC.items()]
    if _STREAMED in fakes.scripts:
        places.append(Place(_STREAMED.module, _STREAMED.name))
    return [
        Page("testing/fakes.py", module),
        plan_making(api, layout),
        plan_folder_index("testing", _ABOUT, places),
    ]


def in_fake(planned: Planned, *, stream: bool = False) -> Code:
    """Say where a fake has the script of an operation."""
    method = planned.stream_method if stream else planned.method
    first, *rest = [*resource_attributes(planned.resource), method]
    return join(".", map(named, [_attribute(first), *rest]))


def returned(api: Api, layout: Layout, planned: Planned) -> Code:
    """Write what the script of an operation may be told to return."""
    if planned.plain is not None and planned.plain.is_nothing:
        return Code("None")
    for response in planned.operation.responses:
        if is_success(response, planned.operation):
            for content in plain_content(response):
                if isinstance(content, MediaType):
                    return _made(api, layout, inmost(content.type))
    return Code("...")


def _made(api: Api, layout: Layout, type_: Type) -> Code:
    match type_:
        case Array(items=items):
            return code("[{}]", _made(api, layout, inmost(items)))
        case Reference(to=at) if isinstance(api.declarations[at], ObjectSchema):
            return code("make(models.{})", named(layout.models[at].name))
        case _:
            return Code("...")


class _Fakes:
    """The module while it is planned."""

    def __init__(self, api: Api, layout: Layout, planned: list[Planned]) -> None:
        self._api = api
        self._layout = layout
        self._planned = defaultdict[tuple[Name, ...], list[Planned]](list)
        for one in planned:
            self._planned[one.resource].append(one)
        methods = {name for one in planned for name in one.methods}
        below = {
            resource_attributes(one.path)[-1] for one in api.resources if one.path[1:]
        }
        self._models = "received" if "models" in methods | below else ""
        self._checked: set[Import] = set()
        self.scripts: set[Import] = set()

    def module(self, secured: list[Secured]) -> FakesModule:
        """Plan the module."""
        classes = tuple(map(self._class, self._api.resources))
        given = _credentials(secured)
        return FakesModule(
            docstring=docstring(
                "A fake of the API, and the scripts of each operation."
            ),
            imports=render_imports({*_IMPORTS, *self._imports()}, _HERE),
            type_checking=self._type_checking(),
            classes=classes,
            about=docstring(self._about(), indent=4),
            fields=tuple(self._children(())),
            arguments=code("{}**self._options(self.http_client)", given),
            async_arguments=code("{}**self._options(self.async_http_client)", given),
        )

    def _imports(self) -> Iterator[Import]:
        if self._api.resources:
            yield Import("._runtime.fakes", "FakeResource")
        if self._checked:
            yield Import("typing", "TYPE_CHECKING")
        yield from self.scripts

    def _type_checking(self) -> tuple[Code, ...]:
        checked = self._checked
        return (render_imports(checked, _HERE),) if checked else ()

    def _about(self) -> str:
        """Say what the fake is of, and by an operation of it how it is used."""
        about = f"A fake of the {api_title(self._api)}, for tests of what calls it."
        plain = (one for each in self._planned.values() for one in each if one.plain)
        first = next(plain, None)
        if first is None:
            return about
        return (
            f"{about}\n\nWhat `client` and `async_client` ask for is answered as it is "
            f"scripted: `fake.{in_fake(first)}.returns(...)`."
        )

    def _class(self, resource: Resource) -> FakeClass:
        path = resource.path
        own = self._planned[path]
        shadowed = BUILTINS & {name for one in own for name in one.methods}
        dotted = ".".join(resource_attributes(path))
        return FakeClass(
            name=_class_name(path),
            docstring=docstring(f"The scripts of `client.{dotted}`.", indent=4),
            fields=(
                *self._children(path),
                *(field for one in own for field in self._fields(one, shadowed)),
            ),
        )

    def _children(self, path: tuple[Name, ...]) -> Iterator[Code]:
        for resource in self._api.resources:
            if resource.path[:-1] == path:
                name = resource_attributes(resource.path)[-1]
                attribute = name if path else _attribute(name)
                yield code("{}: {}", named(attribute), _class_name(resource.path))

    def _fields(self, planned: Planned, shadowed: AbstractSet[str]) -> Iterator[Code]:
        plain = answer(planned.operation, self._refer)
        stream = stream_of(planned.operation)
        if plain:
            of = self._spelled(plain.annotation, shadowed)
            yield self._script(_SCRIPTED, planned.method, of)
        if stream:
            of = self._spelled(events(stream, self._refer).annotation, shadowed)
            yield self._script(_STREAMED, planned.stream_method, of)

    def _script(self, kind: Import, method: str, of: Code) -> Code:
        self.scripts.add(kind)
        return code("{}: {}[{}]", named(method), identifier(kind.name), of)

    def _spelled(self, annotation: Annotation, shadowed: AbstractSet[str]) -> Code:
        """Import what a type needs, and spell it where methods hide builtins."""
        self._checked |= annotation.imports
        text = spelled_out(annotation.text, shadowed)
        if text != annotation.text:
            self._checked.add(Import("builtins"))
        return text

    def _refer(self, pointer: Pointer) -> Annotation:
        """Name a model by the index of all models."""
        models = Import(".", "models", self._models)
        name = named(self._layout.models[pointer].name)
        text = code("{}.{}", named(self._models or "models"), name)
        return Annotation(text, frozenset({models}))


_IMPORTS = (
    Import("__future__", "annotations"),
    Import("functools", "cached_property"),
    Import("._runtime.fakes", "BaseFake"),
    Import(".client", "API"),
    Import(".client", "AsyncClient"),
    Import(".client", "Client"),
)


def _credentials(secured: list[Secured]) -> Code:
    """Write the credentials that clients of the fake have."""
    names = [
        named(one.argument)
        for each in secured
        for one in each.shown
        if one.part != "certificate"
    ]
    return join("", [code('{}="test", ', name) for name in names])


def _attribute(resource: str) -> str:
    """Return where a fake has a resource that is at the top."""
    return f"{resource}_" if resource in _OF_FAKES else resource


def _class_name(path: tuple[Name, ...]) -> Code:
    return named(f"Fake{resource_class(path)}")
