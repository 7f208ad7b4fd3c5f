"""Every parameter and every form goes over the wire as the specification says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest

from conformance.known_param_cases import KNOWN
from conformance.param_cases import cases, expected, values
from conformance.param_packages import Package, package_of
from conformance.recorder import Recorder, recording

Packages: TypeAlias = Callable[[str], Package]

CASES = cases("cases.json")
FORMS = cases("form_bodies.json")

pytestmark = pytest.mark.skipif(
    not CASES,
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)


@pytest.fixture(scope="session")
def recorder() -> Iterator[Recorder]:
    """Keep what is sent."""
    with recording() as made:
        yield made


@pytest.fixture(scope="session")
def packages(
    tmp_path_factory: pytest.TempPathFactory, recorder: Recorder, worker_id: str
) -> Iterator[Packages]:
    """Yield packages by document, each of which is generated once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = base if worker_id == "master" else base.parent
    made: dict[str, Package] = {}

    def package(document: str) -> Package:
        if document not in made:
            made[document] = package_of(document, folder, recorder)
        return made[document]

    yield package
    for each in made.values():
        each.client.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_parameter_is_sent_as_the_case_says(
    case: dict[str, Any], packages: Any
) -> None:
    """To the byte, or it is refused before anything is sent."""
    wrong = _wrong(case, packages(case["operation"]["document"]))

    if case["name"] in KNOWN:
        assert wrong, "this passes now: remove it from KNOWN"
    else:
        assert [] == wrong


def _wrong(case: dict[str, Any], package: Package) -> list[str]:
    wanted = expected(case)
    found: list[str] = []
    for each in values(case):
        try:
            sent = package.call(case["operation"]["operationId"], each)
        except ValueError as problem:
            if isinstance(problem, UnicodeError) or not wanted.may_refuse:
                found.append(f"{each} raises {problem!r}")
        else:
            if not wanted.accepts(sent, case["operation"]["path_prefix"]):
                found.append(f"{each} sends {sent}")
    return found


@pytest.mark.parametrize("case", FORMS, ids=lambda case: case["name"])
def test_a_form_is_sent_as_the_case_says(
    case: dict[str, Any], packages: Packages
) -> None:
    """Field by field, as `encoding` has it."""
    operation = case["operation"]
    given = {("body", name): value for name, value in case["value"].items()}
    sent = packages(operation["document"]).call(operation["operationId"], given)

    assert sent.body in {case["body"], *case.get("also_accept", [])}
    assert sent.header("content-type") == "application/x-www-form-urlencoded"


def test_only_cases_that_exist_are_known() -> None:
    """The list of exceptions does not outlive what it lists."""
    assert set() == KNOWN.keys() - {case["name"] for case in CASES}
