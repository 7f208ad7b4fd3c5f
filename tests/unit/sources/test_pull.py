"""`clientsmith pull` as a whole: which files, edits, several pages, the lock."""

from __future__ import annotations

import json
import sys

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.sources import pulling
from hostile.command import DOCUMENT
from servers.publisher import Publisher
from unit.holding import held
from unit.sources.pulling import FILE, LARGER, TARGET, Project

DESCRIBED = '{"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}, "paths":'


def page(path: str, method: str = "get") -> str:
    """Write a page that documents one operation."""
    operation = '{"responses": {"200": {"description": "OK"}}}'
    block = f'{DESCRIBED} {{"{path}": {{"{method}": {operation}}}}}}}'
    return f"# {path}\n\nProse.\n\n```json\n{block}\n```\n"


def several(project: Project, *urls: str) -> None:
    """Say that a description is published on several pages."""
    project.source(f"url = {list(urls)!r}", file="spec/api.json")


def test_what_was_pulled_is_generated_from(
    project: Project, publisher: Publisher
) -> None:
    """As from any other file."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.pull()

    assert Exit.OK == project.desk.run("generate").code
    assert Exit.OK == project.desk.run("check").code
    assert [FILE] == list(project.lock)


def test_a_file_that_was_edited_is_not_replaced(
    project: Project, publisher: Publisher
) -> None:
    """The note names the line of the lock; `--force` gives the edit up."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT, etag=True)}"')
    project.pull()
    project.file.write_text(LARGER, "utf-8")
    ended = project.pull()

    assert Exit.EDITED == ended.code
    assert "error[source-edited]: spec/api.yaml was edited after it was pulled" in (
        ended.err
    )
    assert "  note: what was pulled (clientsmith.lock:10:" in ended.err
    assert LARGER == project.file.read_text("utf-8")

    forced = project.pull("--force")

    assert (Exit.OK, f"{FILE}: changed, +1 -1 lines\n") == (forced.code, forced.out)
    assert DOCUMENT == project.file.read_text("utf-8")


def test_a_file_that_was_never_pulled_is_not_replaced(
    project: Project, publisher: Publisher
) -> None:
    """It may have been made by hand; `--force` gives it up."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.desk.write(FILE, LARGER)
    ended = project.pull()

    assert (Exit.EDITED, f"{FILE}: failed\n") == (ended.code, ended.out)
    assert ["clientsmith.toml:7:1: error[source-unpulled]"] == ended.places
    assert f"clientsmith pull --force {FILE}" in ended.err
    assert LARGER == project.file.read_text("utf-8")

    forced = project.pull("--force", FILE)

    assert (Exit.OK, f"{FILE}: changed, +1 -1 lines\n") == (forced.code, forced.out)
    assert DOCUMENT == project.file.read_text("utf-8")


def test_a_file_that_is_what_would_be_pulled_is_taken_over(
    project: Project, publisher: Publisher
) -> None:
    """Nothing is lost: the lock knows it from then on."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.desk.write(FILE, DOCUMENT)
    ended = project.pull()

    assert (Exit.OK, f"{FILE}: unchanged\n") == (ended.code, ended.out)
    assert [FILE] == list(project.lock)


def test_an_edit_that_upstream_has_made_as_well_is_none(
    project: Project, publisher: Publisher
) -> None:
    """Also after a crash between the file and the lock."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.pull()
    project.file.write_text(LARGER, "utf-8")
    publisher.publish("/api.yaml", LARGER)
    before = project.lock
    ended = project.pull()

    assert (Exit.OK, f"{FILE}: unchanged\n") == (ended.code, ended.out)
    assert before != project.lock


def test_other_ends_of_lines_are_no_edit(
    project: Project, publisher: Publisher
) -> None:
    """Version control changes them on some machines."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.pull()
    project.file.write_bytes(DOCUMENT.replace("\n", "\r\n").encode())

    assert f"{FILE}: unchanged\n" == project.pull().out


def test_several_pages_are_merged(project: Project, publisher: Publisher) -> None:
    """As JSON that a person can read; it is made anew if one of them changes."""
    one = publisher.publish("/one.md", page("/a"), etag=True)
    two = publisher.publish("/two.md", page("/b"), etag=True)
    several(project, one, two)
    first, same = project.pull(), project.pull()
    made = (project.desk.folder / "spec/api.json").read_text("utf-8")
    publisher.publish("/two.md", page("/c"), etag=True)
    other = project.pull()
    value = json.loads((project.desk.folder / "spec/api.json").read_text("utf-8"))

    assert (Exit.OK, Exit.OK, Exit.OK) == (first.code, same.code, other.code)
    assert made.startswith('{\n  "openapi": "3.1.0",\n')
    assert ["/a", "/b"] == list(json.loads(made)["paths"])
    assert "spec/api.json: unchanged\n" == same.out
    assert ["/a", "/c"] == list(value["paths"])
    assert [one, two] == project.urls("spec/api.json")


def test_pages_that_contradict_each_other_are_not_merged(
    project: Project, publisher: Publisher
) -> None:
    """Both places are shown."""
    other = page("/a").replace("OK", "Fine")
    one, two = publisher.publish("/1.md", page("/a")), publisher.publish("/2.md", other)
    several(project, one, two)
    ended = project.pull()

    assert Exit.DOCUMENT == ended.code
    assert f"{two}:6:" in ended.err
    assert f"({one}:6:" in ended.err
    assert not project.file.parent.exists()


def test_one_page_that_is_missing_keeps_all_from_being_written(
    project: Project, publisher: Publisher
) -> None:
    """Half a description is none."""
    one = publisher.publish("/1.md", page("/a"))
    several(project, one, f"{publisher.address}/2.md", f"{publisher.address}/3.md")
    ended = project.pull()

    assert Exit.NETWORK == ended.code
    assert 2 == ended.err.count("the server answered 404")
    assert not project.file.parent.exists()


def test_one_source_that_fails_does_not_keep_the_others(
    project: Project, publisher: Publisher
) -> None:
    """Each is whole by itself; the end is that of the worst."""
    good = f'[sources."a.yaml"]\nurl = "{publisher.publish("/a", DOCUMENT)}"\n'
    bad = f'[sources."b.yaml"]\nurl = "{publisher.address}/b"\n'
    target = TARGET.format(file="a.yaml")
    project.desk.write("clientsmith.toml", f"{target}{bad}{good}")
    ended = project.pull()

    assert Exit.NETWORK == ended.code
    assert "b.yaml: failed\na.yaml: added, 17 lines\n" == ended.out
    assert ["a.yaml"] == list(project.lock)


def test_some_files_may_be_named(project: Project, publisher: Publisher) -> None:
    """As in the configuration, or as they are called from here."""
    url = publisher.publish("/a", DOCUMENT)
    sources = [f'[sources."spec/{name}.yaml"]\nurl = "{url}"\n' for name in "abc"]
    project.desk.write("clientsmith.toml", TARGET.format(file="a") + "".join(sources))
    (project.desk.folder / "spec").mkdir()
    below = type(project.desk)(project.desk.folder / "spec")
    ended = below.run("pull", "spec/b.yaml", "c.yaml")
    unknown = below.run("pull", "d.yaml")

    assert ["b.yaml", "c.yaml"] == project.left()
    assert Exit.OK == ended.code
    assert (Exit.USAGE, ["error[source-unknown]"]) == (unknown.code, unknown.places)
    assert "spec/a.yaml, spec/b.yaml, spec/c.yaml" in unknown.err


def test_a_source_that_is_no_more_leaves_the_lock(
    project: Project, publisher: Publisher
) -> None:
    """Its file stays: it may be kept by hand now."""
    url = publisher.publish("/api.yaml", DOCUMENT)
    project.source(f'url = "{url}"')
    project.pull()
    project.source(f'url = "{url}"', file="other.yaml")
    project.pull()

    assert ["other.yaml"] == list(project.lock)
    assert project.file.exists()


def test_without_sources_there_is_nothing_to_pull(project: Project) -> None:
    """The hint shows one."""
    project.desk.write("clientsmith.toml", TARGET.format(file=FILE))
    ended = project.pull()

    assert (Exit.USAGE, ["error[source-unknown]"]) == (ended.code, ended.places)
    assert '[sources."spec/api.yaml"]' in ended.err


def test_a_program_is_told_in_json(project: Project, publisher: Publisher) -> None:
    """What came of each file, and everything that is wrong."""
    url = publisher.publish("/api.yaml", DOCUMENT)
    project.source(f'url = "{url}"')
    done = json.loads(project.pull("--json").out)
    publisher.publish("/api.yaml", "<html><title>Log in</title>")
    failed = json.loads(project.pull("--json").out)

    assert {
        "exit": 0,
        "sources": [
            {
                "file": FILE,
                "from": url,
                "status": "added",
                "lines_added": 17,
                "lines_removed": 0,
                "diagnostics": [],
            }
        ],
        "diagnostics": [],
    } == done
    [wrong] = failed["sources"][0]["diagnostics"]
    assert (3, "failed") == (failed["exit"], failed["sources"][0]["status"])
    assert ("document-html", url, 1) == (wrong["code"], wrong["file"], wrong["line"])


@pytest.mark.parametrize("sources", ["1", '{"a": 1}', '{"a": {"sha256": 1}}'])
def test_a_lock_that_cannot_be_read_is_said(
    project: Project, publisher: Publisher, sources: str
) -> None:
    """Nothing is asked for, and nothing is written."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.desk.write("clientsmith.lock", f'{{"version": 1, "sources": {sources}}}')
    ended = project.pull()

    assert (Exit.NETWORK, ["error[lock-value]"]) == (ended.code, ended.places)
    assert [] == publisher.asked


def test_a_file_that_cannot_be_written_is_said(
    project: Project, publisher: Publisher
) -> None:
    """What is in its way is left alone."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    (project.file / "below").mkdir(parents=True)
    ended = project.pull()

    assert (Exit.USAGE, ["error[source-unwritable]"]) == (ended.code, ended.places)
    assert (project.file / "below").is_dir()
    assert ["api.yaml"] == project.left()


def meanwhile(project: Project, deed: str, published: str = LARGER) -> None:
    """Let something be done to the file while it is asked for."""
    program = (
        f"from pathlib import Path; file = Path({FILE!r}); {deed}; "
        f"print({published!r}, end='')"
    )
    project.source(f"command = {json.dumps([sys.executable, '-c', program])}")


@pytest.mark.parametrize("options", [(), ("--force",)])
def test_a_file_that_is_edited_meanwhile_is_not_replaced(
    project: Project, publisher: Publisher, options: tuple[str, ...]
) -> None:
    """Nobody has seen that edit, and it is not known to be given up."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    project.pull()
    lock = project.lock
    meanwhile(project, "file.write_text('# mine', 'utf-8')")
    ended = project.pull(*options)

    assert Exit.EDITED == ended.code
    assert "error[source-edited]: spec/api.yaml was edited while it was pulled" in (
        ended.err
    )
    assert "# mine" == project.file.read_text("utf-8")
    assert (lock, ["api.yaml"]) == (project.lock, project.left())


def test_a_file_that_is_made_meanwhile_is_not_replaced(project: Project) -> None:
    """There was none when it was asked for."""
    meanwhile(project, "file.parent.mkdir(); file.write_text('# mine', 'utf-8')")
    ended = project.pull()

    assert (Exit.EDITED, "# mine") == (ended.code, project.file.read_text("utf-8"))


def test_what_another_run_has_pulled_meanwhile_is_no_edit(project: Project) -> None:
    """The lock knows it, and what comes later is written."""
    text = DOCUMENT.replace("listPets", "allPets")
    program = (
        "import subprocess, sys, os; "
        "inner = os.environ.get('INNER'); "
        "inner or subprocess.run([sys.executable, '-m', 'clientsmith', 'pull'], "
        "env={**os.environ, 'INNER': '1'}, check=True, capture_output=True); "
        f"print({text!r} if inner else {LARGER!r}, end='')"
    )
    project.source(f"command = {json.dumps([sys.executable, '-c', program])}")
    ended = project.pull()

    assert (Exit.OK, LARGER) == (ended.code, project.file.read_text("utf-8"))
    assert Exit.OK == project.pull("--check").code


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_a_run_that_holds_the_lock_is_named(
    project: Project, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no matter of permissions, and nothing is written."""
    monkeypatch.setattr(pulling, "PATIENCE", 0.1)
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    with held(project.desk.folder):
        ended = project.pull()

    assert (Exit.USAGE, ["error[folder-busy]"]) == (ended.code, ended.places)
    assert "another run holds `.`" in ended.err
    assert not project.file.exists()
