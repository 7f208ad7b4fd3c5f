"""Somebody else's API: the description that they publish, and what it answers."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from servers.publisher import Publisher

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["pets"],
                "responses": {
                    "200": {
                        "description": "All of them.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Pet"},
                                }
                            }
                        },
                    }
                },
            },
            "post": {
                "operationId": "addPet",
                "tags": ["pets"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Pet"}
                        }
                    },
                },
                "responses": {"204": {"description": "It is here."}},
            },
        },
        "/owners": {
            "get": {
                "operationId": "listOwners",
                "tags": ["owners"],
                "responses": {
                    "200": {
                        "description": "All of them.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "array",
                                    "items": {"$ref": "#/components/schemas/Owner"},
                                }
                            }
                        },
                    }
                },
            },
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "kind": {"$ref": "#/components/schemas/Kind"},
                },
            },
            "Kind": {"type": "string", "enum": ["cat", "dog"]},
            "Owner": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}},
            },
        }
    },
}


class Upstream:
    """An API that publishes its description, and changes it when it likes."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._description = deepcopy(DESCRIPTION)
        self._description["servers"] = [{"url": publisher.address}]
        self.url = self._publish()

    def answers(self, path: str, value: object) -> None:
        """Answer what is asked for at a path."""
        self._publisher.publish(
            path, json.dumps(value), headers={"Content-Type": "application/json"}
        )

    def adds_property(self, schema: str, name: str, value: object) -> None:
        """Let a schema have one more property."""
        self._schema(schema)["properties"][name] = value
        self._publish()

    def adds_value(self, schema: str, value: str) -> None:
        """Let an enumeration have one more value, before all others."""
        self._schema(schema)["enum"].insert(0, value)
        self._publish()

    def adds_operation(self, method: str, path: str, name: str) -> None:
        """Do one thing more."""
        answer = {"description": "Done."}
        operation = {
            "operationId": name,
            "tags": ["pets"],
            "responses": {"204": answer},
        }
        self._description["paths"].setdefault(path, {})[method] = operation
        self._publish()

    def removes_operation(self, method: str, path: str) -> None:
        """Do something no longer."""
        del self._description["paths"][path][method]
        self._publish()

    def says_that(self, schema: str, name: str, *, is_of_type: str) -> None:
        """Describe a property by another type."""
        self._schema(schema)["properties"][name] = {"type": is_of_type}
        self._publish()

    def _schema(self, name: str) -> Any:
        return self._description["components"]["schemas"][name]

    def _publish(self) -> str:
        text = json.dumps(self._description, indent=2)
        return self._publisher.publish("/openapi.json", f"{text}\n", etag=True)
