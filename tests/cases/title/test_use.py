"""A title names an inline schema."""

from __future__ import annotations

from cases.using import Case

REPORT = {
    "body": {"text": "a"},
    "long": {"a": 1},
    "state": "done",
    "choice": {"why": "b"},
}


def test_inline_classes_are_called_by_their_titles(case: Case) -> None:
    """Unless a title is a sentence."""
    report = case.client(REPORT).reports.create(body={"text": "a"})

    assert "ReportText" == type(report.body).__name__
    assert "ReportLong" == type(report.long).__name__
    assert REPORT == case.written(report)


def test_a_component_keeps_its_own_name(case: Case) -> None:
    """It is what others refer to."""
    assert "Report" in dir(case.models)
