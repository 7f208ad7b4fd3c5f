"""Prints how many invalid instances strict validation refuses, by keyword."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Add up what the tests recorded, whichever process ran them."""
    refused: defaultdict[str, int] = defaultdict(int)
    invalid: defaultdict[str, int] = defaultdict(int)
    for keyword, some, all_ in _recorded(terminalreporter):
        refused[keyword] += some
        invalid[keyword] += all_
    if invalid:
        total = f"{sum(refused.values())} of {sum(invalid.values())}"
        terminalreporter.section(f"invalid instances refused in strict mode: {total}")
    for keyword in sorted(invalid):
        share = f"{refused[keyword]:3} of {invalid[keyword]:3}"
        terminalreporter.write_line(f"{keyword:24} {share}")


def _recorded(terminalreporter: pytest.TerminalReporter) -> list[Any]:
    reports = [
        report
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
    ]
    return [
        value
        for report in reports
        for name, value in report.user_properties
        if name == "refused"
    ]
