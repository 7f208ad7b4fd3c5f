"""Security schemes and requirements.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from typing import Any, Literal

from openapi_pydantic.v3.v3_1 import OAuthFlow
from openapi_pydantic.v3.v3_1 import SecurityScheme as SchemeObject

from clientsmith.diagnostics import warning
from clientsmith.ir import (
    ApiKey,
    Basic,
    Bearer,
    Digest,
    Grant,
    MutualTls,
    Need,
    OAuth,
    Requirement,
    SecurityScheme,
)
from clientsmith.pointer import Pointer

from .context import Context
from .markdown import as_markdown


def lower_schemes(context: Context) -> tuple[SecurityScheme, ...]:
    """List the schemes that the client can speak; the others are reported."""
    components = context.description.openapi.components
    root = context.description.root / "components" / "securitySchemes"
    found: list[SecurityScheme] = []
    schemes = (components.securitySchemes if components else None) or {}
    for name, raw in sorted(schemes.items()):
        node, at = context.description.follow(raw, root / name, SchemeObject)
        scheme = _scheme(name, node, at)
        if scheme is not None:
            found.append(scheme)
        else:
            _report(context, node, at)
    return tuple(found)


def _scheme(name: str, node: SchemeObject, at: Pointer) -> SecurityScheme | None:
    docs = _docs(node)
    match node.type:
        case "http" if node.scheme:
            return _http(name, node.scheme, docs, at)
        case "oauth2":
            return _oauth(name, node, docs, at)
        case "openIdConnect":
            url = str(node.openIdConnectUrl or "")
            return OAuth(scheme=name, grants=(), discovery_url=url, docs=docs, at=at)
        case "mutualTLS":
            return MutualTls(scheme=name, docs=docs, at=at)
        case "apiKey" if node.name and node.security_scheme_in in _PLACES:
            location = _PLACES[node.security_scheme_in]
            return ApiKey(
                scheme=name,
                name=node.name,
                location=location,
                docs=docs,
                at=at,
            )
        case _:
            return None


def _http(name: str, http_scheme: str, docs: str, at: Pointer) -> SecurityScheme:
    match http_scheme.lower():
        case "basic":
            return Basic(scheme=name, docs=docs, at=at)
        case "digest":
            return Digest(scheme=name, docs=docs, at=at)
        case "bearer":
            return Bearer(scheme=name, docs=docs, at=at)
        case _:
            return Bearer(scheme=name, http_scheme=http_scheme, docs=docs, at=at)


_GRANTS: tuple[Grant, ...] = (
    "clientCredentials",
    "password",
    "authorizationCode",
    "deviceAuthorization",
)
"""Flows with a token endpoint; that of the first one is asked."""


def _oauth(name: str, node: SchemeObject, docs: str, at: Pointer) -> OAuth:
    """Find out where tokens are given: `implicit` ends without a token endpoint."""
    flows: dict[Grant, OAuthFlow] = {
        grant: flow for grant in _GRANTS if (flow := _flow(node, grant))
    }
    extra: dict[str, Any] = node.model_extra or {}
    metadata = extra.get("oauth2MetadataUrl")
    first = next(iter(flows.values()), None)
    return OAuth(
        scheme=name,
        grants=tuple(flows),
        token_url=str(first.tokenUrl) if first else "",
        refresh_url=str(first.refreshUrl or "") if first else "",
        discovery_url=metadata if isinstance(metadata, str) and not first else "",
        docs=docs,
        at=at,
    )


def _flow(node: SchemeObject, grant: Grant) -> OAuthFlow | None:
    """Return a flow that has a token endpoint; the view does not know those of 3.2."""
    flow: object = getattr(node.flows, grant, None)
    if isinstance(flow, dict):
        flow = OAuthFlow.model_validate({"scopes": {}, **flow})
    return flow if isinstance(flow, OAuthFlow) and flow.tokenUrl else None


def _docs(node: SchemeObject) -> str:
    """Return what a scheme is for; first, whether it should still be used."""
    docs = as_markdown(node.description)
    if (node.model_extra or {}).get("deprecated") is True:
        return f"Deprecated. {docs}".strip()
    return docs


_PLACES: dict[str, Literal["header", "query", "cookie"]] = {
    "header": "header",
    "query": "query",
    "cookie": "cookie",
}


def _report(context: Context, node: SchemeObject, at: Pointer) -> None:
    context.opaque.add(at)
    kind = f"{node.type} {node.scheme or ''}".strip()
    context.problems.append(
        warning(
            "security-scheme",
            f"security scheme `{at.last}` ({kind}) is not supported yet",
            at,
            hint="send its credential with the client's `headers` option",
        ),
    )


def lower_requirements(
    raw: list[dict[str, list[str]]] | None,
    known: tuple[SecurityScheme, ...],
) -> tuple[Requirement, ...]:
    """List the alternatives that the client can meet.

    Since 3.2 a scheme may also be named by where it is described. What stands beside
    other schemes than those of OAuth are roles, which nobody asks for.
    """
    places = {str(scheme.at): scheme for scheme in known}
    names = places | {scheme.scheme: scheme for scheme in known}
    return tuple(
        tuple(_need(names[name], scopes) for name, scopes in requirement.items())
        for requirement in raw or ()
        if requirement.keys() <= names.keys()
    )


def _need(scheme: SecurityScheme, scopes: list[str]) -> Need:
    asked = tuple(scopes) if isinstance(scheme, OAuth) else ()
    return Need(scheme.scheme, asked)
