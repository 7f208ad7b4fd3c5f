"""Examples are what the README and the generated tests are written with."""

from __future__ import annotations

from pathlib import Path

from cases.using import Case


def test_the_tests_beside_the_package_send_them(case: Case) -> None:
    """Instead of words that nobody has chosen."""
    out = Path(str(case.package.__file__)).parents[1]

    assert "Berlin" in (out / "README.md").read_text("utf-8")


def test_they_are_no_defaults(case: Case) -> None:
    """Nothing is sent that was not given."""
    city = case.client({"name": "Rome"}).cities.create(name="Rome")

    assert {"name": "Rome"} == case.sent
    assert {"name": "Rome"} == case.written(city)
