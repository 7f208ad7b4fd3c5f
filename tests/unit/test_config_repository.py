"""What a configuration may say of the repository that a target is kept in."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.config import read_config
from clientsmith.emit import Destination
from hostile.command import Desk

TABLE = """\
[targets.pets]
input = "api.yaml"
out = "clients/pets"
package = "pets"
[targets.pets.repository]
"""
OTHER = TABLE.replace("pets", "fish")


def problems(tmp_path: Path, text: str) -> list[str]:
    """Read a configuration and list what is wrong with it."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(text, "utf-8")
    found = read_config(path).diagnostics
    return [f"{each.at.line}: {each.message}" for each in found]  # type: ignore[union-attr]


def destination(tmp_path: Path, text: str) -> Destination:
    """Read the repository of the only target."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(text, "utf-8")
    config = read_config(path).value

    assert config is not None
    found = config.targets[0].repository
    assert found is not None
    return found


def test_an_address_is_enough(tmp_path: Path) -> None:
    """The branch is named after the target."""
    found = destination(tmp_path, f'{TABLE}url = "https://git.example.com/a.git"\n')

    assert "clientsmith/pets" == found.branch
    assert (None, (), False, None) == (
        found.base,
        found.pull_request,
        found.push,
        found.token,
    )


@pytest.mark.parametrize(
    ("url", "is_remote"),
    [
        ("https://git.example.com/a.git", True),
        ("git@git.example.com:a/b.git", True),
        ("ssh://git@git.example.com/a.git", True),
        ("file:///srv/a.git", True),
        ("../shop", False),
        ("shop", False),
        ("~/shop", False),
        ("/srv/shop.git", False),
        ("C:/shop", False),
        ("./a:b", False),
    ],
)
def test_a_path_is_told_from_an_address(
    tmp_path: Path, url: str, *, is_remote: bool
) -> None:
    """As git does it."""
    found = destination(tmp_path, f'{TABLE}url = "{url}"\n')

    assert is_remote is found.is_remote


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ["5: a repository has no `url`"]),
        ('url = ""', ["6: `url` must be a path or the address of a repository"]),
        (
            'url = "--upload-pack=x"',
            ["6: `url` must be a path or the address of a repository"],
        ),
        ('url = "https://a:b@c/d"', ["6: `url` must not hold a password"]),
        ('url = "x"\nbranch = "a..b"', ["7: `branch` must be the name of a branch"]),
        ('url = "x"\nbranch = "-x"', ["7: `branch` must be the name of a branch"]),
        (
            'url = "x"\nbranch = "main"\nbase = "main"',
            ["7: `branch` must be another one than `base`"],
        ),
        ('url = "x"\nbase = "a b"', ["7: `base` must be the name of a branch"]),
        ('url = "x"\nbase = "x.lock"', ["7: `base` must be the name of a branch"]),
        (
            'url = "x"\ntoken = "s3-cr.et"',
            ["7: `token` must name a variable of the environment"],
        ),
        ('url = "x"\npull_request = []', ["7: `pull_request` has no program"]),
        (
            'url = "x"\npull_request = ["hub"]',
            ["7: `pull_request` must say what the program is given"],
        ),
        (
            'url = "x"\npull_request = ["x", "{titel}"]',
            ["7: `pull_request` has `{titel}`, which nothing fills"],
        ),
        (
            'url = "x"\npusch = true',
            ["7: `pusch` is not known in [targets.pets.repository]"],
        ),
        ('url = "x"\npush = "yes"', ["7: `push` must be true or false"]),
    ],
)
def test_what_is_wrong_is_placed(
    tmp_path: Path, written: str, expected: list[str]
) -> None:
    """At its line."""
    assert expected == problems(tmp_path, f"{TABLE}{written}\n")


@pytest.mark.parametrize("out", ["../clients", "/srv/clients", "a/../../b"])
def test_an_output_is_in_its_repository(tmp_path: Path, out: str) -> None:
    """And not beside it."""
    text = TABLE.replace('"clients/pets"', f'"{out}"')

    assert ["3: `out` must be a folder of the repository"] == problems(
        tmp_path, f'{text}url = "../shop"\n'
    )


def test_what_is_kept_elsewhere_overlaps_with_nothing_here(tmp_path: Path) -> None:
    """Two in one folder of one repository do."""
    here = 'input = "api.yaml"\nout = "clients/pets"\npackage = "pets"\n'
    one = f'{TABLE}url = "../shop"\n[targets.here]\n{here}'
    other = OTHER.replace("clients/fish", "clients/pets")
    two = f'{TABLE}url = "../shop"\n{other}url = "../shop"\n'

    assert [] == problems(tmp_path, one)
    assert [
        "9: the `out` of target `fish` is the folder of another target, too"
    ] == problems(tmp_path, two)


def test_targets_are_listed_with_their_repositories(tmp_path: Path) -> None:
    """And the values that hold are shown with all others."""
    desk = Desk(tmp_path)
    desk.write("clientsmith.toml", f'{TABLE}url = "../shop"\npush = true\n')

    assert "pets: api.yaml -> ../shop:clients/pets\n" == desk.run("targets").out
    assert "push = true" in desk.run("config").out
