"""The module of `Client` and `AsyncClient`, and what proves who sends a request."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Api, ApiKey, Basic, Bearer, SecurityScheme, name_of

from .casing import argument_name, constant_case, named
from .code import Code, code, docstring, join, literal
from .imports import Import, render_imports
from .package import ClientClass, ClientModule, Page
from .resource_names import child_of
from .sentences import first_paragraph


class Credential(Struct, frozen=True):
    """One argument of the client's constructor, and the variable that replaces it."""

    argument: str
    env: str
    secret: bool


class Secured(Struct, frozen=True):
    """A security scheme and the arguments that it takes."""

    scheme: SecurityScheme
    credentials: tuple[Credential, ...]


def secure(api: Api, package: str) -> list[Secured]:
    """Name the arguments of each security scheme; one alone is the `api_key`."""
    alone = len(api.security_schemes) == 1
    return [
        Secured(scheme, tuple(_credentials(scheme, package, alone=alone)))
        for scheme in api.security_schemes
    ]


def _credentials(
    scheme: SecurityScheme,
    package: str,
    *,
    alone: bool,
) -> list[Credential]:
    prefix = "" if alone else argument_name(name_of(scheme.scheme))
    match scheme:
        case Basic():
            names = [("username", False), ("password", True)]
        case Bearer(obtained="oauth2" | "openIdConnect"):
            names = [("access_token" if alone else "", True)]
        case Bearer() | ApiKey():
            names = [("api_key" if alone else "", True)]
    found: list[Credential] = []
    for name, secret in names:
        argument = "_".join(part for part in (prefix, name) if part)
        env = constant_case(name_of(f"{package}_{argument}"))
        found.append(Credential(argument, env, secret))
    return found


def plan_client(api: Api, package: str, version: str) -> Page:
    """Plan the module of the two clients."""
    secured = secure(api, package)
    checked: set[Import] = {Import("._runtime.options", "ClientOptions")}
    if any(one.secret for each in secured for one in each.credentials):
        checked.add(Import("._runtime.security", "Secret"))
    classes = tuple(_class(api, secured, checked, sync=sync) for sync in (True, False))
    content = ClientModule(
        imports=render_imports(_imports(api, secured), "client"),
        type_checking=(render_imports(checked, "client"),),
        api=_api(api, package, version),
        classes=classes,
    )
    return Page("client.py", content)


def _imports(api: Api, secured: list[Secured]) -> set[Import]:
    imports = {
        Import("__future__", "annotations"),
        Import("typing", "TYPE_CHECKING"),
        Import("typing", "Unpack"),
        Import("._runtime.api", "Api"),
        Import("._runtime.client", "AsyncBaseClient"),
        Import("._runtime.client", "BaseClient"),
        Import(".errors", "STATUS_ERRORS"),
    }
    if api.resources:
        imports.add(Import("functools", "cached_property"))
    return imports | {
        Import("._runtime.security", _kind(one.scheme)) for one in secured
    }


def _kind(scheme: SecurityScheme) -> str:
    match scheme:
        case Bearer():
            return "BearerToken"
        case Basic():
            return "BasicAuth"
        case ApiKey():
            return "ApiKey"


def _api(api: Api, package: str, version: str) -> tuple[Code, ...]:
    facts = [
        code("name={}", literal(package)),
        code("version={}", literal(version)),
    ]
    if api.servers:
        facts.append(code("servers={}", literal(api.servers)))
    if api.security:
        facts.append(code("security={}", literal(api.security)))
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
    about = _about(api, secured) if sync else "The async twin of `Client`."
    pairs = [
        code("{}: {}", literal(one.scheme.scheme), _credential(one)) for one in secured
    ]
    children = [child_of(one, ".client", checked, "Client", sync=sync) for one in top]
    return ClientClass(
        name=Code("Client" if sync else "AsyncClient"),
        base=Code("BaseClient" if sync else "AsyncBaseClient"),
        docstring=docstring(about, indent=4),
        signature=_signature(secured),
        credentials=code("{{{}}}", join(", ", pairs)),
        children=tuple(children),
    )


def _signature(secured: list[Secured]) -> Code:
    parts = [Code("self")]
    for one in (credential for each in secured for credential in each.credentials):
        kind = "Secret" if one.secret else "str"
        parts.append(code("{}: {} | None = None", named(one.argument), named(kind)))
    return join(", ", [*parts, Code("**options: Unpack[ClientOptions]")])


def _credential(secured: Secured) -> Code:
    given = [named(one.argument) for one in secured.credentials]
    secret = next(one for one in secured.credentials if one.secret)
    parts = [*given]
    if isinstance(secured.scheme, ApiKey):
        parts.append(code("name={}", literal(secured.scheme.name)))
        if secured.scheme.location != "header":
            parts.append(code("place={}", literal(secured.scheme.location)))
    parts.append(code("env={}", literal(secret.env)))
    return code("{}({})", named(_kind(secured.scheme)), join(", ", parts))


def _about(api: Api, secured: list[Secured]) -> str:
    """Say what the client is for, and where its credentials come from."""
    parts = [f"A blocking client of the {api_title(api)}."]
    parts += [
        f"`{one.argument}` defaults to the environment variable `{one.env}`."
        for each in secured
        for one in each.credentials
        if one.secret
    ]
    return "\n\n".join(parts)


def api_title(api: Api) -> str:
    """Return what an API is called, as an API."""
    title = " ".join(first_paragraph(api.title).split())
    named_api = {"api", "reference"} & {word.lower() for word in title.split()}
    return title if named_api else f"{title} API"
