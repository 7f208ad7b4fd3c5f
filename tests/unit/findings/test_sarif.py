"""The log is SARIF 2.1.0, and says the same problem by the same fingerprint."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk

WRONG = DOCUMENT.replace("schemas/Pet", "schemas/Pett")
TWICE = DOCUMENT.replace(
    "  /pets:",
    "  /dogs: {get: {operationId: listPets, responses: {}}}\n  /pets:",
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Stand in the root of a repository."""
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return Desk(tmp_path)


def log(desk: Desk, text: str, command: str = "generate") -> Any:
    """Run a command for a description, and return the only run of a valid log.

    The classes are made from the schema that OASIS publishes, and allow nothing
    else.
    """
    desk.write("api.yaml", text)
    out = desk.run(command, "api.yaml", *SINGLE, "--format", "sarif").out
    StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(out)
    (run,) = json.loads(out)["runs"]
    return run


def test_a_problem_is_a_result_with_a_rule_and_a_place(desk: Desk) -> None:
    """Paths are relative to the root, columns count characters, lines from 1."""
    run = log(desk, WRONG)
    (result,) = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    (location,) = result["locations"]

    assert ("reference-missing", "error") == (result["ruleId"], result["level"])
    assert result["ruleId"] == rule["id"]
    assert rule["shortDescription"]["text"].startswith("A reference points at")
    assert "`reference-missing` is `fail`" in rule["help"]["markdown"]
    assert {
        "artifactLocation": {"uri": "api.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 13, "startColumn": 45},
    } == location["physicalLocation"]
    assert "unicodeCodePoints" == run["columnKind"]
    assert {"executionSuccessful": True, "exitCode": 3} == run["invocations"][0]


def test_the_other_half_is_a_related_location(desk: Desk) -> None:
    """With what it says."""
    results = log(desk, TWICE)["results"]
    (result,) = [one for one in results if one["ruleId"] == "operation-id-repeated"]
    (related,) = result["relatedLocations"]

    assert "note" == result["level"]
    assert "api.yaml" == related["physicalLocation"]["artifactLocation"]["uri"]
    assert related["message"]["text"] in result["message"]["text"]


def fingerprints(run: Any) -> list[str]:
    """List the fingerprints by which GitHub knows results again."""
    return [
        each["partialFingerprints"]["primaryLocationLineHash"]
        for each in run["results"]
    ]


def test_fingerprints_survive_that_lines_move(desk: Desk) -> None:
    """The same problem of the same value is the same one."""
    before = fingerprints(log(desk, WRONG))
    moved = fingerprints(log(desk, WRONG.replace("info:", "# one\n\n# more\ninfo:")))
    other = fingerprints(log(desk, DOCUMENT.replace("schemas/Pet", "schemas/Dog")))

    assert before == moved
    assert before != other


def test_what_is_said_twice_of_a_line_has_two_fingerprints(desk: Desk) -> None:
    """One result would hide the other."""
    twin = "      - {name: a, in: query, schema: {type: string, default: 1}}\n"
    text = DOCUMENT.replace("      tags:", f"      parameters:\n{twin}      tags:")
    found = fingerprints(log(desk, text))

    assert len(found) == len({*found})


def uri(location: Any) -> str:
    """Return the file of a location."""
    found: str = location["physicalLocation"]["artifactLocation"]["uri"]
    return found


def test_drift_is_a_result(desk: Desk) -> None:
    """On the description, with what it is generated into beside it."""
    desk.generate("api.yaml", DOCUMENT)
    run = log(desk, DOCUMENT.replace("name: {type: string}", "name: {}"), "check")
    stale = [each for each in run["results"] if each["ruleId"] == "drift-stale"]
    of = {
        uri(each["locations"][0]): uri(each["relatedLocations"][0])
        for each in stale
        if "relatedLocations" in each
    }

    assert "drift-document" == run["results"][0]["ruleId"]
    assert "api.yaml" == of["out/pets/models/pet.py"]
    assert Exit.DRIFT == run["invocations"][0]["exitCode"]


def test_a_sound_run_has_no_results(desk: Desk) -> None:
    """And is a log all the same: services close what is gone by it."""
    run = log(desk, DOCUMENT)

    assert ([], []) == (run["results"], run["tool"]["driver"]["rules"])


def test_what_has_no_place_is_at_the_description(desk: Desk) -> None:
    """Services take no result without a file."""
    text = DOCUMENT.partition("servers:")[0]
    results = log(desk, text.replace("api.yaml", ""))["results"]

    assert {"api.yaml"} == {
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in results
    }


def test_wrong_usage_is_no_successful_run(desk: Desk) -> None:
    """What could not be looked at is not free of problems."""
    out = desk.run("check", "--format", "sarif").out
    (run,) = json.loads(out)["runs"]
    StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(out)

    assert {"executionSuccessful": False, "exitCode": 2} == run["invocations"][0]
    assert "config-not-found" == run["results"][0]["ruleId"]
