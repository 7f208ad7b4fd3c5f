"""What becomes of a problem that can be stepped over: decided here, and only here.

A stage makes something opaque of what it cannot read, says so, and goes on. Whether
that stops the run is not its business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final, Literal, TypeAlias, cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from .diagnostics import Diagnostic, Exit, Note, Severity
from .features import ALL, FEATURES, Action

FailOn: TypeAlias = Literal["error", "warning", "hint"]
"""The severities by their names."""

ACTIONS: Final = get_args(Action)
_SEVERITIES: Final[Mapping[Action, Severity]] = {
    "fail": Severity.ERROR,
    "warn": Severity.WARNING,
    "opaque": Severity.HINT,
}


class Policy(Struct, frozen=True):
    """Names of features and their actions; of two for the same, the later counts."""

    settings: tuple[tuple[str, Action], ...] = ()

    def __add__(self, other: Policy) -> Policy:
        return Policy(self.settings + other.settings)

    def action(self, feature: str) -> Action | None:
        """Return what is set for a feature, if anything is."""
        for name, action in reversed(self.settings):
            if name in {feature, ALL}:
                return action
        return None

    def judge(self, diagnostic: Diagnostic) -> Diagnostic:
        """Give a diagnostic the severity that is set for it.

        An error that no stage could step over stays one.
        """
        if diagnostic.code not in FEATURES or not diagnostic.passable:
            return diagnostic
        action = self.action(diagnostic.code)
        severity = _SEVERITIES[action] if action else diagnostic.severity
        if severity is Severity.ERROR:
            setting = f"--policy {diagnostic.code}=warn"
            return replace(diagnostic, severity=severity, setting=setting)
        instead = (Note(diagnostic.instead),) if diagnostic.instead else ()
        notes = (*diagnostic.notes, *instead)
        return replace(diagnostic, severity=severity, notes=notes)


def fails(severity: Severity, fail_on: FailOn) -> bool:
    """Tell whether a problem is as severe as what a run is to fail on."""
    order = list(Severity)
    return order.index(severity) <= order.index(Severity(fail_on))


def exit_of(
    exits: Mapping[Severity, Exit], fail_on: FailOn, *, has_drifted: bool
) -> Exit:
    """Choose what a run ends with: the smallest code of what it fails on."""
    failing = [code for severity, code in exits.items() if fails(severity, fail_on)]
    return min(failing, default=Exit.DRIFT if has_drifted else Exit.OK)


def read_setting(name: str, action: object) -> tuple[str, Action]:
    """Check one setting.

    Raises:
        ValueError: There is no such name or action; it says so in a sentence.
    """
    if name != ALL and name not in FEATURES:
        near = get_close_matches(name, [ALL, *FEATURES], n=1)
        known = (
            f"did you mean `{near[0]}`?"
            if near
            else "`clientsmith generate --help` lists them"
        )
        raise ValueError(f"there is no policy `{name}`; {known}")
    if action not in ACTIONS:
        raise ValueError(f"policy `{name}` must be one of {', '.join(ACTIONS)}")
    return name, cast("Action", action)


def read_options(options: Iterable[str]) -> Policy:
    """Read `NAME=ACTION` as the command line has it.

    Raises:
        ValueError: One of them says something else.
    """
    split = [option.partition("=") for option in options]
    return Policy(tuple(read_setting(name, action) for name, _, action in split))
