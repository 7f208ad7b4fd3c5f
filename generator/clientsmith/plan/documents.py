"""The documents beside a package: how to begin, and every method."""

from __future__ import annotations

from clientsmith.ir import Api

from .answers import Answer, answer, events, raised
from .arguments import stream_of
from .beside import Project, Readme, Reference, ReferenceArgument, ReferenceMethod
from .calls import write_download, write_long_call, write_request
from .casing import named
from .code import Code, cell, code, join, literal, prose, toml_string
from .credentials import Secured, asks_for_tokens
from .examples import Examples
from .hosts import OPTIONS, needs_base_url
from .hosts import about as about_servers
from .inputs import Inputs
from .layout import Layout
from .module import Names
from .operations import Planned
from .package import Page
from .pages import listed
from .requirements import usual
from .samples import Sampler
from .sentences import first_paragraph, in_one_line
from .statuses import error_class
from .taken import Taken


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
    shown = _shown(api, secured)
    content = Readme(
        title=prose(" ".join(api.title.split())),
        about=(prose(first_paragraph(api.docs)),) if api.docs else (),
        package=named(package),
        distribution=prose(package.replace("_", "-")),
        setup=(Code(""), code("client = Client({})", join(", ", _given(api, shown)))),
        configured=_configured(api, shown),
        credentials=tuple(_credential(each) for each in secured if each.is_used),
        notes=_notes(api, secured),
        first_call=tuple(write_long_call(one, sampler) for one in first),
        first_request=tuple(write_request(one, sampler) for one in first),
        paging=tuple(
            code("{}", write_long_call(one, sampler)) for one in _listing(planned)
        ),
        streaming=tuple(
            write_long_call(one, sampler, stream=True) for one in streams[:1]
        ),
        downloading=tuple(
            write_download(one, sampler)
            for one in [each for each in planned if each.download_method][:1]
        ),
        base_error=named(base_error),
    )
    return Page("README.md", content, seeded=True)


def _shown(api: Api, secured: list[Secured]) -> list[Secured]:
    """Return the schemes of the first alternative that is usual."""
    first = next(filter(None, usual(api)), ())
    wanted = {need.scheme for need in first}
    return [each for each in secured if each.scheme.scheme in wanted]


def _given(api: Api, shown: list[Secured]) -> list[Code]:
    """Show what a client cannot do without: credentials, and where the API is."""
    names = [one.argument for each in shown for one in each.shown]
    given = [code('{}="..."', named(name)) for name in names]
    if needs_base_url(api):
        path = api.servers[0].address.strip("/") if api.servers else ""
        address = "/".join(["https://example.com", *([path] if path else [])])
        given.append(code("base_url={}", literal(address)))
    return given


def _configured(api: Api, shown: list[Secured]) -> Code:
    """Show a client with the options that most users want to change."""
    options = [*_given(api, shown)]
    if not needs_base_url(api):
        options.append(Code('base_url="https://…"'))
    options += [Code("timeout=30"), Code("deadline=120")]
    return code("client = Client({})", join(", ", options))


def _credential(secured: Secured) -> Code:
    """Say what a scheme takes, and which variables stand for it."""
    names = [code("`{}`", named(one.argument)) for one in secured.credentials]
    variables = [code("`{}`", named(one.env)) for one in secured.credentials]
    plural = Code("s") if variables[1:] else Code("")
    docs = prose(in_one_line(first_paragraph(secured.scheme.docs)).rstrip("."))
    text = code(
        "{} (or the environment variable{} {})",
        join(", ", names),
        plural,
        join(", ", variables),
    )
    return code("{}: {}", text, docs) if docs else text


def _notes(api: Api, secured: list[Secured]) -> tuple[Code, ...]:
    """Say what else there is to know of credentials and servers."""
    taken = {*OPTIONS, *(c.argument for each in secured for c in each.credentials)}
    notes = [prose(sentence) for sentence in about_servers(api, taken)]
    if asks_for_tokens(api):
        notes.insert(0, _TOKENS)
    return tuple(notes)


_TOKENS = Code(
    "Instead of a token, give a function that returns one, or what it is asked for "
    "with: `ClientCredentials`, `RefreshToken`, `PasswordGrant` or "
    "`AuthorizationCode`. Tokens are asked for once, kept in memory, and replaced "
    "before they end."
)


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
    if planned.download_method:
        returns.append(code("`Download` from `{}()`", named(planned.download_method)))
    arguments = tuple(_argument(one, inputs) for one in planned.arguments.any)
    failed = tuple(
        code(
            "`{}`: {}", named(error_class(one.status)), cell(first_paragraph(one.docs))
        )
        for one in raised(operation)
    )
    return ReferenceMethod(
        call=join(".", [named(part) for part in f"client.{planned.dotted}".split(".")]),
        endpoint=code("{} {}", cell(operation.method), cell(operation.path)),
        about=_about(planned),
        tables=(arguments,) if arguments else (),
        returns=join(", or ", returns),
        raises=(failed,) if failed else (),
    )


def _returns(planned: Planned, plain: Answer, names: Names) -> list[Code]:
    if planned.pages is None:
        return [code("`{}`", plain.annotation.text)]
    return [code("`Pages[{}]`", listed(planned.pages, plain, names.refer).text)]


def _about(planned: Planned) -> Code:
    docs = prose(planned.operation.docs)
    if not planned.credentials:
        return docs
    needs = prose(f"Needs {planned.credentials} of the client.")
    return code("{}\n\n{}", docs, needs) if docs else needs


def _argument(one: Taken, inputs: Inputs) -> ReferenceArgument:
    about = first_paragraph(one.docs)
    return ReferenceArgument(
        name=code("`{}`" if one.required else "`{}` (optional)", named(one.name)),
        type=cell(inputs.argument(one)),
        about=cell(about),
    )
