"""What mypy and pyright say, both strict, of right and wrong uses of the client."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from checkers import PACKAGE, Checker, mypy, pyright
from expectations import expected, settle

CASES = sorted(Path(__file__).with_name("cases").glob("*.py"))
CHECKERS = [mypy, pyright]


@pytest.fixture(params=CHECKERS, ids=lambda checker: checker.__name__)
def checker(request: pytest.FixtureRequest) -> Checker:
    """Return each checker that is installed."""
    chosen: Checker = request.param
    if find_spec(chosen.__name__) is None:
        pytest.skip(f"{chosen.__name__} is not installed")
    return chosen


def test_checkers_say_what_the_comments_expect(
    checker: Checker, tmp_path: Path
) -> None:
    """Every wrong use is found and explained, and no right one is complained of."""
    wanted = [each for path in CASES for each in expected(path, checker.__name__)]

    found = settle(checker(CASES, tmp_path), wanted)

    assert sorted(map(str, wanted)) == sorted({*map(str, found)})
    assert len(wanted) > len(CASES)


def test_the_package_itself_is_clean(checker: Checker, tmp_path: Path) -> None:
    """Without any comment that silences a checker."""
    modules = sorted((PACKAGE / "fastrouter").rglob("*.py"))

    assert checker(modules, tmp_path) == []
