"""What mypy and pyright say, both strict, of right and wrong uses of the client."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from checkers import PACKAGE, Checker, mypy, pyright
from expectations import expected, settle

from cases.packages import generate
from golden.packages import write

CASES = sorted(Path(__file__).with_name("cases").glob("*.py"))
OF_CASES = sorted(Path(__file__).with_name("of_cases").glob("*.py"))
"""Each uses the package of the case that it is called after."""
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

    found = settle(checker(CASES, tmp_path, PACKAGE), wanted)

    assert sorted(map(str, wanted)) == sorted({*map(str, found)})
    assert len(wanted) > len(CASES)


def test_checkers_know_the_packages_of_cases(checker: Checker, tmp_path: Path) -> None:
    """What a description says of parameters and forms, a checker says of calls."""
    packages = tmp_path / "packages"
    for path in OF_CASES:
        write(generate(path.stem), packages)
    wanted = [each for path in OF_CASES for each in expected(path, checker.__name__)]

    found = settle(checker(OF_CASES, tmp_path, packages), wanted)

    assert sorted(map(str, wanted)) == sorted({*map(str, found)})
    assert len(wanted) > len(OF_CASES)


def test_the_package_itself_is_clean(checker: Checker, tmp_path: Path) -> None:
    """Without any comment that silences a checker."""
    modules = sorted((PACKAGE / "fastrouter").rglob("*.py"))

    assert checker(modules, tmp_path, PACKAGE) == []
