"""Extensions of operations that say how pages follow each other.

The own one is read as a scheme. Those of others are translated where they mean the
same:
https://www.speakeasy.com/docs/sdks/customize/runtime/pagination
https://buildwithfern.com/learn/api-definitions/openapi/extensions/pagination
https://azure.github.io/autorest/extensions/#x-ms-pageable
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from clientsmith.ir.page_schemes import PageScheme, read_scheme

OWN = "x-clientsmith-pagination"
_SPEAKEASY = "x-speakeasy-pagination"
_FERN = "x-fern-pagination"
_AZURE = "x-ms-pageable"
_LAST = re.compile(r"(.*)\[(?:-1|\(@\.length ?- ?1\))\]\.(.+)")
_SENT_IN = {"parameters": "query", "requestBody": "body"}

Table = Mapping[str, object]


def extension_scheme(operation: Table, root: Table) -> PageScheme | None:
    """Return what the extensions of an operation say, the own one first.

    Raises:
        SchemeError: It cannot be read; it says why in a sentence.
    """
    for name, translate in _READERS.items():
        said = operation.get(name)
        if said is True:
            said = root.get(name)
        if said is False:
            return PageScheme(name=name, kind="none")
        if isinstance(said, Mapping):
            return read_scheme(name, translate(cast("Table", said)))
    return None


def _own(table: Table) -> Table:
    return table


def _speakeasy(table: Table) -> Table:
    outputs = _table(table.get("outputs"))
    found: dict[str, object] = {}
    if "results" in outputs:
        found["items"] = outputs["results"]
    if table.get("type") == "url":
        return {**found, "kind": "url", "next": outputs.get("nextUrl")}
    inputs = [_table(each) for each in cast("list[object]", table.get("inputs", []))]
    kind = "cursor" if table.get("type") == "cursor" else None
    for one in inputs:
        type_ = one.get("type")
        if type_ == (kind or type_) and type_ in {"cursor", "page", "offset"}:
            found |= {"kind": type_, "parameter": one.get("name")}
            found |= {"in": _SENT_IN.get(str(one.get("in")), "query")}
            break
    if "numPages" in outputs and found.get("kind") == "page":
        found["pages"] = outputs["numPages"]
    return _cursor(found, outputs.get("nextCursor")) if kind else found


def _cursor(found: dict[str, object], token: object) -> Table:
    """Say where a token is: in the answer, or in its last item."""
    last = _LAST.fullmatch(str(token))
    if not last:
        return {**found, "next": token}
    return {**found, "kind": "last-item", "items": last[1], "next": last[2]}


def _fern(table: Table) -> Table:
    places = {"next": "next_cursor", "items": "results", "more": "has-next-page"}
    found: dict[str, object] = {
        key: re.sub(r"^\$response\.", "", str(table[name]))
        for key, name in places.items()
        if name in table
    }
    if "next_uri" in table:
        address = re.sub(r"^\$response\.", "", str(table["next_uri"]))
        return {**found, "kind": "url", "next": address}
    if "cursor" in table:
        return {**found, "kind": "cursor", "parameter": _asked(table["cursor"])}
    # With a step it counts items, without one it counts pages.
    kind = "offset" if "step" in table else "page"
    return {**found, "kind": kind, "parameter": _asked(table.get("offset"))}


def _asked(said: object) -> str:
    return re.sub(r"^\$request\.", "", str(said))


def _azure(table: Table) -> Table:
    if not isinstance(table.get("nextLinkName"), str):
        return {"kind": "none"}
    name = {"next": f"/{table['nextLinkName']}"}
    return {"kind": "url", "items": f"/{table.get('itemName', 'value')}", **name}


def _table(value: object) -> Table:
    return cast("Table", value) if isinstance(value, Mapping) else {}


_READERS = {OWN: _own, _SPEAKEASY: _speakeasy, _FERN: _fern, _AZURE: _azure}
