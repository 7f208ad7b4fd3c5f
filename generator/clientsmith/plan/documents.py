"""The documents beside a package: how to begin, and every method."""

from __future__ import annotations

from clientsmith.ir import Api

from .answers import Answer, answer, events, raised
from .arguments import Taken, stream_of
from .beside import Project, Readme, Reference, ReferenceArgument, ReferenceMethod
from .calls import write_long_call, write_request
from .casing import named
from .client import Secured
from .code import Code, cell, code, join, prose, toml_string
from .examples import Examples
from .inputs import Inputs
from .layout import Layout
from .module import Names
from .operations import Planned
from .package import Page
from .pages import listed
from .samples import Sampler
from .sentences import first_paragraph
from .statuses import error_class


def plan_project(api: Api, package: str, version: str) -> Page:
    """Plan the `pyproject.toml` that installs the package."""
    about = f"Python client of the {' '.join(api.title.split())}"
    content = Project(
        distribution=toml_string(package.replace("_", "-")),
        package=toml_string(package),
        description=toml_string(about),
        version=toml_string(version),
    )
    return Page("pyproject.toml", content, seeded=True)


def plan_readme(
    api: Api,
    package: str,
    planned: list[Planned],
    secured: list[Secured],
    base_error: str,
) -> Page:
    """Plan the README, written from this API's own operations."""
    sampler = Sampler(Examples(api.declarations), sending=True)
    first = _first(planned)
    streams = [one for one in planned if stream_of(one.operation)]
    credentials = [one for each in secured for one in each.credentials if one.secret]
    content = Readme(
        title=prose(" ".join(api.title.split())),
        about=(prose(first_paragraph(api.docs)),) if api.docs else (),
        package=named(package),
        distribution=prose(package.replace("_", "-")),
        setup=(Code(""), code("client = Client({})", _given(secured))),
        configured=_configured(secured),
        credentials=tuple(
            code(
                "`{}` (or the environment variable `{}`)",
                named(one.argument),
                named(one.env),
            )
            for one in credentials
        ),
        first_call=tuple(write_long_call(one, sampler) for one in first),
        first_request=tuple(write_request(one, sampler) for one in first),
        paging=tuple(
            code("{}", write_long_call(one, sampler)) for one in _listing(planned)
        ),
        streaming=tuple(
            write_long_call(one, sampler, stream=True) for one in streams[:1]
        ),
        base_error=named(base_error),
    )
    return Page("README.md", content, seeded=True)


def _given(secured: list[Secured]) -> Code:
    """Show the credential of the first scheme as an argument."""
    given = [one.argument for each in secured[:1] for one in each.credentials]
    return join(", ", [code('{}="..."', named(argument)) for argument in given])


def _configured(secured: list[Secured]) -> Code:
    """Show a client with the options that most users want to change."""
    address = Code('base_url="https://…"')
    options = [address, Code("timeout=30"), Code("deadline=120")]
    given = _given(secured)
    parts = [given, *options] if given else options
    return code("client = Client({})", join(", ", parts))


def _first(planned: list[Planned]) -> list[Planned]:
    """Choose the call to show first: the one that needs the least."""
    plain = [
        one
        for one in planned
        if one.method != one.stream_method or not stream_of(one.operation)
    ]
    ranked = sorted(
        plain,
        key=lambda one: sum(taken.required for taken in one.arguments.all),
    )
    return ranked[:1]


def _listing(planned: list[Planned]) -> list[Planned]:
    """Choose the list to show: the one that needs the least."""
    lists = [one for one in planned if one.pages]
    return sorted(
        lists, key=lambda one: sum(each.required for each in one.arguments.all)
    )[:1]


def plan_reference(api: Api, layout: Layout, planned: list[Planned]) -> Page:
    """Plan the list of every method, its arguments, answers and errors."""
    content = Reference(
        title=prose(" ".join(api.title.split())),
        methods=tuple(_method(api, layout, one) for one in planned),
    )
    return Page("REFERENCE.md", content)


def _method(api: Api, layout: Layout, planned: Planned) -> ReferenceMethod:
    operation = planned.operation
    names = Names(api, layout.models, "")
    inputs = Inputs(api, layout, "")
    plain = answer(operation, names.refer)
    stream = stream_of(operation)
    returns = _returns(planned, plain, names) if plain else []
    if stream:
        yields = events(stream, names.refer).annotation.text
        streamed = code(
            "`Stream[{}]` from `{}()`", yields, named(planned.stream_method)
        )
        returns.append(streamed)
    arguments = tuple(_argument(one, inputs) for one in planned.arguments.all)
    failed = tuple(
        code(
            "`{}`: {}", named(error_class(one.status)), cell(first_paragraph(one.docs))
        )
        for one in raised(operation)
    )
    return ReferenceMethod(
        call=join(".", [named(part) for part in f"client.{planned.dotted}".split(".")]),
        endpoint=code("{} {}", cell(operation.method), cell(operation.path)),
        about=prose(operation.docs),
        tables=(arguments,) if arguments else (),
        returns=join(", or ", returns),
        raises=(failed,) if failed else (),
    )


def _returns(planned: Planned, plain: Answer, names: Names) -> list[Code]:
    if planned.pages is None:
        return [code("`{}`", plain.annotation.text)]
    return [code("`Pages[{}]`", listed(planned.pages, plain, names.refer).text)]


def _argument(one: Taken, inputs: Inputs) -> ReferenceArgument:
    about = first_paragraph(one.docs)
    return ReferenceArgument(
        name=code("`{}`" if one.required else "`{}` (optional)", named(one.name)),
        type=cell(inputs.annotate(one.type)),
        about=cell(about),
    )
