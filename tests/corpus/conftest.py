"""Prints what became of the examples of each description."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what the tests recorded, whichever process ran them."""
    recorded = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == "round trips"
    ]
    if recorded:
        terminalreporter.section("examples of real descriptions")
    for slug, counts in sorted(map(tuple[str, str], recorded)):
        terminalreporter.write_line(f"{slug:20} {counts}")
