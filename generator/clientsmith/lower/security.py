"""Security schemes and requirements.

https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object
"""

from __future__ import annotations

from typing import Literal

from openapi_pydantic.v3.v3_1 import SecurityScheme as SchemeObject

from clientsmith.diagnostics import warning
from clientsmith.ir import ApiKey, Basic, Bearer, Requirement, SecurityScheme
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
    match node.type, (node.scheme or "").lower():
        case "http", "bearer":
            return Bearer(scheme=name, obtained="given", docs=docs, at=at)
        case "http", "basic":
            return Basic(scheme=name, docs=docs, at=at)
        case ("oauth2" | "openIdConnect") as kind, _:
            return Bearer(scheme=name, obtained=kind, docs=docs, at=at)
        case "apiKey", _ if node.name and node.security_scheme_in in _PLACES:
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


def _docs(node: SchemeObject) -> str:
    """Return what a scheme is for, and whether it should still be used."""
    docs = as_markdown(node.description)
    if (node.model_extra or {}).get("deprecated") is True:
        return f"{docs}\n\nDeprecated.".strip()
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

    Since 3.2 a scheme may also be named by where it is described.
    """
    names = {scheme.scheme for scheme in known}
    places = {str(scheme.at): scheme.scheme for scheme in known}
    wanted = [
        tuple(places.get(name, name) for name in requirement)
        for requirement in raw or ()
    ]
    return tuple(requirement for requirement in wanted if names.issuperset(requirement))
