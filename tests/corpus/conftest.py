"""One description at a time, what became of it, and how long that took.

Tests that ask for `described` run description by description, the large ones
first, so that each is generated once; `--dist loadgroup` keeps those of one
description in one process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from corpus.descriptions import Described, chosen

_SECTIONS = {
    "names": "names of methods in real descriptions",
    "anything": "places where a description allows anything",
    "round trips": "examples of real descriptions",
    "choices": "variants of unions in real descriptions",
    "calls": "calls of real descriptions",
    "differential": "values made up from real descriptions",
    "webhooks": "webhooks of real descriptions",
    "making": "models of real descriptions, made for tests",
}
_STEPS = {
    "test_a_lock_that_was_just_written_changes_nothing": "generating again",
    "test_a_real_description_generates_whole": "generating",
    "test_a_value_is_read_as_the_variant_that_it_fits": "choices",
    "test_black_leaves_alone_what_ruff_formats": "black",
    "test_each_module_is_what_its_plan_predicts": "skeleton",
    "test_every_call_is_valid_and_its_answer_is_read": "calls",
    "test_every_method_works_as_described": "its own tests",
    "test_every_model_can_be_made": "making",
    "test_every_model_has_its_validators": "validators",
    "test_every_module_can_be_imported": "importing",
    "test_a_webhook_has_the_class_that_is_described": "webhooks",
    "test_every_valid_example_comes_back": "examples",
    "test_mypy_is_content": "mypy",
    "test_pyright_is_content": "pyright",
    "test_real_models_accept_what_is_valid": "made-up values",
    "test_the_hash_seed_does_not_matter": "another seed",
    "test_no_type_is_a_part_of_itself_alone": "loops",
    "test_what_a_description_says_is_said_in_its_package": "words",
    "test_the_report_accounts_for_everything_that_is_there": "accounts",
}
_SLUGS = [entry["slug"] for entry in chosen()]
_PARAMS = [
    pytest.param(entry, id=entry["slug"], marks=pytest.mark.xdist_group(entry["slug"]))
    for entry in chosen()
]


@pytest.fixture(scope="session", params=_PARAMS)
def described(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Described]:
    """Keep a description with all that is made of it, until the next one comes."""
    entry: dict[str, Any] = request.param
    made = Described(entry, tmp_path_factory.mktemp(entry["slug"]))
    yield made
    made.forget()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List what the tests recorded, whichever process ran them."""
    reports = [
        report
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport)
    ]
    for name, title in _SECTIONS.items():
        if recorded := _recorded(reports, name):
            terminalreporter.section(title)
        for slug, counts in sorted(recorded):
            terminalreporter.write_line(f"{slug:20} {counts}")
    if seconds := _seconds(reports):
        terminalreporter.section("seconds for each description")
    for slug, spent in sorted(seconds.items(), key=_total, reverse=True):
        each = ", ".join(f"{what} {time:.0f}" for what, time in spent.items())
        terminalreporter.write_line(f"{slug:20} {sum(spent.values()):5.0f}  {each}")


def _total(spent: tuple[str, dict[str, float]]) -> float:
    return sum(spent[1].values())


def _recorded(reports: list[pytest.TestReport], name: str) -> list[Any]:
    return [
        value
        for report in reports
        if report.when == "call"
        for key, value in report.user_properties
        if key == name
    ]


def _seconds(reports: list[pytest.TestReport]) -> dict[str, dict[str, float]]:
    """Add up how long each test took for each description."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for report in reports:
        test, _, rest = report.nodeid.rpartition("::")[2].partition("[")
        slug = rest.partition("]")[0]
        if slug in _SLUGS:
            found[slug][_STEPS.get(test, "other")] += report.duration
    return found
