"""No line of a package is passed over: it changes the comparison, or ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.packages import generate as generate_case
from clientsmith.compare import compare
from clientsmith.config import Target
from clientsmith.inputs import read_sources
from clientsmith.readback import PackageFiles, read_back, texts_of
from clientsmith.styles import ModelStyle
from clientsmith.targets import Run, prepare
from diff.editing import SHOP, shop
from diff.mutants import mutants_of
from diff.packages import files_of, understood
from golden.packages import generate as generate_golden


def package_of(run: Run) -> PackageFiles:
    """Return the package of a run as it would be read."""
    name = run.target.package
    files = [(file.path, file.text) for file in run.files]
    return PackageFiles(name, texts_of(files, name))


def passed_over(package: PackageFiles) -> list[str]:
    """List the changes of which a comparison says that nothing has changed."""
    before = understood(package).surface
    found: list[str] = []
    for mutant in mutants_of(package):
        outcome = read_back(mutant.package)
        codes = [one.code for one in outcome.diagnostics]
        is_seen = outcome.value and compare(before, outcome.value.surface)
        if not is_seen and codes != ["package-unread"]:
            found.append(mutant.told)
    return found


@pytest.mark.parametrize("enums", ["literal", "class"])
def test_every_line_of_a_package_is_looked_at(enums: str) -> None:
    """Of models, of what is sent, of calls and the client."""
    assert [] == passed_over(files_of(shop(), enums=enums))


@pytest.mark.parametrize(
    "name", ["media-types", "multipart", "security-oauth2", "servers", "style"]
)
def test_every_line_of_a_case_is_looked_at(name: str) -> None:
    """Of requests in every style, and of clients that take options."""
    assert [] == passed_over(package_of(generate_case(name)))


@pytest.mark.parametrize("name", ["jobs", "parcels"])
def test_every_line_of_a_golden_package_is_looked_at(name: str) -> None:
    """Of streams, webhooks and callbacks."""
    assert [] == passed_over(package_of(generate_golden(name)))


@pytest.mark.parametrize("style", ["dataclass", "msgspec", "pydantic-dataclass"])
def test_every_line_of_models_is_looked_at(style: ModelStyle) -> None:
    """Without a client."""
    target = Target(
        name="shop", input=str(SHOP), out=Path("api"), package="shop", models=style
    )

    assert [] == passed_over(package_of(prepare(target, read_sources(target))))
