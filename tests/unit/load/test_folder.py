"""Which files a description may read: those of the project, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.load import Folder, Remote
from unit.folders import codes, run, write_files
from unit.resolve.test_files import PET, referring


@pytest.mark.parametrize(
    "reference",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "../outside.yaml",
        "a/../../outside.yaml",
        "%2e%2e/outside.yaml",
        "link.yaml",
        "linked/outside.yaml",
    ],
)
def test_nothing_outside_of_the_project_is_read(tmp_path: Path, reference: str) -> None:
    """By no path, no URL and no symbolic link."""
    inside = tmp_path / "inside"
    write_files(tmp_path, {"outside.yaml": PET, "inside/a/b.yaml": PET})
    (inside / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (inside / "linked").symlink_to(tmp_path)
    [problem] = run(inside, {"api.yaml": referring(reference)}).diagnostics

    assert "reference-outside" == problem.code
    assert f"`$ref: {reference}` leads out of" in problem.message


def test_a_description_may_refer_to_the_folders_beside_its_own(tmp_path: Path) -> None:
    """The project is the folder of the configuration, or where one works."""
    text = referring("../../shared/pet.yaml")
    files = {"apis/v1/api.yaml": text, "shared/pet.yaml": PET}
    done = run(tmp_path, files, "apis/v1/api.yaml")

    assert [] == done.diagnostics
    assert ["shared/pet.yaml"] == [other.name for other in done.others]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """It is said, and nothing is read."""
    files = {"api.yaml": referring("schemas"), "schemas/pet.yaml": PET}

    assert ["reference-missing"] == codes(tmp_path, files)


def test_a_file_is_named_by_its_path_from_the_description(tmp_path: Path) -> None:
    """However it is referred to, so that outputs are the same everywhere."""
    path = tmp_path / "a" / "api.yaml"
    remote = Remote(frozenset(), {}, lambda: tmp_path)
    folder = Folder(path, "a/api.yaml", tmp_path, remote)
    base = tmp_path.as_uri()

    assert "" == folder.name(folder.document)
    assert "b/c d.yaml" == folder.name(f"{base}/a/b/c%20d.yaml")
    assert "../b.yaml" == folder.name(f"{base}/a/x/../../b.yaml")
    assert "https://example.com/a.yaml" == folder.name("https://example.com/a.yaml#/b")
