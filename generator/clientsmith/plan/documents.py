"""The documents beside a package that its owners go on with."""

from __future__ import annotations

from clientsmith.ir import Api

from .arguments import stream_of
from .beside import Project, Readme, ReadmeSection
from .calls import write_long_call, write_request, write_stream
from .casing import named
from .client import Secured
from .code import Code, code, join, prose, toml_string
from .examples import Examples
from .operations import Planned
from .package import Page
from .samples import Sampler
from .sentences import first_paragraph


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
        sections=tuple(_streaming(one, sampler) for one in streams[:1]),
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


def _streaming(one: Planned, sampler: Sampler) -> ReadmeSection:
    return ReadmeSection(
        title=Code("Stream"),
        about=Code(
            "A stream is a method of its own. "
            "The request goes out when the first event is asked for.\n"
            "With `AsyncClient`, write `async with` and `async for`."
        ),
        example=write_stream(one, sampler),
    )


def _first(planned: list[Planned]) -> list[Planned]:
    """Choose the call to show first: the one that needs the least.

    Of these, one that lists things is what people try first.
    """
    plain = [
        one
        for one in planned
        if one.method != one.stream_method or not stream_of(one.operation)
    ]
    ranked = sorted(
        plain,
        key=lambda one: (
            one.operation.deprecated,
            sum(taken.required for taken in one.arguments.all),
            one.method != "list",
        ),
    )
    return ranked[:1]
