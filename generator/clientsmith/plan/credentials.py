"""What proves who sends a request: arguments of the client, and what they become."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from clientsmith.ir import (
    Api,
    ApiKey,
    Basic,
    Bearer,
    Digest,
    MutualTls,
    Name,
    OAuth,
    SecurityScheme,
    name_of,
)
from clientsmith.pointer import Pointer

from .casing import argument_name, constant_case, named
from .code import Code, code, identifier, join, literal
from .hosts import OPTIONS
from .imports import Import
from .requirements import used_schemes, usual

_FILLERS = frozenset({"auth", "authentication", "scheme", "security"})


class Credential(Struct, frozen=True):
    """One argument of the client's constructor, and the variable that replaces it."""

    argument: str
    env: str
    kind: str
    """Its annotation, for the blocking client."""
    is_shown: bool = True
    """Whether examples give it."""
    part: str = ""
    """What it is of its scheme."""


class Secured(Struct, frozen=True):
    """A security scheme and the arguments that it takes."""

    scheme: SecurityScheme
    credentials: tuple[Credential, ...]
    is_used: bool
    """Whether an operation asks for it."""

    @property
    def shown(self) -> list[Credential]:
        """The arguments that examples give."""
        return [one for one in self.credentials if one.is_shown]


def secure(api: Api, package: str, pinned: Mapping[str, str]) -> list[Secured]:
    """Name the arguments of each security scheme; one alone is the `api_key`.

    What was published keeps its name.
    """
    used = used_schemes(api)
    alone = len(used or api.security_schemes) == 1
    wanted = {
        (scheme.scheme, part): names
        for scheme in _by_use(api, used)
        for part, names in _wanted(scheme, alone=alone)
    }
    chosen = _choose(wanted, pinned)
    return [
        Secured(
            scheme,
            tuple(
                _credential(scheme, part, chosen[scheme.scheme, part], package)
                for part, _ in _wanted(scheme, alone=alone)
            ),
            scheme.scheme in used,
        )
        for scheme in api.security_schemes
    ]


def _by_use(api: Api, used: Collection[str]) -> list[SecurityScheme]:
    """List the schemes, those first that most of an API asks for."""
    most = {need.scheme for one in usual(api) for need in one}
    return sorted(
        api.security_schemes,
        key=lambda one: (one.scheme not in most, one.scheme not in used),
    )


def published_credentials(secured: Iterable[Secured]) -> dict[str, str]:
    """List the names that another scheme could take tomorrow."""
    return {
        _key(each.scheme.scheme, one.part): one.argument
        for each in secured
        for one in each.credentials
    }


def _key(scheme: str, part: str) -> str:
    steps = ("components", "securitySchemes", scheme, "arguments", part)
    return str(Pointer("", steps))


def _choose(
    wanted: Mapping[tuple[str, str], list[str]], pinned: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    known = {each: pinned[_key(*each)] for each in wanted if _key(*each) in pinned}
    taken = {*OPTIONS, *known.values()}
    for each, names in wanted.items():
        if each in known:
            continue
        name = next((name for name in names if name not in taken), names[-1])
        while name in taken:
            name += "_"
        known[each] = name
        taken.add(name)
    return known


def _wanted(scheme: SecurityScheme, *, alone: bool) -> list[tuple[str, list[str]]]:
    """List the parts of a scheme, and what each could be called, best first."""
    words = name_of(scheme.scheme)
    match scheme:
        case Basic() | Digest():
            parts = ["username", "password"]
        case OAuth() if _asks(scheme) and "clientCredentials" in scheme.grants:
            parts = ["access_token", "client_id", "client_secret"]
        case OAuth() if _asks(scheme) and not scheme.grants:
            parts = ["access_token", "client_id", "client_secret"]
        case OAuth():
            parts = ["access_token"]
        case MutualTls():
            parts = ["certificate"]
        case Bearer() | ApiKey():
            first = "api_key" if alone else _spelled(words)
            return [("secret", [first, argument_name(words)])]
    prefix = argument_name(words)
    return [(part, [part, f"{prefix}_{part}"]) for part in parts]


def _spelled(name: Name) -> str:
    """Spell the name of a scheme without what every scheme could be called."""
    words = name.words
    if words[1:] and words[-1].lower() in _FILLERS:
        words = words[:-1]
    spelled = argument_name(Name(words))
    return f"{spelled}_token" if spelled in {"bearer", "basic", "http"} else spelled


_KINDS = {
    "access_token": "Secret",
    "certificate": "Certificate",
    "client_id": "str",
    "client_secret": "str",
    "password": "Secret",
    "secret": "Secret",
    "username": "str",
}


def _credential(
    scheme: SecurityScheme, part: str, argument: str, package: str
) -> Credential:
    kind = _KINDS[part]
    if part == "access_token" and isinstance(scheme, OAuth) and _asks(scheme):
        kind = "TokenSource"
    if isinstance(scheme, Digest):
        kind = "str"
    env = constant_case(name_of(f"{package}_{argument}"))
    is_shown = part not in {"client_id", "client_secret"}
    return Credential(argument, env, kind, is_shown, part)


def _asks(scheme: OAuth) -> bool:
    """Tell whether tokens can be asked for, and are not only given."""
    return bool(scheme.token_url or scheme.discovery_url)


def asks_for_tokens(api: Api) -> bool:
    """Tell whether clients of an API can ask for tokens."""
    return any(isinstance(one, OAuth) and _asks(one) for one in api.security_schemes)


_TYPES = {
    "Certificate": ("._runtime.certificates", "Certificate", "Certificate"),
    "Secret": ("._runtime.security", "Secret", "AsyncSecret"),
    "TokenSource": ("._runtime.oauth", "TokenSource", "AsyncTokenSource"),
}


def annotation(one: Credential, *, sync: bool) -> tuple[Code, frozenset[Import]]:
    """Return the type of an argument, and what it is imported by."""
    if one.kind not in _TYPES:
        return named(one.kind), frozenset()
    module, blocking, other = _TYPES[one.kind]
    name = blocking if sync else other
    return named(name), frozenset({Import(module, name)})


def scheme_import(scheme: SecurityScheme) -> Import:
    """Return the class that a scheme becomes."""
    match scheme:
        case OAuth() if _asks(scheme):
            return Import("._runtime.oauth", "OAuth2")
        case Bearer() | OAuth():
            return Import("._runtime.bearer", "BearerToken")
        case Basic():
            return Import("._runtime.basic", "BasicAuth")
        case Digest():
            return Import("._runtime.digest", "DigestAuth")
        case ApiKey():
            return Import("._runtime.api_keys", "ApiKey")
        case MutualTls():
            return Import("._runtime.certificates", "ClientCertificate")


def construct(secured: Secured) -> Code:
    """Write what makes a scheme of the arguments of a client."""
    scheme = secured.scheme
    parts = [named(one.argument) for one in secured.credentials]
    parts += [
        code("{}={}", identifier(key), literal(text)) for key, text in _details(scheme)
    ]
    for one in secured.credentials:
        key = _ENV_OF.get(one.part, Code("env"))
        parts.append(code("{}={}", key, literal(one.env)))
    return code("{}({})", named(scheme_import(scheme).name), join(", ", parts))


def constructed_of(scheme: SecurityScheme) -> tuple[str, dict[str, str]]:
    """Return the class that a scheme becomes, and what it is told beside secrets."""
    return scheme_import(scheme).name, dict(_details(scheme))


_ENV_OF = {
    "client_id": Code("client_id_env"),
    "client_secret": Code("client_secret_env"),
    "username": Code("username_env"),
}


def _details(scheme: SecurityScheme) -> list[tuple[str, str]]:
    match scheme:
        case ApiKey(location="header"):
            return [("name", scheme.name)]
        case ApiKey():
            return [("name", scheme.name), ("place", scheme.location)]
        case Bearer() if scheme.http_scheme != "Bearer":
            return [("scheme", scheme.http_scheme)]
        case OAuth():
            urls = [
                ("token_url", scheme.token_url),
                ("refresh_url", scheme.refresh_url),
                ("discovery_url", scheme.discovery_url),
            ]
            return [(key, url) for key, url in urls if url]
        case _:
            return []
