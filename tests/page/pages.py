"""The pages that are looked at: a release of a shop, an attack, and a large one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from diff.editing import shop
from diff.edits import EDITS, edited
from diff.repository import CONFIG, Shop
from diff.test_html import hostile_shop

RELEASE = (
    "a parameter is removed",
    "an optional parameter is added",
    "a parameter becomes required",
    "a maximum becomes lower",
    "an operation is renamed",
    "an answer becomes a list",
    "an operation needs other credentials",
    "what is said of an operation changes",
    "a property of what is received takes another type",
    "a property is added to what is received",
    "a value that is received is added",
    "a variant is added to a tagged union",
    "a webhook is added",
    "a key within what is sent becomes required",
    "a status is added that an operation refuses with",
)
"""Edits of one release, as `docs/diff.md` calls them."""
LARGE = 500
"""Operations of the large description, each of which changes four times."""


def release(folder: Path) -> Path:
    """Write the page of a release."""
    made = Shop(folder)
    config = CONFIG.partition("overlays")[0] + 'version = "1.4.0"\n'
    made.write("clientsmith.toml", config)
    made.write("spec/api.yaml", json.dumps(shop(), indent=1))
    made.commit("Sell pets")
    made.git("tag", "v1.4.0")
    document = shop()
    by_name = {edit.name: edit for edit in EDITS}
    for name in RELEASE:
        document = edited(document, by_name[name])
    _add_passport(document["components"]["schemas"])
    made.write("spec/api.yaml", json.dumps(document, indent=1))
    return kept(made, "v1.4.0")


def _add_passport(schemas: dict[str, Any]) -> None:
    """Add a model whose signature is too long to be seen at once."""
    stamps = {f"stamp_{index}": {"type": "string"} for index in range(1, 21)}
    schemas["Passport"] = {"type": "object", "properties": stamps}
    schemas["Pet"]["properties"]["passport"] = {"$ref": "#/components/schemas/Passport"}


def attack(folder: Path) -> Path:
    """Write the page of a description that attacks who looks at it."""
    made = hostile_shop(folder)
    return kept(made, "main:spec/api.yaml")


def large(folder: Path) -> Path:
    """Write the page of 2,000 changes."""
    made = Shop(folder)
    made.write("old.json", json.dumps(_large("string", [], "One.")))
    page = {"in": "query", "schema": {"type": "integer"}}
    made.write("new.json", json.dumps(_large("integer", [page], "Another one.")))
    return kept(made, "old.json", "new.json")


def _large(type_: str, more: list[Any], docs: str) -> dict[str, Any]:
    paths = {
        f"/r{index % 40}/things{index}": {
            "get": {
                "operationId": f"getThing{index}",
                "tags": [f"resource{index % 40}"],
                "description": f"{docs} {index}",
                "parameters": [
                    {
                        "name": f"sort{index}",
                        "in": "query",
                        "description": f"{docs} {index}",
                        "schema": {"type": type_},
                    },
                    {"name": "filter", "in": "query", "schema": {"type": "string"}},
                    *({**each, "name": f"page{index}"} for each in more),
                ],
                "responses": {"204": {"description": "Done."}},
            }
        }
        for index in range(LARGE)
    }
    info = {"title": "Large", "version": "1"}
    servers = [{"url": "https://large.example"}]
    return {"openapi": "3.1.0", "info": info, "servers": servers, "paths": paths}


def kept(made: Shop, *words: str) -> Path:
    """Run the command, and keep the page that it writes."""
    ended = made.diff(*words, "--format", "html")

    assert 0 == ended.code, ended.err
    path = made.folder / "page.html"
    path.write_text(ended.out, "utf-8")
    return path
