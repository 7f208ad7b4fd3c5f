"""The module of `Client` and `AsyncClient`."""

from __future__ import annotations

from clientsmith.ir import Api

from . import hosts
from .arguments import streams
from .casing import named
from .code import Code, code, docstring, join, literal
from .credentials import Credential, Secured, annotation, construct, scheme_import
from .imports import Import, render_imports
from .package import ClientClass, ClientModule, Page
from .requirements import written
from .resource_names import child_of
from .sentences import first_paragraph, in_one_line


def plan_client(api: Api, package: str, version: str, secured: list[Secured]) -> Page:
    """Plan the module of the two clients."""
    checked: set[Import] = {Import("._runtime.options", _options(api))}
    classes = tuple(_class(api, secured, checked, sync=sync) for sync in (True, False))
    content = ClientModule(
        imports=render_imports(_imports(api, secured), "client"),
        type_checking=(render_imports(checked, "client"),),
        api=_api(api, package, version),
        classes=classes,
    )
    return Page("client.py", content)


def _options(api: Api) -> str:
    return "AddressedOptions" if hosts.needs_base_url(api) else "ClientOptions"


def _imports(api: Api, secured: list[Secured]) -> set[Import]:
    imports = {
        Import("__future__", "annotations"),
        Import("typing", "TYPE_CHECKING"),
        Import("typing", "Unpack"),
        Import("._runtime.api", "Api"),
        *(_base(api, sync=sync) for sync in (True, False)),
        Import(".errors", "STATUS_ERRORS"),
    }
    taken = _arguments(secured)
    if hosts.choices(api) or any(o.variable.enum for o in hosts.options(api, taken)):
        imports.add(Import("typing", "Literal"))
    if hosts.has_choice(api):
        imports.add(Import("._runtime.server_choice", "ServerChoice"))
    if hosts.options(api, taken):
        imports.add(Import("._runtime.server_choice", "Variable"))
    if api.resources:
        imports.add(Import("functools", "cached_property"))
    return imports | {scheme_import(one.scheme) for one in secured}


def _base(api: Api, *, sync: bool) -> Import:
    kind = "" if sync else "Async"
    if streams(api):
        return Import("._runtime.streaming", f"{kind}StreamingClient")
    return Import("._runtime.client", f"{kind}BaseClient")


_TWIN = "The async twin of `Client`, with the same options and defaults."


def _credentials(secured: list[Secured]) -> list[Credential]:
    return [one for each in secured for one in each.credentials]


def _arguments(secured: list[Secured]) -> set[str]:
    return {*hosts.OPTIONS, *(one.argument for one in _credentials(secured))}


def _api(api: Api, package: str, version: str) -> tuple[Code, ...]:
    facts = [
        code("name={}", literal(package)),
        code("version={}", literal(version)),
        *hosts.facts(api),
    ]
    if api.security:
        facts.append(code("security={}", written(api.security)))
    facts.append(Code("errors=STATUS_ERRORS"))
    return tuple(facts)


def _class(
    api: Api,
    secured: list[Secured],
    checked: set[Import],
    *,
    sync: bool,
) -> ClientClass:
    top = [one for one in api.resources if len(one.path) == 1]
    about = _about(api, secured) if sync else _TWIN
    pairs = [
        code("{}: {}", literal(one.scheme.scheme), construct(one)) for one in secured
    ]
    children = [child_of(one, ".client", checked, "Client", sync=sync) for one in top]
    return ClientClass(
        name=Code("Client" if sync else "AsyncClient"),
        base=named(_base(api, sync=sync).name),
        docstring=docstring(about, indent=4),
        signature=_signature(api, secured, checked, sync=sync),
        credentials=code("{{{}}}", join(", ", pairs)),
        settings=tuple(hosts.passed(api, _arguments(secured))),
        children=tuple(children),
    )


def _signature(
    api: Api, secured: list[Secured], checked: set[Import], *, sync: bool
) -> Code:
    """Write the parameters of a client: by name only, since another may be added."""
    parts: list[Code] = []
    for one in _credentials(secured):
        kind, imports = annotation(one, sync=sync)
        checked |= imports
        parts.append(code("{}: {} | None = None", named(one.argument), kind))
    parts += hosts.parameters(api, _arguments(secured))
    star = [Code("*")] if parts else []
    options = code("**options: Unpack[{}]", named(_options(api)))
    return join(", ", [Code("self"), *star, *parts, options])


def _about(api: Api, secured: list[Secured]) -> str:
    """Say what the client is for, where its credentials come from, and where it is."""
    parts = [f"A blocking client of the {api_title(api)}."]
    parts += [_sentence(each) for each in secured]
    parts += hosts.about(api, _arguments(secured))
    parts.append(_defaults(api))
    return "\n\n".join(parts)


def _defaults(api: Api) -> str:
    """Say what holds where no option is given, as `templates/runtime` has it."""
    event = "An event may have 128 MiB (`max_event_bytes`). " if streams(api) else ""
    return (
        "Unless options say otherwise, 60 seconds of silence are borne (`timeout`), a "
        "call may take any time (`deadline`), and what failed is tried again up to 2 "
        f"times, after about 0.5 and 1 seconds (`retry`). {event}"
        "Up to 1000 connections are open, and 100 of them kept for 30 seconds."
    )


def _sentence(secured: Secured) -> str:
    """Say what the arguments of a scheme are by default, and what they are for."""
    names = [f"`{one.argument}`" for one in secured.credentials]
    variables = [f"`{one.env}`" for one in secured.credentials]
    verb = "defaults" if len(names) == 1 else "default"
    plural = "" if len(names) == 1 else "s"
    first = in_one_line(first_paragraph(secured.scheme.docs)).rstrip(".")
    about = f": {first}" if first else ""
    return (
        f"{_listed(names)} {verb} to the environment variable{plural} "
        f"{_listed(variables)}{about}."
    )


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def api_title(api: Api) -> str:
    """Return what an API is called, as an API."""
    title = " ".join(first_paragraph(api.title).split())
    named_api = {"api", "reference"} & {word.lower() for word in title.split()}
    return title if named_api else f"{title} API"
