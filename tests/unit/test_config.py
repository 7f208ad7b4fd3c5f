"""The configuration, and what may be wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.config import find_config, read_config
from clientsmith.config.effective import settings_of
from clientsmith.config.written import read_written
from clientsmith.ir import Signing

ADD = "add a `[targets.NAME]` table with `input`, `out` and `package`"
TARGET = '[targets.pets]\ninput = "api.yaml"\nout = "client"\npackage = "pets"\n'


def read(folder: Path, text: str) -> list[str]:
    """List what is wrong with a text, as `line:column code: hint`."""
    path = folder / "clientsmith.toml"
    path.write_text(text)
    return [
        f"{str(one.at).removeprefix('clientsmith.toml:')} {one.code}: {one.hint or ''}"
        for one in read_config(path).diagnostics
    ]


def test_a_target_is_read(tmp_path: Path) -> None:
    """Its paths are relative to the file."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(
        TARGET + 'overlays = ["fix.yaml"]\nformatter = "black"\nmodels = "msgspec"\n'
        'mode = "merge"\npost = [["ruff", "check"]]\n'
    )
    config = read_config(path).value

    assert config is not None
    target = config.targets[0]
    assert ("pets", "api.yaml", "pets") == (target.name, target.input, target.package)
    assert tmp_path / "client" == target.out
    assert (("fix.yaml",), "black") == (target.overlays, target.formatter)
    assert (("ruff", "check"),) == target.post
    assert ("msgspec", "merge") == (target.models, target.mode)
    assert (tmp_path, path) == (target.folder, target.configuration)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\nb = = 2\n", ["2:5 config-syntax: "]),
        (
            TARGET + "[target.dogs]\n",
            ["5:2 config-unknown-key: did you mean `targets`?"],
        ),
        (
            TARGET + 'packge = "x"\n',
            ["5:1 config-unknown-key: did you mean `package`?"],
        ),
        (TARGET + "zebra = 1\n", ["5:1 config-unknown-key: remove it"]),
        (TARGET + "version = 1\n", ["5:1 config-value: "]),
        (TARGET + 'overlays = "fix.yaml"\n', ["5:1 config-value: "]),
        (TARGET + 'formatter = "prettier"\n', ["5:1 config-value: "]),
        (TARGET + 'models = "attrs"\n', ["5:1 config-value: "]),
        (TARGET + 'mode = "rebase"\n', ["5:1 config-value: "]),
        (TARGET + 'post = ["ruff check"]\n', ["5:1 config-value: "]),
        (TARGET + 'post = [["ruff"], []]\n', ["5:1 config-value: "]),
        (
            TARGET + 'post = [["ruff", "{outt}"]]\n',
            ["5:1 config-value: did you mean `{out}`?"],
        ),
        (TARGET + 'post = [["find", ".", "-exec", "{}"]]\n', []),
        (TARGET + 'version = "x y"\n', ['5:1 config-value: for example "1.2.0"']),
        (TARGET + 'version = "1.0.0-beta.1"\n', []),
        (TARGET + 'version = "1!2.0rc1.post2.dev3+local.1"\n', []),
        (
            TARGET.replace('"client"', '""'),
            ['3:1 config-value: the folder of this file is `"."`'],
        ),
        (TARGET.replace('"api.yaml"', '["api.yaml", ""]'), ["2:1 config-value: "]),
        (TARGET + 'overlays = [""]\n', ["5:1 config-value: "]),
        (
            TARGET + 'baseline = ""\n',
            ['5:1 config-value: for example "clientsmith.baseline.json"'],
        ),
        (
            "targets = 3\n",
            [f"1:1 config-value: {ADD}"],
        ),
        (TARGET + 'testing = "no"\n', ["5:1 config-value: "]),
        (TARGET + 'extras = "opentelemetry"\n', ["5:1 config-value: "]),
        (TARGET + 'extras = ["telepathy"]\n', ["5:1 config-value: "]),
        (TARGET + 'enums = "closed"\n', ["5:1 config-value: "]),
        (TARGET + 'models = "msgspec"\nenums = "class"\n', ["6:1 config-value: "]),
        (
            TARGET.replace('"pets"', '"my-pets"'),
            ["4:1 config-value: for example `my_pets`"],
        ),
        (
            TARGET.replace('"pets"', '"class"'),
            ["4:1 config-value: for example `class_client`"],
        ),
        (TARGET.replace('"pets"', '"1"'), ["4:1 config-value: for example `api_1`"]),
        (TARGET + "policy = 1\n", ["5:1 config-value: "]),
        (TARGET + '[policy]\nunion-oder = "warn"\n', ["6:1 policy-unknown: "]),
        (TARGET + '[targets.pets.policy]\nall = "no"\n', ["6:1 policy-unknown: "]),
        (
            '[targets.pets]\nout = "x"\npackage = "pets"\n',
            ['1:2 config-missing: add `input = "…"`'],
        ),
    ],
)
def test_what_is_wrong_is_placed(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    """By line and column, with the nearest name where a key is not known."""
    assert expected == read(tmp_path, text)


@pytest.mark.parametrize(
    ("entry", "is_right"),
    [
        ('"#/paths/~1pets/get" = ""', False),
        ('"#/paths/~1pets/get" = "x y"', False),
        ('"#/paths/~1pets/get" = "class"', False),
        ('"#/paths/~1pets/get" = "pets."', False),
        ('"#/paths/~1pets/get" = "pets.list"', True),
        ('"#/paths/~1pets/get" = "list"', True),
        ('"#/components/schemas/Pet" = "Any"', False),
        ('"#/components/schemas/Pet" = "a.b"', False),
        ('"#/components/schemas/Pet" = "Animal"', True),
    ],
)
def test_what_cannot_be_a_name_is_placed(
    tmp_path: Path, entry: str, *, is_right: bool
) -> None:
    """A method may say where it is found; nothing is called otherwise in silence."""
    found = read(tmp_path, f"{TARGET}[targets.pets.names]\n{entry}\n")

    assert ([] if is_right else ["6:1 config-value: "]) == found


def test_mistakes_in_defaults_are_said_once(tmp_path: Path) -> None:
    """However many targets they hold for."""
    other = TARGET.replace("pets", "dogs").replace('"client"', '"dogs"')
    defaults = '[defaults.policy]\nall = "no"\n'

    assert ["10:1 policy-unknown: "] == read(tmp_path, TARGET + other + defaults)


def test_enumerations_are_literals_unless_said_otherwise(tmp_path: Path) -> None:
    """Classes are there for a client, and for the models of one."""
    other = TARGET.replace("pets", "dogs")
    path = tmp_path / "clientsmith.toml"
    path.write_text(f'{TARGET}{other}enums = "class"\nmodels = "pydantic"\n')
    config = read_config(path).value

    assert config is not None
    assert ["literal", "class"] == [target.enums for target in config.targets]


def test_a_target_says_how_webhooks_are_signed(tmp_path: Path) -> None:
    """In a table of its own."""
    path = tmp_path / "clientsmith.toml"
    table = '[targets.pets.webhooks]\nscheme = "github"\ntolerance = 10\n'
    path.write_text(TARGET + table)
    config = read_config(path).value

    assert config is not None
    assert Signing(scheme="github", tolerance=10) == config.targets[0].webhooks


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ('scheme = "magic"', "6:1 config-value: "),
        ('scheme = "github"\nheader = "x"', "7:1 config-value: "),
        ('sheme = "github"', "6:1 config-unknown-key: did you mean `scheme`?"),
        ('scheme = "hmac"', "5:2 config-value: "),
        ('scheme = "hmac"\nheader = 1', "7:1 config-value: "),
        ('scheme = "hmac"\nheader = "x"\ncontent = "a"', "8:1 config-value: "),
    ],
)
def test_what_makes_no_sense_of_webhooks_is_placed(
    tmp_path: Path, table: str, expected: str
) -> None:
    """At the key, or at the table where one is missing."""
    text = f"{TARGET}[targets.pets.webhooks]\n{table}\n"

    assert [expected] == read(tmp_path, text)


def test_what_webhooks_may_hold_is_said_in_words(tmp_path: Path) -> None:
    """Not in those of a library."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(f'{TARGET}[targets.pets.webhooks]\nscheme = "magic"\n')
    (problem,) = read_config(path).diagnostics

    assert (
        "`scheme` must be one of github, hmac, slack, standard-webhooks, stripe"
        == problem.message
    )


def test_webhooks_are_a_table(tmp_path: Path) -> None:
    """And nothing else."""
    assert ["5:1 config-value: "] == read(tmp_path, f'{TARGET}webhooks = "github"\n')


def test_a_file_without_targets_is_useless(tmp_path: Path) -> None:
    """And says how one is made."""
    hint = "add a `[targets.NAME]` table with `input`, `out` and `package`"

    assert [f"1:1 config-empty: {hint}"] == read(tmp_path, "")


def test_the_nearest_configuration_counts(tmp_path: Path) -> None:
    """In the folder, or above it."""
    (tmp_path / "clientsmith.toml").write_text(TARGET)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)

    assert tmp_path / "clientsmith.toml" == find_config(below).value


def test_origins_are_allowed_for_all_targets(tmp_path: Path) -> None:
    """References may lead there."""
    path = tmp_path / "clientsmith.toml"
    path.write_text('[references]\nallow = ["https://Example.com"]\n' + TARGET)
    config = read_config(path).value

    assert config is not None
    assert ("https://example.com",) == config.targets[0].allow


@pytest.mark.parametrize(
    "allow",
    ['"https://example.com"', '["example.com"]', '["https://example.com/a"]', "[1]"],
)
def test_what_is_no_origin_is_refused(tmp_path: Path, allow: str) -> None:
    """A scheme and a host are, and nothing else."""
    text = f"[references]\nallow = {allow}\n{TARGET}"

    assert ["2:1 config-value: "] == read(tmp_path, text)


def test_a_mistake_is_placed_in_its_own_target(tmp_path: Path) -> None:
    """Other targets have the same keys."""
    other = TARGET.replace("targets.pets", 'targets."my.dogs"').replace("client", "o")
    text = f'{TARGET}version = "1"\n{other}version = 1\n'

    assert ["10:1 config-value: "] == read(tmp_path, text)


@pytest.mark.parametrize(
    ("out", "more", "expected"),
    [
        ("client", 'package = "dogs"', ["7:1 config-overlap"]),
        ("./x/../client/", 'package = "dogs"', ["7:1 config-overlap"]),
        ("client", 'package = "dogs"\nmodels = "pydantic"', []),
        ("client", 'package = "pets"\nmodels = "pydantic"', ["7:1 config-overlap"]),
        ("client/pets/dogs", 'package = "dogs"', ["7:1 config-overlap"]),
        (".", 'package = "client"', ["3:1 config-overlap"]),
        ("client/dogs", 'package = "dogs"', []),
        ("client2", 'package = "pets"', []),
    ],
)
def test_targets_do_not_write_over_each_other(
    tmp_path: Path, out: str, more: str, expected: list[str]
) -> None:
    """A client has a folder of its own, and none is in the package of another."""
    other = f'[targets.dogs]\ninput = "api.yaml"\nout = "{out}"\n{more}\n'
    found = read(tmp_path, f"{TARGET}{other}")

    assert expected == [one.partition(": ")[0] for one in found]


def test_the_other_target_is_shown(tmp_path: Path) -> None:
    """Both lines, so that either can be changed."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(TARGET + TARGET.replace("targets.pets", "targets.dogs"))
    (problem,) = read_config(path).diagnostics

    assert [("that of `pets`", 3)] == [
        (note.message, getattr(note.at, "line", 0)) for note in problem.notes
    ]


PROJECT = "[tool.black]\nline-length = 88\n\n"


def in_project(text: str) -> str:
    """Write a configuration as a part of a pyproject.toml."""
    return PROJECT + text.replace("[", "[tool.clientsmith.", 1)


def test_a_project_may_hold_the_configuration(tmp_path: Path) -> None:
    """Under `[tool.clientsmith]`, with positions in that file."""
    path = tmp_path / "pyproject.toml"
    path.write_text(in_project(TARGET))
    found = find_config(tmp_path).value
    config = read_config(path).value
    path.write_text(in_project(TARGET + "version = 1\n"))

    assert path == found
    assert config is not None
    assert "pets" == config.targets[0].name
    assert ["pyproject.toml:8:1"] == [str(x.at) for x in read_config(path).diagnostics]


def test_a_project_without_a_table_is_passed_by(tmp_path: Path) -> None:
    """A package in a folder of its own is configured further up."""
    (tmp_path / "clientsmith.toml").write_text(TARGET)
    below = tmp_path / "package"
    below.mkdir()
    (below / "pyproject.toml").write_text(PROJECT + '[tool.other]\nx = "clientsmith"\n')

    assert tmp_path / "clientsmith.toml" == find_config(below).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool]\nclientsmith = 1\n", "2:1 config-value"),
        ("[tool.clientsmith\n", "1:18 config-syntax"),
        ("[tool.clientsmith]\n", "1:2 config-empty"),
    ],
)
def test_a_project_that_is_wrong_is_reported(
    tmp_path: Path, text: str, expected: str
) -> None:
    """Rather than passed by."""
    path = tmp_path / "pyproject.toml"
    path.write_text(text)
    (problem,) = read_config(path).diagnostics

    assert path == find_config(tmp_path).value
    assert f"pyproject.toml:{expected}" == f"{problem.at} {problem.code}"


def test_two_configurations_in_one_folder_are_an_error(tmp_path: Path) -> None:
    """Nobody could say which one counts."""
    (tmp_path / "clientsmith.toml").write_text(TARGET)
    (tmp_path / "pyproject.toml").write_text(in_project(TARGET))
    found = find_config(tmp_path)

    assert found.value is None
    assert ["config-twice"] == [one.code for one in found.diagnostics]


def test_defaults_hold_for_targets_that_do_not_say_it(tmp_path: Path) -> None:
    """And policies of a target count before those of all."""
    other = TARGET.replace("pets", "dogs").replace("client", "dogs")
    path = tmp_path / "clientsmith.toml"
    path.write_text(
        '[defaults]\nformatter = "none"\noverlays = ["fix.yaml"]\n'
        '[defaults.policy]\nall = "warn"\n'
        f'{TARGET}formatter = "black"\n{other}policy = {{union-order = "fail"}}\n'
    )
    config = read_config(path).value

    assert config is not None
    pets, dogs = config.targets
    assert ("black", "none") == (pets.formatter, dogs.formatter)
    assert pets.overlays == dogs.overlays == ("fix.yaml",)
    assert ("warn", "fail") == (
        pets.policy.action("union-order"),
        dogs.policy.action("union-order"),
    )
    assert ("2:1", "10:1") == tuple(
        f"{each.places['formatter'].line}:{each.places['formatter'].column}"
        for each in (dogs, pets)
    )


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ('package = "pets"', "2:1 config-unknown-key: remove it"),
        ('formater = "ruff"', "2:1 config-unknown-key: did you mean `formatter`?"),
        ("version = 1", "2:1 config-value: "),
        ('models = "msgspec"\nenums = "class"', "3:1 config-value: "),
    ],
)
def test_mistakes_in_defaults_are_placed_there(
    tmp_path: Path, table: str, expected: str
) -> None:
    """What each target has to say itself is none of them."""
    assert [expected] == read(tmp_path, f"[defaults]\n{table}\n{TARGET}")


def test_every_value_is_shown_with_where_it_was_said(tmp_path: Path) -> None:
    """In the target, in the defaults, at the top, or nowhere."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(
        '[policy]\nunion-order = "fail"\nreference-missing = "warn"\n'
        '[defaults]\nversion = "2.0"\nformatter = "none"\n'
        '[defaults.policy]\nreference-missing = "opaque"\n'
        f'{TARGET}formatter = "black"\n'
    )
    written = read_written(path).value
    assert written is not None
    settings = settings_of(written, "pets")

    shown = {
        ".".join(one.keys): (one.value, one.at and one.at.line) for one in settings
    }
    assert ("api.yaml", 10) == shown["input"]
    assert ("black", 13) == shown["formatter"]
    assert ("2.0", 5) == shown["version"]
    assert (True, None) == shown["testing"]
    assert ("opaque", 8) == shown["policy.reference-missing"]
    assert ("fail", 2) == shown["policy.union-order"]


def test_a_policy_for_all_hides_those_that_are_farther_away(tmp_path: Path) -> None:
    """They no longer count, so that they are not shown."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(
        '[policy]\nunion-order = "fail"\n' + TARGET + 'policy = {all = "warn"}\n'
    )
    written = read_written(path).value
    assert written is not None
    policies = [one for one in settings_of(written, "pets") if "policy" in one.keys]

    assert [(("policy", "all"), "warn")] == [(one.keys, one.value) for one in policies]
