"""The report accounts for everything in a description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from clientsmith.report import ConservationError, make_report
from golden.packages import FOLDER
from hostile.command import Desk
from unit.compiling import compiled

PATHS = "paths: {/pets: {get: {responses: {'200': {description: All.}}}}}\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Report on the golden document with the most that is refused."""
    desk = Desk(tmp_path_factory.mktemp("report"))
    document = (FOLDER / "jobs/openapi.yaml").read_bytes()
    desk.generate("jobs.yaml", document, "--report", "report.json")
    return json.loads((desk.folder / "report.json").read_text("utf-8"))


def statuses(entries: list[dict[str, str]]) -> dict[str, str]:
    """Map the last steps of pointers to statuses."""
    return {entry["pointer"].rpartition("/")[2]: entry["status"] for entry in entries}


def test_each_operation_says_how_it_is_called(report: Any) -> None:
    """With each argument, its place and its name on the wire."""
    create = next(each for each in report["operations"] if each["path"] == "/jobs")

    assert "emitted" == create["status"]
    assert ("POST", "/jobs", "createJob") == (
        create["method"],
        create["path"],
        create["operation_id"],
    )
    assert "client.jobs.create" == create["call"]
    assert "stream_call" not in create
    assert {
        "name": "notify_url",
        "place": "body",
        "wire_name": "notifyUrl",
        "required": False,
    } in create["arguments"]


def test_streams_have_a_call_of_their_own(report: Any) -> None:
    """Beside the one that answers at once, or instead of it."""
    calls = {
        each["path"]: (each["call"], each["stream_call"])
        for each in report["operations"]
        if "stream_call" in each
    }

    assert ("client.explanations.create", "client.explanations.create_stream") == (
        calls["/explain"]
    )
    assert ("client.jobs.watch", "client.jobs.watch") == calls["/jobs/{id}/events"]


def test_webhooks_and_callbacks_say_what_reads_them(report: Any) -> None:
    """A function of a module; nothing is refused."""
    received = {
        each["path"]: (each["status"], each["call"])
        for each in report["operations"]
        if is_received(each)
    }

    assert {
        "jobFailed": ("emitted", "webhooks.parse"),
        "{$request.body#/notifyUrl}": ("emitted", "webhooks.parse_finished"),
    } == received
    assert ["webhook-signature"] == [one["code"] for one in report["diagnostics"]]


def test_every_parameter_is_listed(report: Any) -> None:
    """Five are declared."""
    assert 5 == len(report["parameters"])
    assert {"emitted"} == {each["status"] for each in report["parameters"]}


def test_every_media_type_is_listed(report: Any) -> None:
    """Of requests and of responses."""
    called = [each for each in report["media_types"] if not is_received(each)]

    assert {
        "application~1json": "emitted",
        "text~1event-stream": "emitted",
        "application~1jsonl": "emitted",
        "Jobs": "emitted",
    } == statuses(called)
    assert 10 == len(called)


def test_what_is_received_is_listed(report: Any) -> None:
    """Every part of webhooks and callbacks."""
    received = [each for each in report["media_types"] if is_received(each)]

    assert {"emitted"} == {each["status"] for each in received}
    assert 2 == len(received)


def is_received(entry: dict[str, str]) -> bool:
    """Tell whether an entry is of a webhook or a callback."""
    return not {"webhooks", "callbacks"}.isdisjoint(entry["pointer"].split("/"))


def test_every_component_schema_is_listed(report: Any) -> None:
    """Each has a class."""
    names = ["Job", "State", "ProgressEvent", "LogEvent", "OutputLine"]
    names += ["Explanation", "Words"]

    assert dict.fromkeys(names, "emitted") == statuses(report["schemas"])


def test_paths_that_share_an_operation_are_both_called() -> None:
    """A path item may be a reference to another."""
    shared = f"{PATHS.rstrip()[:-1]}, /dogs: {{$ref: '#/paths/~1pets'}}}}\n"
    done = compiled(shared)

    assert done.report is not None
    assert ["/pets", "/dogs"] == [each.path for each in done.report.operations]
    assert {"emitted"} == {each.status for each in done.report.operations}


def test_what_is_lost_is_a_bug() -> None:
    """The accounts are added up in every run."""
    done = compiled(PATHS)

    assert done.description is not None
    assert done.lowered is not None
    assert done.package is not None
    lost = replace(done.package, calls=())
    with pytest.raises(ConservationError, match="operations do not add up"):
        make_report(done.description, done.lowered, lost)


def test_several_targets_give_a_list(tmp_path: Path) -> None:
    """Of one report each."""
    desk = Desk(tmp_path)
    desk.write("api.yaml", f'openapi: 3.1.0\ninfo: {{title: x, version: "1"}}\n{PATHS}')
    table = '[targets.{0}]\ninput = "api.yaml"\nout = "out/{0}"\npackage = "{0}"\n'
    desk.write("clientsmith.toml", table.format("cats") + table.format("dogs"))
    desk.run("generate", "--report", "report.json")

    assert 2 == len(json.loads((tmp_path / "report.json").read_text()))
