"""From the plan to files: templates with holes and loops, and nothing else in them.

A template cannot print text that did not come through a door: `finalize` refuses
whatever is not `Code`.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import cast

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from msgspec import Struct

from .carried import carried
from .plan.beside import (
    CallTests,
    DownloadTests,
    NameTests,
    Project,
    Readme,
    Reference,
    ReferenceModel,
    ReferenceModels,
    ReferencePage,
    ReferenceResource,
    WebhooksGuide,
    WebhookTests,
)
from .plan.code import Code
from .plan.package import (
    AliasDefinition,
    Builder,
    Child,
    ClassDefinition,
    ClientModule,
    Content,
    DefinitionsModule,
    ErrorsModule,
    FakesModule,
    FolderModule,
    FunctionalDefinition,
    IndexModule,
    MakingModule,
    Method,
    Package,
    Page,
    RecursiveDefinition,
    ResourceModule,
    WebhooksModule,
)
from .shipped import templates_folder
from .write import File, Mode


def render(package: Package) -> list[File]:
    """Render every page of a package, and add what it uses of the runtime."""
    pages = [
        File(
            path=page.path,
            text=_render_page(page),
            mode=Mode.SEEDED if page.seeded else Mode.OWNED,
            sources=page.sources,
        )
        for page in package.pages
    ]
    return [*pages, *_runtime(package.name, pages)]


def only_code(value: object) -> Code:
    """Let nothing be printed but `Code`.

    Raises:
        TypeError: A template printed text that came through no door.
    """
    if type(value) is not Code:
        raise TypeError(f"{value!r} is no code, and a template printed it")
    return value


def indent(text: Code, width: int) -> Code:
    """Indent every line but the first, and no empty one."""
    lines = only_code(text).split("\n")
    margin = " " * width
    rest = [f"{margin}{line}" if line else "" for line in lines[1:]]
    return Code("\n".join([lines[0], *rest]))


@cache
def environment() -> Environment:
    """Return the environment that all templates share."""
    made = Environment(
        loader=FileSystemLoader(templates_folder()),
        undefined=StrictUndefined,
        finalize=only_code,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=FileSystemBytecodeCache(),
        auto_reload=False,
        autoescape=False,  # noqa: S701 - what is printed is code, not HTML
    )
    made.filters.clear()
    cast("dict[str, object]", made.filters)["indent"] = indent
    return made


_PAGES: dict[type[Content], tuple[str, str]] = {
    CallTests: ("package/tests/test_calls.py.jinja", "tests"),
    ClientModule: ("package/package/client.py.jinja", "module"),
    DefinitionsModule: ("package/package/module.py.jinja", "module"),
    ErrorsModule: ("package/package/errors.py.jinja", "module"),
    FakesModule: ("package/package/testing/fakes.py.jinja", "module"),
    FolderModule: ("package/package/folder.py.jinja", "module"),
    IndexModule: ("package/package/index.py.jinja", "module"),
    DownloadTests: ("package/tests/test_downloads.py.jinja", "tests"),
    MakingModule: ("package/package/testing/making.py.jinja", "module"),
    NameTests: ("package/tests/test_names.py.jinja", "tests"),
    Project: ("package/pyproject.toml.jinja", "project"),
    Readme: ("package/README.md.jinja", "readme"),
    Reference: ("package/REFERENCE.md.jinja", "reference"),
    ReferenceModels: ("package/reference/models/page.md.jinja", "page"),
    ReferencePage: ("package/reference/page.md.jinja", "page"),
    ResourceModule: ("package/package/resources/resource.py.jinja", "module"),
    WebhookTests: ("package/tests/test_webhooks.py.jinja", "tests"),
    WebhooksModule: ("package/package/webhooks.py.jinja", "module"),
}
"""The template of each kind of page, and what the page is called in it."""

_PARTS: dict[type, tuple[str, str]] = {
    AliasDefinition: ("definitions/alias.py.jinja", "definition"),
    Builder: ("definitions/builder.py.jinja", "builder"),
    Child: ("definitions/child.py.jinja", "child"),
    ClassDefinition: ("definitions/class.py.jinja", "definition"),
    FunctionalDefinition: ("definitions/functional.py.jinja", "definition"),
    RecursiveDefinition: ("definitions/recursive.py.jinja", "definition"),
    Method: ("definitions/method.py.jinja", "method"),
    WebhooksGuide: ("definitions/webhooks.md.jinja", "guide"),
    ReferenceModel: ("definitions/reference_model.md.jinja", "model"),
    ReferenceResource: ("definitions/reference.md.jinja", "resource"),
}
"""The same for what is rendered into a page."""


def _render_page(page: Page) -> str:
    template, name = _PAGES[type(page.content)]
    view = _fields(page.content)
    return environment().get_template(template).render({name: view}).rstrip("\n") + "\n"


def _view(value: object) -> object:
    """Show a part of the plan to a template, its definitions already rendered."""
    if isinstance(value, Code):
        return value
    if isinstance(value, tuple):
        return [_view(item) for item in cast("tuple[object, ...]", value)]
    if type(value) in _PARTS:
        template, name = _PARTS[type(value)]
        view = _fields(value)
        rendered = environment().get_template(template).render({name: view})
        return Code(rendered.rstrip("\n"))
    return _fields(value)


def _fields(value: object) -> SimpleNamespace:
    if not isinstance(value, Struct):
        raise TypeError(f"{value!r} came through no door into the plan")
    shown = {name: _view(getattr(value, name)) for name in value.__struct_fields__}
    return SimpleNamespace(**shown)


def _runtime(package: str, pages: list[File]) -> list[File]:
    """Read the files of the runtime that pages lead to, as they are."""
    return [
        File(
            path=f"{package}/_runtime/{path.name}",
            text=path.read_text("utf-8"),
            verbatim=True,
        )
        for path in carried(page.text for page in pages)
    ] + [File(path=f"{package}/py.typed", text="")]
