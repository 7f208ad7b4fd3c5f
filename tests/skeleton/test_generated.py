"""Each module that is generated has the syntax tree that its plan predicts."""

from __future__ import annotations

import pytest

from cases import packages as cases
from clientsmith.config import Config, read_config
from clientsmith.inputs import read_sources
from clientsmith.styles import Formatter
from clientsmith.targets import Run, prepare
from golden import packages as golden
from skeleton.comparison import mismatches


def assert_predicted(run: Run) -> None:
    """Compare what a run made with what it planned."""
    assert run.compiled.package
    assert run.files
    assert {} == mismatches(run.compiled.package, run.files)


@pytest.mark.parametrize("formatter", ["ruff", "black", "none"])
@pytest.mark.parametrize("name", golden.NAMES)
def test_a_golden_package_is_what_its_plan_predicts(
    name: str, formatter: Formatter
) -> None:
    """Whoever formats it."""
    assert_predicted(golden.generate(name, formatter))


@pytest.mark.parametrize("name", cases.MADE)
def test_a_case_is_what_its_plan_predicts(name: str) -> None:
    """Each keyword, alone and in company."""
    assert_predicted(cases.generate(name))


def test_the_committed_client_is_what_its_plan_predicts() -> None:
    """As `clientsmith.toml` says it."""
    config = read_config(golden.REPOSITORY / "clientsmith.toml").value
    assert isinstance(config, Config)

    for target in config.targets:
        assert_predicted(prepare(target, read_sources(target)))
