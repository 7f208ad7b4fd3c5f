"""Small descriptions, for what one edit of the shop does not show."""

from __future__ import annotations

from typing import Any

from clientsmith.load import JSON

TEXT: Any = {"type": "string"}
NUMBER: Any = {"type": "integer"}
FILE: Any = {"type": "string", "format": "binary"}


def described(
    paths: dict[str, Any], schemas: dict[str, Any] | None = None, **others: Any
) -> JSON:
    """Describe an API."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": paths,
        "components": {"schemas": schemas or {}},
        **others,
    }


def operation(name: str, answer: Any = TEXT, **others: Any) -> dict[str, Any]:
    """Describe an operation that answers with JSON."""
    content = {"application/json": {"schema": answer}}
    responses = {"200": {"description": "It.", "content": content}}
    return {"operationId": name, "tags": ["pets"], "responses": responses, **others}


def objects(*required: str, **properties: Any) -> dict[str, Any]:
    """Describe objects."""
    return {"type": "object", "required": [*required], "properties": properties}


def lists(of: Any) -> dict[str, Any]:
    """Describe lists."""
    return {"type": "array", "items": of}


def schema(name: str) -> dict[str, Any]:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def asked(name: str, of: Any, *, required: bool = False) -> dict[str, Any]:
    """Describe a parameter of the query."""
    return {"name": name, "in": "query", "required": required, "schema": of}


def sent(**media: Any) -> dict[str, Any]:
    """Describe what is sent, as `json`, as `form`, or as both."""
    types = {"json": "application/json", "form": "multipart/form-data"}
    content = {types[name]: {"schema": of} for name, of in media.items()}
    return {"required": True, "content": content}
