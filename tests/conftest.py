"""The option that blesses what is generated, and the mark of type checkers."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# A machine may be slow, and shared with others: nothing is a failure for that.
settings.register_profile(
    "shared", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared")

# What a test does is done, also where an earlier one did the same.
os.environ["CLIENTSMITH_NO_CACHE"] = "1"

TYPES = "types: checks generated packages with mypy and pyright; `-m types` runs it"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`."""
    parser.addoption("--bless", action="store_true", help="Rewrite what is expected.")


def pytest_configure(config: pytest.Config) -> None:
    """Register a mark, and keep a machine from blessing what nobody has read.

    Raises:
        pytest.UsageError: `--bless` is given where nobody looks at the result.
    """
    config.addinivalue_line("markers", TYPES)
    if config.getoption("--bless", default=False) and os.environ.get("CI"):
        problem = "--bless is for people: read the diff and commit it"
        raise pytest.UsageError(problem)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave the type checkers to those who ask for them."""
    if "types" not in str(config.getoption("markexpr")):
        skip = pytest.mark.skip(reason="run with `-m types`")
        for item in items:
            if item.get_closest_marker("types"):
                item.add_marker(skip)
