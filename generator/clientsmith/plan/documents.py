"""The documents beside a package: what installs it, and how to begin."""

from __future__ import annotations

from collections.abc import Collection

from clientsmith.ir import Api, EventStream
from clientsmith.styles import Extra

from .arguments import stream_of
from .beside import Project, Readme, ReadmeSection
from .callbacks import PlannedCallback
from .calls import write_long_call, write_long_download, write_request, write_stream
from .casing import named
from .client import api_title
from .code import Code, code, join, literal, prose, toml_string
from .credentials import Secured, asks_for_tokens
from .examples import Examples
from .fakes import in_fake, returned
from .hosts import OPTIONS, needs_base_url
from .hosts import about as about_servers
from .layout import Layout
from .observing import observing, optional, tracing
from .operations import Planned
from .package import Page
from .requirements import usual
from .samples import Sampler
from .sentences import first_paragraph, in_one_line
from .webhook_docs import plan_guide


def plan_project(
    api: Api, package: str, version: str, extras: Collection[Extra]
) -> Page:
    """Plan the `pyproject.toml` that installs the package."""
    about = f"Python client of the {api_title(api)}"
    content = Project(
        distribution=toml_string(package.replace("_", "-")),
        package=toml_string(package),
        description=toml_string(about),
        version=toml_string(version),
        optional=optional(extras),
    )
    return Page("pyproject.toml", content, seeded=True)


def plan_readme(
    api: Api,
    package: str,
    layout: Layout,
    planned: list[Planned],
    secured: list[Secured],
    callbacks: list[PlannedCallback],
    base_error: str,
    *,
    testing: bool,
    extras: Collection[Extra],
) -> Page:
    """Plan the README, written from this API's own operations."""
    sampler = Sampler(Examples(api.declarations), sending=True)
    first = _first(planned)
    streams = [one for one in planned if stream_of(one.operation)]
    files = [one for one in planned if one.download_method]
    lists = sorted((one for one in planned if one.pages), key=_needed)
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
        first_call=tuple(_answer(one, sampler) for one in first),
        sections=(
            *(_listing(one, sampler) for one in lists[:1]),
            *(_streaming(one, sampler) for one in streams[:1]),
            *(_downloading(one, sampler) for one in files[:1]),
        ),
        webhooks=plan_guide(api, package, callbacks),
        base_error=named(base_error),
        further=(
            observing(package),
            *(tracing(package) for extra in extras if extra == "opentelemetry"),
            *(_testing(api, package, layout, one) for one in first if testing),
            *(_requesting(one, sampler) for one in first),
        ),
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


def _answer(one: Planned, sampler: Sampler) -> Code:
    """Write a call and what is done with its answer, if it has one."""
    call = write_long_call(one, sampler)
    if one.plain is not None and one.plain.is_nothing:
        return call
    called = code("{}.first().value", call) if one.pages else call
    return code("answer = {}\nprint(answer)", called)


def _listing(one: Planned, sampler: Sampler) -> ReadmeSection:
    return ReadmeSection(
        title=Code("Lists"),
        about=Code(
            "A list is read page by page. Nothing is sent before its first item is "
            "asked for, and no page before it is needed.\n"
            "`pages.by_page()` yields whole pages, which have `items`, the answer as "
            "`value`, and `next`:\n"
            "a text that `pages.by_page(start=...)` goes on from, today or another "
            "day. `pages.first()` fetches one page.\n"
            "Each page is one request, with retries and a deadline of its own. "
            "With `AsyncClient`, write `async for`."
        ),
        example=code(
            "pages = {}\nfor item in pages.items(max_items=100):\n    print(item)",
            write_long_call(one, sampler),
        ),
    )


def _needed(one: Planned) -> int:
    return sum(taken.required for taken in one.arguments.all)


_UNKNOWN = Code(
    "\nAn event that the API has added since arrives as an `UnknownEvent`, with its "
    "name in `event` and its text in `data`."
)


def _streaming(one: Planned, sampler: Sampler) -> ReadmeSection:
    has_names = isinstance(stream_of(one.operation), EventStream)
    return ReadmeSection(
        title=Code("Stream"),
        about=code(
            "A stream is a method of its own. "
            "The request goes out when the first event is asked for.\n"
            "With `AsyncClient`, write `async with` and `async for`.{}",
            _UNKNOWN if has_names else Code(""),
        ),
        example=write_stream(one, sampler),
    )


def _downloading(one: Planned, sampler: Sampler) -> ReadmeSection:
    return ReadmeSection(
        title=Code("Download"),
        about=Code(
            "Bytes need no memory: what breaks off goes on if the server allows it, "
            "and a file is there when it is whole."
        ),
        example=code(
            '{}.save("file", progress=print)', write_long_download(one, sampler)
        ),
    )


def _testing(api: Api, package: str, layout: Layout, one: Planned) -> ReadmeSection:
    return ReadmeSection(
        title=Code("Testing"),
        about=Code(
            "Code that calls the API is tested with a fake of it. Its clients are real "
            "ones without a network: they retry, read and raise as always.\n"
            "It returns models or JSON, raises errors (`raises(errors.TimedOut)`), "
            "breaks streams off at any byte (`streams([...], cut_at=10)`), is as slow "
            "as told (`returns(..., delay=2)`), and records what it was asked without "
            "credentials.\n"
            "`make(models.Name, attribute=value)` makes models that hold what they "
            "cannot be without, and fit their description."
        ),
        example=code(
            "from {0} import models\n"
            "from {0}.testing import FakeApi, make\n\n"
            "fake = FakeApi()\n"
            "fake.{1}.returns({2})\n"
            "your_code(fake.client)\n"
            "print(fake.calls)",
            named(package),
            in_fake(one),
            returned(api, layout, one),
        ),
    )


def _requesting(one: Planned, sampler: Sampler) -> ReadmeSection:
    return ReadmeSection(
        title=Code("Requests as values"),
        about=Code(
            "`send` returns all that comes with an answer, and `as_curl` writes the "
            "request as a shell command, without its credentials."
        ),
        example=code(
            "request = {}\n"
            "response = client.send(request)\n"
            "print(response.status, response.headers, response.value)\n"
            "print(client.as_curl(request))",
            write_request(one, sampler),
        ),
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
            _needed(one),
            one.method != "list",
        ),
    )
    return ranked[:1]
