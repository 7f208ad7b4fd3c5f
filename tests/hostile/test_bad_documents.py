"""Bad input ends with a place, a reason and an exit code, and changes nothing."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk

JSON = '{"openapi": "3.1.0", "info": {"title": "x"'
SWAGGER = '{"swagger": "1.2", "info": {"title": "x", "version": "1"}, "paths": {}}'
BAD = {
    "an empty file": ("api.yaml", "", "1:1: error[document-empty]"),
    "a login page": (
        "api.json",
        "<!doctype html><html></html>",
        "1:1: error[document-html]",
    ),
    "half a download": ("api.json", JSON, "1:43: error[json-truncated]"),
    "a tab": ("api.yaml", "a: 1\ninfo:\n\ttitle: x\n", "3:1: error[yaml-tab]"),
    "a wrong reference": (
        "api.yaml",
        DOCUMENT.replace('schemas/Pet"', 'schemas/Pett"'),
        "13:45: error[reference-missing]",
    ),
    "a wrong type": (
        "api.yaml",
        DOCUMENT.replace("[name]", "[name], minLength: two"),
        "16:43: error[document-invalid]",
    ),
    "a page of prose": ("api.md", "# Pets\n\nSee below.\n", "1:1: error[markdown-"),
    "UTF-16": ("api.yaml", b"\xff\xfea\x00", "1:1: error[document-encoding]"),
    "an array": ("api.yaml", "- 1\n", "1:1: error[document-not-object]"),
    "no info": ("api.yaml", "openapi: 3.1.0\npaths: {}\n", "1:1: error[field-missing]"),
}
UNSUPPORTED = {
    "a later version": ("api.yaml", DOCUMENT.replace("3.1.0", "4.0.0"), "1:1"),
    "Swagger": ("api.json", SWAGGER, "1:2"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_document_is_refused_with_its_place(
    desk: Desk, bad: tuple[str, str | bytes, str]
) -> None:
    """Line and column, a code, exit status 3, and no output folder."""
    name, text, place = bad
    ended = desk.generate(name, text)

    assert Exit.DOCUMENT == ended.code
    assert f"{name}:{place}" in ended.err
    assert not (desk.folder / "out").exists()


@pytest.mark.parametrize("bad", UNSUPPORTED.values(), ids=UNSUPPORTED)
def test_an_unknown_version_is_refused_as_unsupported(
    desk: Desk, bad: tuple[str, str, str]
) -> None:
    """The document may be right; exit status 4."""
    name, text, place = bad
    ended = desk.generate(name, text)

    assert Exit.UNSUPPORTED == ended.code
    assert [f"{name}:{place}: error[version-unsupported]"] == ended.places
    assert not (desk.folder / "out").exists()


@pytest.mark.parametrize("bad", [*BAD.values(), *UNSUPPORTED.values()])
def test_a_bad_document_leaves_the_old_package_whole(
    desk: Desk, bad: tuple[str, str | bytes, str]
) -> None:
    """Not one byte changes."""
    desk.generate("api.yaml", DOCUMENT)
    before = desk.files()
    name, text, _ = bad
    desk.generate(name, text)

    assert before == desk.files()


def test_an_overlay_without_effect_is_refused(desk: Desk) -> None:
    """The document has changed under it."""
    desk.write(
        "pets.overlay.yaml",
        'overlay: 1.0.0\ninfo: {title: x, version: "1"}\n'
        'actions:\n  - target: $.paths["/cats"]\n    remove: true\n',
    )
    ended = desk.generate("a.yaml", DOCUMENT, "--overlay", "pets.overlay.yaml")

    assert Exit.DOCUMENT == ended.code
    assert ["pets.overlay.yaml:4:5: error[overlay-target-missing]"] == ended.places


def test_a_file_edited_by_hand_blocks(desk: Desk) -> None:
    """Nothing is written, even where only another file would change."""
    desk.generate("api.yaml", DOCUMENT)
    desk.write("out/pets/client.py", "print('mine')\n")
    before = desk.files()
    ended = desk.generate("api.yaml", DOCUMENT.replace("listPets", "findPets"))

    assert Exit.EDITED == ended.code
    assert "`pets/client.py` was edited by hand" in ended.err
    assert before == desk.files()


def test_force_gives_the_edit_up(desk: Desk) -> None:
    """As its name says."""
    desk.generate("api.yaml", DOCUMENT)
    before = desk.files()
    desk.write("out/pets/client.py", "print('mine')\n")
    ended = desk.run("generate", "api.yaml", *SINGLE, "--force")

    assert Exit.OK == ended.code
    assert before == desk.files()
