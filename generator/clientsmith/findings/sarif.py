"""Findings in the Static Analysis Results Interchange Format, version 2.1.0.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias
from urllib.parse import quote

from clientsmith import __version__
from clientsmith.catalogue import as_markdown, as_text, catalogue, policy_of
from clientsmith.diagnostics import Exit, Severity

from .finding import Finding, Remark, Spot

Object: TypeAlias = dict[str, object]

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT: Final = "%SRCROOT%"
"""What paths are relative to; GitHub takes it for the root of the repository."""

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}
_FAILURES: Final = frozenset({Exit.USAGE, Exit.NETWORK, Exit.BUG})


def sarif_log(findings: Sequence[Finding], code: Exit) -> Object:
    """Write findings as the log of one run of the tool."""
    codes = sorted({each.code for each in findings})
    driver = {
        "name": "clientsmith",
        "semanticVersion": __version__,
        "rules": [_rule(each) for each in codes],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [
            {"executionSuccessful": code not in _FAILURES, "exitCode": int(code)}
        ],
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The root of the repository."}}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Object:
    entry = catalogue()[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.means},
        "fullDescription": {"text": f"{entry.means} {policy_of(code)}"},
        "help": {
            "text": "\n".join(as_text(code, entry)),
            "markdown": "\n".join(as_markdown(code, entry)),
        },
    }


def _result(finding: Finding, index: int) -> Object:
    result: Object = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text},
        "locations": _locations(finding.at),
        "relatedLocations": _related(finding.notes),
        "partialFingerprints": {
            # GitHub tells by this name alone what it has seen before.
            "primaryLocationLineHash": finding.fingerprint,
            "clientsmith/v1": finding.fingerprint,
        },
    }
    if finding.target:
        result["properties"] = {"target": finding.target}
    return {key: value for key, value in result.items() if value != []}


def _locations(at: Spot | None) -> list[Object]:
    if at is None:
        return []
    location: Object = {}
    if at.path is not None:
        location["physicalLocation"] = {
            "artifactLocation": _artifact(at),
            "region": {"startLine": at.line, "startColumn": at.column},
        }
    if at.pointer is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": at.pointer}]
    return [location]


def _artifact(at: Spot) -> Object:
    if at.is_uri:
        return {"uri": at.path}
    return {"uri": quote(at.path or ""), "uriBaseId": ROOT}


def _related(notes: Iterable[Remark]) -> list[Object]:
    placed = [
        (note, location)
        for note in notes
        for location in _locations(note.at)
        if location
    ]
    return [
        {"id": number, "message": {"text": note.message}, **location}
        for number, (note, location) in enumerate(placed, start=1)
    ]
