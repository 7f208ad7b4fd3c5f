"""A policy decides what becomes of a problem, and nothing else does."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clientsmith.diagnostics import (
    Diagnostic,
    Exit,
    Note,
    Severity,
    error,
    hint,
    warning,
)
from clientsmith.policy import Policy, read_options, read_setting

MISSING = replace(error("reference-missing", "m"), instead="any value is accepted")
ITEMS = warning("items-unsupported", "m")
ORDER = hint("union-order", "m")


def judged(problem: Diagnostic, *options: str) -> Diagnostic:
    """Judge a diagnostic by what the command line says."""
    return read_options(options).judge(problem)


@pytest.mark.parametrize("problem", [MISSING, ITEMS, ORDER])
def test_what_is_not_set_stays_as_it_is(problem: Diagnostic) -> None:
    """A wrong document fails, what is unsupported warns, a hint is one."""
    assert problem.severity is judged(problem).severity


@pytest.mark.parametrize("problem", [MISSING, ITEMS, ORDER])
@pytest.mark.parametrize(
    ("action", "severity"),
    [
        ("fail", Severity.ERROR),
        ("warn", Severity.WARNING),
        ("opaque", Severity.HINT),
    ],
)
def test_an_action_is_a_severity(
    problem: Diagnostic, action: str, severity: Severity
) -> None:
    """Whatever the stage thought of it."""
    assert severity is judged(problem, f"all={action}").severity


def test_a_failure_names_the_setting_that_lets_it_pass() -> None:
    """By the name of its own, not by `all`."""
    assert "--policy reference-missing=warn" == judged(MISSING).setting
    assert "--policy union-order=warn" == judged(ORDER, "all=fail").setting


def test_what_passes_says_what_was_made_instead() -> None:
    """In a note."""
    assert (Note("any value is accepted"),) == judged(MISSING, "all=opaque").notes


def test_what_no_stage_could_step_over_fails() -> None:
    """There is nothing to go on with."""
    fatal = error("document-invalid", "m")

    assert fatal == judged(fatal, "all=warn")


def test_problems_that_have_no_policy_are_left_alone() -> None:
    """A manifest out of date is not the document's fault."""
    stale = hint("manifest-stale", "m")

    assert stale == judged(stale, "all=fail")


def test_of_two_settings_the_later_counts() -> None:
    """Also of one for all and one by name."""
    several = ("all=warn", "union-order=fail")

    assert Severity.ERROR is judged(ORDER, *several).severity
    assert Severity.WARNING is judged(ORDER, *reversed(several)).severity


def test_policies_add_up() -> None:
    """The later one counts."""
    both = Policy((("all", "fail"),)) + Policy((("all", "warn"),))

    assert Severity.WARNING is both.judge(ORDER).severity


def test_an_unsupported_thing_fails_as_unsupported() -> None:
    """The document may be right."""
    assert Exit.UNSUPPORTED == judged(ITEMS, "all=fail").exit
    assert Exit.DOCUMENT == judged(MISSING).exit


@pytest.mark.parametrize(
    ("name", "action", "said"),
    [
        (
            "reference-mising",
            "warn",
            "there is no policy `reference-mising`; did you mean `reference-missing`?",
        ),
        (
            "zebra",
            "warn",
            "there is no policy `zebra`; `clientsmith generate --help` lists them",
        ),
        ("all", "ignore", "policy `all` must be one of fail, warn, opaque"),
        ("all", 1, "policy `all` must be one of fail, warn, opaque"),
    ],
)
def test_a_wrong_setting_is_explained(name: str, action: object, said: str) -> None:
    """With the nearest name."""
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        read_setting(name, action)
