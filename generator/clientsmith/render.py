"""From the plan to files: templates with holes and loops, and nothing else in them.

A template cannot print text that did not come through a door: `finalize` refuses
whatever is not `Code`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .plan.code import Code
from .plan.package import (
    AliasDefinition,
    Builder,
    CallTests,
    Child,
    ClassDefinition,
    ClientModule,
    Content,
    DefinitionsModule,
    ErrorsModule,
    FunctionalDefinition,
    IndexModule,
    Method,
    Package,
    Page,
    Project,
    Readme,
    Reference,
    ResourceModule,
)
from .write import File, Mode

_SHIPPED = Path(__file__).parent / "templates"
_CHECKOUT = Path(__file__).parents[2] / "templates"


def templates_folder() -> Path:
    """Return where the templates are: a checkout's own come first."""
    return _CHECKOUT if (_CHECKOUT / "definitions").is_dir() else _SHIPPED


def render(package: Package) -> list[File]:
    """Render every page of a package, and add the runtime as it is."""
    pages = [
        File(
            path=page.path,
            text=_render_page(page),
            mode=Mode.SEEDED if page.seeded else Mode.OWNED,
            sources=page.sources,
        )
        for page in package.pages
    ]
    return [*pages, *_runtime(package.name)]


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
        autoescape=False,  # noqa: S701 - what is printed is code, not HTML
    )
    made.filters = {"indent": indent}
    return made


def _render_page(page: Page) -> str:
    template, name = _template(page.content, page.path)
    rendered = environment().get_template(template).render({name: _view(page.content)})
    return rendered.rstrip("\n") + "\n"


def _template(content: Content, path: str) -> tuple[str, str]:
    """Return the template of a page, and what the page is called in it."""
    match content:
        case DefinitionsModule():
            return "package/package/module.py.jinja", "module"
        case IndexModule(exports=()) if path.endswith("resources/__init__.py"):
            return "package/package/resources/__init__.py.jinja", "module"
        case IndexModule():
            return "package/package/index.py.jinja", "module"
        case ResourceModule():
            return "package/package/resources/resource.py.jinja", "module"
        case ClientModule():
            return "package/package/client.py.jinja", "module"
        case ErrorsModule():
            return "package/package/errors.py.jinja", "module"
        case Readme():
            return "package/README.md.jinja", "readme"
        case Reference():
            return "package/REFERENCE.md.jinja", "reference"
        case CallTests():
            return "package/tests/test_calls.py.jinja", "tests"
        case Project():
            return "package/pyproject.toml.jinja", "project"


def _view(value: Any) -> Any:  # noqa: ANN401 - whatever a plan is made of
    """Show a part of the plan to a template, its definitions already rendered."""
    match value:
        case Code():
            return value
        case tuple():
            return [_view(item) for item in cast("tuple[Any, ...]", value)]
        case ClassDefinition():
            return _define("class.py.jinja", "definition", value)
        case AliasDefinition():
            return _define("alias.py.jinja", "definition", value)
        case FunctionalDefinition():
            return _define("functional.py.jinja", "definition", value)
        case Builder():
            return _define("builder.py.jinja", "builder", value)
        case Method():
            return _define("method.py.jinja", "method", value)
        case Child():
            return _define("child.py.jinja", "child", value)
        case _ if is_dataclass(value):
            return _fields(value)
        case _:
            raise TypeError(f"{value!r} is no part of a plan")


def _define(template: str, name: str, value: object) -> Code:
    rendered = environment().get_template(f"definitions/{template}")
    return Code(rendered.render({name: _fields(value)}).rstrip("\n"))


def _fields(value: Any) -> SimpleNamespace:  # noqa: ANN401 - any dataclass of a plan
    return SimpleNamespace(
        **{field.name: _view(getattr(value, field.name)) for field in fields(value)},
    )


def _runtime(package: str) -> list[File]:
    """Read the runtime, which every package carries as it is."""
    folder = templates_folder() / "runtime"
    return [
        File(path=f"{package}/_runtime/{path.name}", text=path.read_text("utf-8"))
        for path in sorted(folder.glob("*.py"))
    ] + [File(path=f"{package}/py.typed", text="")]
