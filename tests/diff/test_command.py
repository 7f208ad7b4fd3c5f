"""`clientsmith diff`: what is compared, how it is written, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from clientsmith.diagnostics import Exit
from clientsmith.editions import Pair, pairs_asked
from clientsmith.editions.compiled import compile_pair
from clientsmith.reports import as_json as module
from diff.repository import CONFIG, OVERLAY, SHARED, SPEC, Shop

SCHEMA = Path(module.__code__.co_filename).with_name("differences.schema.json")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Stand in a repository with a target."""
    return Shop(tmp_path)


def places(text: str) -> list[str]:
    """List where callers find what has changed."""
    (target,) = json.loads(text)["targets"]
    return [change["place"] for change in target["changes"]]


def test_what_is_committed_differs_in_nothing(shop: Shop) -> None:
    """And a run without words compares it with the work tree."""
    ended = shop.diff()

    assert Exit.OK == ended.code
    assert "pets: HEAD → the work tree" in ended.out
    assert "nothing has changed for callers" in ended.out


def test_the_work_tree_is_compared_with_the_last_commit(shop: Shop) -> None:
    """With the verdict, the reason, the line and the fingerprint of each change."""
    shop.edit(
        "spec/api.yaml",
        "name: limit, in: query",
        "name: limit, required: true, in: query",
    )
    lines = shop.diff().out.split("\n")

    assert "breaking (1)" in lines
    at = lines.index("  client.pets.list(limit=): required now, and no longer optional")
    assert "      it may no longer be left out" == lines[at + 1]
    assert lines[at + 2].startswith("      spec/api.yaml:11:11 [")
    assert "1 breaking: a minor version; 0.1.0 → 0.2.0" == lines[-2]


def test_what_callers_do_not_see_is_a_change_where_nothing_else_is(shop: Shop) -> None:
    """The client is not what was released, and nobody has to know in what."""
    shop.edit("spec/shared.yaml", "[name, age]", "[age, name]")
    alone = shop.diff()
    shop.edit("spec/api.yaml", "name: limit, in: query", "name: most, in: query")

    assert "  import pets: generated otherwise" in alone.out.split("\n")
    assert "1 compatible: a patch version; 0.1.0 → 0.1.1" in alone.out
    assert "import pets" not in shop.diff().out


def test_docs_hide_nothing_that_is_generated_otherwise(shop: Shop) -> None:
    """What else is only said says nothing of what is sent."""
    shop.edit("spec/shared.yaml", "[name, age]", "[age, name]")
    shop.edit("spec/api.yaml", "operationId: listPets", "{}\n      summary: All.")
    shop.edit("spec/api.yaml", "{}", "operationId: listPets")

    out = shop.diff().out
    assert "  import pets: generated otherwise" in out.split("\n")
    assert "1 compatible, 1 in docs: a patch version; 0.1.0 → 0.1.1" in out


def test_what_is_said_elsewhere_is_docs(shop: Shop) -> None:
    """Of the API, say, which no call says."""
    shop.edit("spec/api.yaml", 'version: "1"', 'version: "2"')
    out = shop.diff().out

    assert "  import pets: documented otherwise" in out.split("\n")
    assert "1 in docs: a patch version; 0.1.0 → 0.1.1" in out


def test_what_a_call_asks_for_is_said_at_the_call(shop: Shop) -> None:
    """With what it asked for before."""
    shop.edit("spec/api.yaml", "application/json", "application/vnd.pets+json")
    line = "sent as accept application/json → accept application/vnd.pets+json"

    assert f"  client.pets.list(): {line}" in shop.diff().out.split("\n")


def test_a_server_of_a_call_is_where_it_goes(shop: Shop) -> None:
    """Credentials go there as well."""
    own = 'servers: [{url: "https://other.example"}]\n      operationId: listPets'
    shop.edit("spec/api.yaml", "operationId: listPets", own)
    line = "client.pets.list(): the default nothing → https://other.example"

    assert f"  {line}" in shop.diff().out.split("\n")
    assert "patch\n" == shop.diff("--bump").out


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("testing = false", "import pets.testing"),
        ("extras = []", "import pets.middleware.Tracing"),
    ],
)
def test_a_part_that_is_no_longer_asked_for_is_gone(
    shop: Shop, line: str, place: str
) -> None:
    """Code that imports it fails, whatever the description says."""
    shop.write("clientsmith.toml", f'{CONFIG}extras = ["opentelemetry"]\n')
    shop.commit("Ask for tracing")
    extras = "" if line.startswith("extras") else 'extras = ["opentelemetry"]\n'
    shop.write("clientsmith.toml", f"{CONFIG}{extras}{line}\n")
    lines = shop.diff().out.split("\n")

    assert "breaking (1)" in lines
    at = lines.index(f"  {place}: package removed")
    assert lines[at + 1].startswith("      code that imports it fails")
    assert "clientsmith.toml:" in lines[at + 2]


def test_how_a_description_is_written_makes_no_difference(shop: Shop) -> None:
    """Comments and the order of keys are nobody's business."""
    shop.edit(
        "spec/api.yaml", "operationId: listPets", "# All.\n      operationId: listPets"
    )

    assert "nothing has changed for callers" in shop.diff().out
    assert "none\n" == shop.diff("--bump").out


def test_a_revision_has_its_own_files(shop: Shop) -> None:
    """The description, what it refers to, its overlay, and its configuration."""
    shop.git("tag", "first")
    shop.edit("spec/shared.yaml", "name, age", "name, age, size")
    shop.edit("spec/overlay.yaml", "tag: {type: string}", "label: {type: string}")
    shop.commit("Change what is beside the description")

    ended = shop.diff("first", "main", "--format", "json")

    assert [
        "models.Pet.label",
        "models.Pet.tag",
        'models.Sort["size"]',
        'params.SortParam["size"]',
    ] == sorted(places(ended.out))


def test_one_description_is_named_as_git_names_it(shop: Shop) -> None:
    """And is compared with the same file in the work tree, as the target has it."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    alone = shop.diff("main:spec/api.yaml", "--format", "json")
    both = shop.diff("main:spec/api.yaml", "spec/api.yaml", "--format", "json")

    assert ["models.Pet.name"] == places(alone.out) == places(both.out)
    assert "pets" == json.loads(alone.out)["targets"][0]["name"]


def test_the_lock_keeps_names_from_changing(shop: Shop) -> None:
    """What was published is called the same, whatever its `operationId` becomes."""
    shop.edit("spec/api.yaml", "listPets", "findPets")
    unlocked = shop.diff("--format", "json")
    shop.edit("spec/api.yaml", "findPets", "listPets")
    shop.desk.run("generate", "--quiet")
    shop.commit("Generate the client")
    shop.edit("spec/api.yaml", "listPets", "findPets")

    assert "client.pets.list()" in places(unlocked.out)
    assert [] == places(shop.diff("--format", "json").out)


def test_a_description_without_a_target_is_compared_alone(shop: Shop) -> None:
    """Also one that no repository has."""
    shop.write(
        "old.yaml", "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n"
    )
    shop.write(
        "new.yaml",
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n"
        "paths: {/a: {get: {responses: {'204': {description: A.}}}}}\n",
    )
    ended = shop.diff("old.yaml", "new.yaml", "--bump")

    assert (Exit.OK, "minor\n") == (ended.code, ended.out)


def test_the_other_side_of_a_target_takes_its_settings(shop: Shop) -> None:
    """Otherwise the overlay would be the difference."""
    shop.write(
        "published.yaml",
        (shop.folder / "spec/api.yaml")
        .read_text()
        .replace("shared.yaml", "spec/shared.yaml"),
    )
    ended = shop.diff("published.yaml", "spec/api.yaml", "--format", "json")

    assert [] == places(ended.out)


def test_files_are_named_as_they_are_found(shop: Shop) -> None:
    """At a revision, too, and also where a description borrows its settings."""
    shop.write("other/api.yaml", SPEC)
    shop.write("other/shared.yaml", SHARED)
    shop.commit("Describe others")
    shop.edit("other/api.yaml", "[name]", "[]")
    alone = shop.diff("main:other/api.yaml", "--format", "json")
    borrowed = shop.diff("main:other/api.yaml", "spec/api.yaml", "--format", "json")
    (change,) = json.loads(alone.out)["targets"][0]["changes"]

    assert "other/api.yaml" == change["before"]["at"]["file"]
    assert "other/api.yaml" == change["after"]["at"]["file"]
    assert str(shop.folder) not in borrowed.out
    assert "scratch" not in borrowed.out


def test_links_to_files_are_followed_at_a_revision(shop: Shop) -> None:
    """As they are in the work tree."""
    (shop.folder / "spec/link.yaml").symlink_to("shared.yaml")
    shop.edit("spec/api.yaml", "shared.yaml#/Sort", "link.yaml#/Sort")
    shop.commit("Link")
    shop.edit("spec/shared.yaml", "age", "size")

    assert 'params.SortParam["age"]' in places(shop.diff("--format", "json").out)


def test_a_run_from_a_folder_below_finds_the_same(shop: Shop) -> None:
    """Revisions are those of the whole repository."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.desk = type(shop.desk)(shop.folder / "spec")

    assert ["models.Pet.name"] == places(shop.diff("--format", "json").out)
    assert ["models.Pet.name"] == places(
        shop.diff("main:./api.yaml", "api.yaml", "--format", "json").out
    )


def test_a_run_fails_on_what_it_is_told_to(shop: Shop) -> None:
    """Without that, differences are no failure."""
    shop.edit("spec/api.yaml", "[name]", "[name, tag]")
    compatible = [
        shop.diff(*words).code
        for words in ([], ["--fail-on", "breaking"], ["--fail-on", "compatible"])
    ]
    shop.edit("spec/api.yaml", "[name, tag]", "[]")
    breaking = [
        shop.diff(*words).code
        for words in ([], ["--fail-on", "breaking"], ["--fail-on", "docs"])
    ]

    assert [Exit.OK, Exit.OK, Exit.DRIFT] == compatible
    assert [Exit.OK, Exit.DRIFT, Exit.DRIFT] == breaking


def test_what_is_approved_does_not_fail(shop: Shop) -> None:
    """Until it changes further, or something else breaks."""
    words = ("--fail-on", "breaking", "--approvals", "approved.json")
    shop.edit("spec/api.yaml", "[name]", "[]")
    approved = shop.diff(*words, "--approve")
    shop.write(
        "spec/api.yaml",
        "# another line\n" + (shop.folder / "spec/api.yaml").read_text(),
    )
    known = shop.diff(*words)
    shop.edit("spec/api.yaml", "name: {type: string}", "name: {type: integer}")
    further = shop.diff(*words)

    assert [Exit.OK, Exit.OK, Exit.DRIFT] == [approved.code, known.code, further.code]
    assert "approved models.Pet.name" in known.out
    assert "approved.json: 1 breaking approved, 1 of them new\n" in approved.out


def approve_what_is_gone(shop: Shop) -> None:
    """Approve that two classes no longer have the same attribute."""
    fields = "{size: {type: string}, name: {type: string}}"
    dog = f"{{type: object, required: [name], properties: {fields}}}"
    both = f"  schemas:\n    Dog: {dog}\n"
    shop.edit("spec/api.yaml", "  schemas:\n", both)
    shop.edit(
        "spec/api.yaml",
        "responses:",
        'responses:\n        "201": '
        "{description: A., content: {application/json: "
        '{schema: {$ref: "#/components/schemas/Dog"}}}}',
    )
    shop.commit("Sell dogs")
    text = (shop.folder / "spec/api.yaml").read_text()
    shop.write("spec/api.yaml", text.replace("name: {type: string}", ""))
    shop.diff("--approvals", "approved.json", "--approve")


def test_approvals_are_read_as_a_report_is(shop: Shop) -> None:
    """One entry for what says the same, with a line for each place."""
    approve_what_is_gone(shop)
    text = (shop.folder / "approved.json").read_text()
    listed = json.loads(text)["targets"]["pets"]
    (entry,) = [one for one in listed if "models.Pet.name" in one["places"].values()]
    lines = [f'"{mark}": "{place}"' for mark, place in entry["places"].items()]

    assert ["change", "why", "places"] == [*entry]
    assert "attribute removed (str)" == entry["change"]
    assert "code that reads it fails" == entry["why"]
    assert ["models.Dog.name", "models.Pet.name"] == [*entry["places"].values()]
    assert all(line in text for line in lines)


def test_approvals_of_older_releases_are_read(shop: Shop) -> None:
    """Each has one place and no change; one without a fingerprint is none."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    (change,) = json.loads(shop.diff("--format", "json").out)["targets"][0]["changes"]
    entry = {key: change[key] for key in ("fingerprint", "place", "why")}
    words = ("--approvals", "approved.json", "--fail-on", "breaking")
    shop.write("approved.json", json.dumps({"targets": {"pets": [entry]}}))
    known = shop.diff(*words)
    del entry["fingerprint"]
    shop.write("approved.json", json.dumps({"targets": {"pets": [entry]}}))
    broken = shop.diff(*words)

    assert Exit.OK == known.code
    assert "1 breaking is approved\n" in known.out
    assert Exit.USAGE == broken.code
    assert "error[approvals-broken]" in broken.err


def test_what_is_not_approved_is_read_first(shop: Shop) -> None:
    """And counted in the last line; what is approved takes a line each."""
    words = ("--approvals", "approved.json")
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.diff(*words, "--approve")
    shop.edit("spec/api.yaml", "name: limit, in: query", "name: most, in: query")
    lines = shop.diff(*words).out.splitlines()
    markdown = shop.diff(*words, "--format", "markdown").out
    first, last = (
        lines.index(f"breaking, {mark} (1)") for mark in ("not approved", "approved")
    )

    assert (
        "  client.pets.list(limit=): argument removed (int, optional)"
        == lines[first + 1]
    )
    assert first < last
    assert lines[last + 1].startswith("  approved models.Pet.name: type str")
    assert "" == lines[last + 2]
    assert "1 breaking is not approved; 1 is" == lines[-1]
    assert "### Breaking, not approved (1)\n" in markdown
    assert "<details><summary>Breaking, approved (1)</summary>" in markdown
    assert ". 1 breaking is not approved; 1 is.\n" in markdown


def test_approvals_that_are_not_there_are_said_to_be_missing(shop: Shop) -> None:
    """Nothing is approved then; whoever writes them anew hears of nothing."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    missing = shop.diff("--approvals", "aproved.json", "--fail-on", "breaking")
    written = shop.diff("--approvals", "approved.json", "--approve")

    assert Exit.DRIFT == missing.code
    assert (
        "warning[approvals-missing]: there are no approvals in `aproved.json`"
        in missing.err
    )
    assert (Exit.OK, "") == (written.code, written.err)


def test_approvals_that_go_are_counted(shop: Shop) -> None:
    """One line for each target says whose changes are gone."""
    words = ("--approvals", "approved.json", "--approve")
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.diff(*words)
    shop.edit("spec/api.yaml", "name: {type: string}", "name: {type: integer}")
    further = shop.diff(*words)
    again = shop.diff(*words)

    assert (
        "hint[approvals-dropped]: 1 approval is dropped of `pets`, "
        "whose changes are gone: models.Pet.name\n" in further.err
    )
    assert "" == again.err


def test_who_wants_quiet_hears_of_what_fails(shop: Shop) -> None:
    """And gets whatever else was asked for: words, and values for programs."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    fine = shop.diff("--quiet", "--approvals", "none.json")
    failed = shop.diff("-q", "--fail-on", "breaking")
    word = shop.diff("-q", "--bump")
    value = shop.diff("-q", "--format", "json")

    assert (Exit.OK, "", "") == (fine.code, fine.out, fine.err)
    assert Exit.DRIFT == failed.code
    assert "models.Pet.name: type str → str | None" in failed.out
    assert "minor\n" == word.out
    assert ["models.Pet.name"] == places(value.out)


def test_json_is_as_its_schema_says(shop: Shop) -> None:
    """With every member, and null where there is nothing."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.edit("spec/api.yaml", "listPets", "findPets")
    ended = shop.diff("--format", "json")
    schema = json.loads(SCHEMA.read_text("utf-8"))

    Draft202012Validator.check_schema(schema)
    assert [] == [*Draft202012Validator(schema).iter_errors(json.loads(ended.out))]
    assert "renamed" in ended.out


def test_lines_are_annotated(shop: Shop) -> None:
    """What breaks as an error, on the line that describes it."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    ended = shop.diff("--format", "github")

    assert ended.out.startswith(
        "::error file=spec/api.yaml,line=18,col=52,title=breaking attribute::"
        "models.Pet.name: type str → str | None"
    )


def test_lines_of_two_revisions_are_annotated_where_files_are(shop: Shop) -> None:
    """And not in the folder that the newer one is read from."""
    shop.edit("spec/api.yaml", "[name]", "[]")
    shop.commit("Break code")
    ended = shop.diff("HEAD~1", "HEAD", "--format", "github")

    assert ended.out.startswith("::error file=spec/api.yaml,line=18,col=52,title=")


def test_markdown_folds_what_breaks_nothing(shop: Shop) -> None:
    """A reviewer reads first what matters, and no text is markup."""
    shop.edit("spec/shared.yaml", "name, age", 'name, age, "<b>|`"')
    shop.edit("spec/api.yaml", "[name]", "[]")
    out = shop.diff("--format", "markdown").out

    assert "### Breaking (1)" in out
    assert "<details><summary>Compatible (2)</summary>" in out
    assert "<b>" not in out


def test_models_without_a_client_are_compared_alone(shop: Shop) -> None:
    """They have no calls that could break."""
    shop.write("clientsmith.toml", f'{CONFIG}models = "dataclass"\n')
    shop.commit("Want only models")
    shop.edit("spec/api.yaml", "listPets", "findPets")
    shop.edit("spec/api.yaml", "[name]", "[]")

    assert ["models.Pet.name"] == places(shop.diff("--format", "json").out)


def compiled(folder: Path) -> list[bool]:
    """Compare two descriptions, and tell how far each of them was compiled."""
    pairs = (
        pairs_asked("one/api.yaml", "other/api.yaml", (), folder, folder).value or []
    )
    (pair,) = pairs

    assert isinstance(pair, Pair)
    return [each.done.lowered is not None for each in compile_pair(pair)]


def test_what_is_made_from_the_same_is_not_compiled(tmp_path: Path) -> None:
    """A run over many targets costs what has changed, also in what is referred to."""
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "api.yaml").write_text(SPEC)
        (tmp_path / folder / "shared.yaml").write_text(SHARED)
    same = compiled(tmp_path)
    (tmp_path / "other" / "shared.yaml").write_text(SHARED.replace("age", "size"))

    assert [False, False] == same
    assert [True, True] == compiled(tmp_path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nope"], "`nope` is no file, and no revision"),
        (["main", "spec/api.yaml"], "cannot be compared with a whole revision"),
        (
            ["main:spec/none.yaml", "spec/api.yaml"],
            "there is no `spec/none.yaml` at main",
        ),
        (["spec", "spec/api.yaml"], "`spec` is a folder, and no package"),
        (["main:spec/none.yaml"], "there is no `spec/none.yaml` at present"),
        (["--target", "cats"], "there is no target `cats`"),
        (["--approve"], "`--approve` has no effect without `--approvals`"),
    ],
)
def test_wrong_usage_is_explained(shop: Shop, words: list[str], said: str) -> None:
    """In a line, with exit status 2."""
    ended = shop.diff(*words)

    assert Exit.USAGE == ended.code
    assert said in ended.err


def test_a_wrong_description_is_named_with_its_revision(shop: Shop) -> None:
    """And what is wrong with it is shown."""
    shop.edit("spec/api.yaml", "schemas/Pet", "schemas/Pett")
    ended = shop.diff()

    assert Exit.DOCUMENT == ended.code
    assert "pets: the work tree cannot be compiled:\n" in ended.err
    assert "points at nothing" in ended.err


@pytest.mark.parametrize(
    ("words", "title", "advice"),
    [
        (["main:spec/shared.yaml"], "main:spec/shared.yaml", "main:spec/api.yaml"),
        (["main:./shared.yaml"], "main:spec/shared.yaml", "main:spec/api.yaml"),
        (["shared.yaml", "api.yaml"], "shared.yaml", "api.yaml"),
        (["main:../spec/shared.yaml", "api.yaml"], "main:spec/shared.yaml", ""),
    ],
)
def test_a_part_of_a_description_is_no_description(
    shop: Shop, words: list[str], title: str, advice: str
) -> None:
    """One that refers to it is named, in words that can be given, from any folder."""
    shop.edit("spec/shared.yaml", "age", "size")
    shop.desk = type(shop.desk)(shop.folder / "spec")
    ended = shop.diff(*words)

    assert Exit.USAGE == ended.code
    assert f"error[edition-part]: `{title}` is no description" in ended.err
    assert f"name the description that refers to it, as `{advice}" in ended.err
    assert "scratch" not in ended.err
    assert "clientsmith-" not in ended.err


def test_a_revision_is_named_as_it_can_be_given_again(shop: Shop) -> None:
    """From the root of the repository, wherever one stands."""
    shop.desk = type(shop.desk)(shop.folder / "spec")
    titles = {
        shop.diff(word, "api.yaml").out.split("\n")[0]
        for word in ("main:./api.yaml", "main:../spec/api.yaml", "main:spec/api.yaml")
    }

    assert {"pets: main:spec/api.yaml → api.yaml"} == titles


def test_a_folder_without_a_repository_says_so(tmp_path: Path) -> None:
    """Only files can be compared there."""
    shop = Shop(tmp_path)
    shop.git("rev-parse", "HEAD")
    (tmp_path / ".git").rename(tmp_path / "git")
    ended = shop.diff()

    assert Exit.USAGE == ended.code
    assert "there is no repository of git here" in ended.err


REMOVING = """\
  - target: $.paths["/pets"].get.parameters[?@.name=="limit"]
    remove: true
  - target: $.components.schemas.Pet.properties.name
    remove: true
"""


def shown_at(shop: Shop, place: str) -> str:
    """Tell where a change is shown."""
    lines = shop.diff().out.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"  {place}"))
    return lines[start + 2].strip().partition(" ")[0]


def test_what_an_overlay_takes_out_is_shown_at_its_action(shop: Shop) -> None:
    """An item of a list, and the value of a key; the description still has both."""
    shop.write("spec/overlay.yaml", f"{OVERLAY}{REMOVING}")

    assert "spec/overlay.yaml:7:5" == shown_at(shop, "client.pets.list(limit=)")
    assert "spec/overlay.yaml:9:5" == shown_at(shop, "models.Pet.name")


def test_what_a_patch_takes_out_is_shown_in_the_configuration(shop: Shop) -> None:
    """Where it says so."""
    patch = (
        "[[targets.pets.patches]]\n"
        'at = "#/paths/~1pets/get/parameters/1"\n'
        'remove = true\nreason = "Nobody uses it."\n'
    )
    shop.write("clientsmith.toml", f"{CONFIG}\n{patch}")

    assert "clientsmith.toml:9:1" == shown_at(shop, "client.pets.list(limit=)")


def test_an_item_that_went_with_the_text_is_not_looked_for(shop: Shop) -> None:
    """At its index stands another one now, which an overlay takes out."""
    shop.write("spec/overlay.yaml", f"{OVERLAY}{REMOVING}")
    shop.commit("Take it out")
    limit = "        - {name: limit, in: query, schema: {type: integer}}\n"
    sort = '        - {name: sort, in: query, schema: {$ref: "shared.yaml#/Sort"}}\n'
    shop.edit("spec/api.yaml", f"{sort}{limit}", limit)

    assert shown_at(shop, "client.pets.list(sort=)").startswith("spec/api.yaml:")
