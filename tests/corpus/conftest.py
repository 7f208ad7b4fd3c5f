"""Prints what became of the values that were tried on each description."""

from __future__ import annotations

from typing import Any

import pytest

_SECTIONS = {
    "round trips": "examples of real descriptions",
    "differential": "values made up from real descriptions",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what the tests recorded, whichever process ran them."""
    for name, title in _SECTIONS.items():
        if recorded := _recorded(terminalreporter, name):
            terminalreporter.section(title)
        for slug, counts in sorted(recorded):
            terminalreporter.write_line(f"{slug:20} {counts}")


def _recorded(terminalreporter: pytest.TerminalReporter, name: str) -> list[Any]:
    reports = [
        report
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
    ]
    return [
        value
        for report in reports
        for key, value in report.user_properties
        if key == name
    ]
