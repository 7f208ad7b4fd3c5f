"""The action proposes clients to other repositories, and reports on pull requests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from clientsmith.diagnostics import Exit
from diff.repository import Shop
from emit.host import Host
from emit.workshop import BRANCH, Repository, Workshop
from hostile.command import Desk
from unit.test_ci import ACTION, outputs, run_action

WORD = "of-the-action"
LIMIT = "name: limit, in: query"
NEEDED = "name: limit, required: true, in: query"
WHEEL = {
    "METADATA": "Metadata-Version: 2.1\nName: thing\nVersion: 1\n",
    "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "RECORD": "",
}
FIELDS = "{name: {type: string}, age: {type: integer}}"


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """Have a host of pull requests."""
    host = Host.of(tmp_path / "bin", "gh")
    monkeypatch.setenv("PATH", host.path)
    return host


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Be a runner that looks at pull request 7, from what its checkout has."""
    folder = tmp_path / "work"
    folder.mkdir()
    shop = Shop(folder)
    remote = Repository(tmp_path / "origin.git")
    remote.folder.mkdir()
    remote.git("init", "--quiet", "--bare", "--initial-branch=main")
    shop.git("remote", "add", "origin", str(remote.folder))
    shop.git("push", "--quiet", "origin", "main")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("GITHUB_REF", "refs/pull/7/merge")
    monkeypatch.setenv("GITHUB_REPOSITORY", "example/shop")
    return shop


def test_each_mode_has_a_step() -> None:
    """And no mode has two."""
    conditions = {
        each["id"]: each["if"] for each in ACTION["runs"]["steps"] if "id" in each
    }

    assert {
        "run": "inputs.mode != 'report'",
        "report": "inputs.mode == 'report'",
    } == conditions


def test_a_pull_request_is_proposed(workshop: Workshop, gh: Host) -> None:
    """With the token that the action has, and the code says how it ended."""
    workshop.configures("../shop.git", 'pull_request = ["gh"]\n')
    ended = run_action(workshop.desk, mode="pull-request", token=WORD)

    assert 0 == ended.returncode, ended.stderr
    assert "exit-code=0\n" == outputs(workshop.desk)
    assert [BRANCH] == [one["branch"] for one in gh.open]
    assert {WORD} == gh.tokens


@pytest.mark.usefixtures("gh")
def test_a_slice_is_proposed_and_what_fails_annotated(workshop: Workshop) -> None:
    """As with the other modes."""
    workshop.configures("../nowhere.git")
    ended = run_action(workshop.desk, mode="pull-request", shard="1/1")

    assert Exit.USAGE == ended.returncode
    assert "::error file=clientsmith.toml" in ended.stdout
    assert "title=emit-no-repository::" in ended.stdout


def test_a_report_is_a_comment_that_is_updated(shop: Shop, gh: Host) -> None:
    """Each run writes the same one again; what is gone is said, too."""
    shop.edit("spec/api.yaml", LIMIT, NEEDED)
    first = run_action(shop.desk, mode="report")
    (comment,) = gh.comments

    assert 0 == first.returncode, first.stderr
    assert comment.startswith("<!-- clientsmith: . -->\n## pets\n")
    assert "`client.pets.list(limit=): required now, and no longer optional`" in comment
    assert any("repos/example/shop/issues/7/comments" in call for call in gh.calls)

    shop.edit("spec/api.yaml", NEEDED, LIMIT)
    run_action(shop.desk, mode="report")
    (comment,) = gh.comments

    assert "nothing has changed for callers" in comment


def test_a_pull_request_that_changes_nothing_has_no_comment(
    shop: Shop, gh: Host
) -> None:
    """The summary of the run says so."""
    ended = run_action(shop.desk, mode="report")

    assert 0 == ended.returncode, ended.stderr
    assert [] == gh.comments
    assert "nothing has changed for callers" in (shop.folder / "summary.md").read_text(
        "utf-8"
    )


def test_a_comment_that_may_not_be_written_is_no_failure(shop: Shop, gh: Host) -> None:
    """As it is for pull requests from forks; the summary has the report."""
    shop.edit("spec/api.yaml", LIMIT, NEEDED)
    gh.breaks("Resource not accessible by integration")
    ended = run_action(shop.desk, mode="report")

    assert 0 == ended.returncode, ended.stderr
    assert "::warning::the report is in the summary" in ended.stdout
    assert "required now" in (shop.folder / "summary.md").read_text("utf-8")


def test_a_description_that_is_wrong_fails_the_report(shop: Shop, gh: Host) -> None:
    """With its own code, and without a comment."""
    shop.write("spec/api.yaml", "openapi: 3.1.0\n")
    ended = run_action(shop.desk, mode="report")

    assert 3 == ended.returncode
    assert "exit-code=3\n" == outputs(shop.desk)
    assert [] == gh.comments


def test_a_report_fails_on_what_breaks(shop: Shop, gh: Host) -> None:
    """After it has said so, in a comment and in the summary."""
    shop.edit("spec/api.yaml", LIMIT, NEEDED)
    ended = run_action(shop.desk, mode="report", fail_on="breaking")
    (comment,) = gh.comments

    assert 1 == ended.returncode, ended.stderr
    assert "exit-code=1\n" == outputs(shop.desk)
    assert "required now" in comment
    assert "required now" in (shop.folder / "summary.md").read_text("utf-8")


def test_what_is_approved_fails_no_report(shop: Shop, gh: Host) -> None:
    """By the file that was committed."""
    shop.edit("spec/api.yaml", LIMIT, NEEDED)
    approve = ("--approvals", "approved.json", "--approve")
    approved = shop.desk.run("diff", "main", *approve)
    ended = run_action(
        shop.desk, mode="report", fail_on="breaking", approvals="approved.json"
    )
    stricter = run_action(
        shop.desk, mode="report", fail_on="docs", approvals="approved.json"
    )
    (comment,) = gh.comments

    assert 0 == approved.code, approved.err
    assert (0, 0) == (ended.returncode, stricter.returncode), ended.stderr
    assert "required now" in comment


def test_a_report_does_not_know_severities(shop: Shop, gh: Host) -> None:
    """And nothing else knows approvals; both are said, and nothing is done."""
    severity = run_action(shop.desk, mode="report", fail_on="warning")
    approvals = run_action(shop.desk, mode="check", approvals="approved.json")
    change = run_action(shop.desk, mode="check", fail_on="breaking")

    assert [2, 2, 2] == [each.returncode for each in (severity, approvals, change)]
    assert "::error::approvals are for the mode report" in approvals.stdout
    assert [] == gh.comments


def test_a_report_says_which_changes_may_fail_it(shop: Shop, gh: Host) -> None:
    """And the other modes, which severities."""
    severity = run_action(shop.desk, mode="report", fail_on="warning")
    change = run_action(shop.desk, mode="check", fail_on="breaking")

    assert (2, 2) == (severity.returncode, change.returncode)
    assert (
        "::error::fail-on is 'warning'; with the mode report it is breaking, "
        "compatible or docs\n"
    ) == severity.stdout
    assert (
        "::error::fail-on is 'breaking'; with the mode check it is error, "
        "warning or hint\n"
    ) == change.stdout
    assert [] == gh.comments


@pytest.mark.parametrize("depth", ["--depth=1", "--no-tags"])
@pytest.mark.parametrize("looks_at", ["refs/pull/7/merge", "refs/pull/7/head"])
def test_what_the_base_did_later_is_not_reported(
    shop: Shop,
    gh: Host,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    depth: str,
    looks_at: str,
) -> None:
    """Neither after the merge commit was made nor after the pull request began."""
    _has_pull_request(shop)
    work = _checked_out(tmp_path, depth, looks_at)
    monkeypatch.setenv("GITHUB_SHA", shop.git("rev-parse", "merged").strip())
    ended = run_action(work, mode="report", fail_on="breaking")
    (comment,) = gh.comments

    assert 0 == ended.returncode, ended.stderr
    assert "models.Pet.age" in comment
    assert "models.Pet.later" not in comment
    assert "required now" not in comment


def _has_pull_request(shop: Shop) -> None:
    """Have a branch that adds an age, and a base that goes on before and after."""
    shop.git("switch", "--quiet", "--create", "topic")
    shop.edit("spec/api.yaml", "{name: {type: string}}", FIELDS)
    shop.commit("Say how old pets are")
    shop.git("switch", "--quiet", "main")
    shop.edit("spec/overlay.yaml", "{tag: ", "{later: {type: string}, tag: ")
    shop.commit("Add something")
    merge = ("merge", "--quiet", "--no-ff", "--message", "Merge topic into main")
    shop.git("switch", "--quiet", "--create", "merged")
    shop.git(*merge, "topic")
    shop.git("switch", "--quiet", "main")
    shop.edit("spec/api.yaml", LIMIT, NEEDED)
    shop.commit("Require a limit")
    refs = ("topic:refs/pull/7/head", "merged:refs/pull/7/merge")
    shop.git("push", "--quiet", "origin", "main", *refs)


def _checked_out(tmp_path: Path, depth: str, looks_at: str) -> Desk:
    """Check a pull request out as a runner does, with as few commits."""
    folder = tmp_path / "runner"
    work = Repository(folder)
    folder.mkdir()
    work.git("init", "--quiet")
    work.git("remote", "add", "origin", f"file://{tmp_path / 'origin.git'}")
    work.git(
        "fetch", "--quiet", depth, "origin", f"+{looks_at}:refs/remotes/{looks_at}"
    )
    work.git("checkout", "--quiet", "--detach", f"refs/remotes/{looks_at}")
    return Desk(folder)


def test_no_module_of_the_workspace_installs_it(tmp_path: Path) -> None:
    """A pull request may bring one that is called as what installs."""
    work, wheel = tmp_path / "work", tmp_path / "thing-1-py3-none-any.whl"
    work.mkdir()
    for name in ("pip", "venv", "ensurepip"):
        (work / f"{name}.py").write_text("open('pwned', 'w').close()\n")
    with ZipFile(wheel, "w") as file:
        for name, text in WHEEL.items():
            file.writestr(f"thing-1.dist-info/{name}", text)
    step = ACTION["runs"]["steps"][0]
    told = {
        "PYTHON": sys.executable,
        "SOURCE": str(wheel),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_PATH": str(tmp_path / "path.txt"),
    }
    ended = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=work,
        env={**os.environ, **told},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert 0 == ended.returncode, ended.stderr
    assert not (work / "pwned").exists()
    assert [*(tmp_path / "clientsmith").rglob("thing-1.dist-info")]


def test_a_report_is_as_long_as_a_comment_may_be(shop: Shop, gh: Host) -> None:
    """And says where the rest is."""
    fields = ", ".join(f"a{index}: {{type: string}}" for index in range(900))
    shop.edit("spec/api.yaml", "{name: {type: string}}", f"{{{fields}}}")
    run_action(shop.desk, mode="report")
    (comment,) = gh.comments

    assert 50_000 < len(comment) < 65_536
    assert "The summary of the run has all of it." in comment
    assert comment.count("<details>") == comment.count("</details>")


def test_a_comment_that_is_cut_closes_what_is_open(shop: Shop, gh: Host) -> None:
    """And nothing else: a table of what breaks is not folded."""
    fields = ", ".join(f"a{index}: {{type: string}}" for index in range(900))
    shop.edit("spec/api.yaml", "{name: {type: string}}", f"{{name: {{}}, {fields}}}")
    shop.commit("Say more")
    shop.git("push", "--quiet", "origin", "HEAD:main")
    shop.edit("spec/api.yaml", f", {fields}", "")
    run_action(shop.desk, mode="report")
    (comment,) = gh.comments

    assert 50_000 < len(comment) < 65_536
    assert "### Breaking" in comment
    assert "details>" not in comment
