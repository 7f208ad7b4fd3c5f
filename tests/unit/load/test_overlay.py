"""Overlays change values, and what they change is located in them."""

from __future__ import annotations

import pytest

from clientsmith.load import Source, load
from clientsmith.pointer import Pointer
from unit.load.loading import at, document, places, value

API = "info: {title: t}\ntags: [{name: a}, {name: b}, {name: c}]\npaths: {/a: {}}\n"


def overlay(*actions: str, version: str = "1.1.0") -> str:
    """Write an overlay; its actions begin in line 4."""
    lines = [f"overlay: {version}", "info: {title: o, version: '1'}", "actions:"]
    return "\n".join([*lines, *(f"- {action}" for action in actions), ""])


def test_objects_merge_and_arrays_grow() -> None:
    """What an update does not name stays."""
    change = "{target: $, update: {info: {x: 1}, tags: [{name: d}]}}"
    expected = [{"name": name} for name in "abcd"]

    assert {
        "info": {"title": "t", "x": 1},
        "tags": expected,
        "paths": {"/a": {}},
    } == value(API, overlay(change))


def test_overlays_apply_in_order() -> None:
    """A later overlay sees what an earlier one did."""
    first = overlay("{target: $.paths, update: {/b: {}}}")
    second = overlay("{target: '$.paths[\"/b\"]', update: {get: {}}}")
    loaded = document(API, first, second)

    assert at(loaded, "paths", "/b") == "overlay-1.yaml:4:30"
    assert at(loaded, "paths", "/b", "get") == "overlay-2.yaml:4:38"


def test_what_stays_is_located_in_the_description() -> None:
    """Items that move up after a removal keep their place."""
    loaded = document(API, overlay("{target: '$.tags[0]', remove: true}"))

    assert at(loaded, "tags", "0") == "api.yaml:2:19"
    assert at(loaded, "tags", "0", "name") == "api.yaml:2:20"


def test_several_items_are_removed_at_once() -> None:
    """The order in which they were selected does not matter."""
    loaded = value(API, overlay("{target: '$.tags[0, 2, 0]', remove: true}"))

    assert isinstance(loaded, dict)
    assert loaded["tags"] == [{"name": "b"}]


def test_a_nested_match_of_a_removal_is_no_surprise() -> None:
    """What is inside goes before what holds it."""
    text = "a: {x: {x: 1}}\n"

    assert value(text, overlay("{target: $..x, remove: true}")) == {"a": {}}


def test_an_update_may_replace_its_own_inner_targets() -> None:
    """Inner matches change first."""
    text = "a: {n: 1, b: {n: 2}}\n"
    change = overlay("{target: '$..[?@.n]', update: {b: 1}}")

    assert value(text, change) == {"a": {"n": 1, "b": 1}}


def test_a_value_may_be_replaced() -> None:
    """Since 1.1, a string, number, boolean or null."""
    loaded = document(API, overlay("{target: $.info.title, update: new}"))

    assert loaded.written(Pointer("", ("info", "title"))) == "new"
    assert at(loaded, "info", "title") == "overlay-1.yaml:4:26"


def test_the_action_behind_a_value_is_known() -> None:
    """A later explanation can quote its reason."""
    change = "{target: $.info, reason: why not, update: {x: {y: 1}}}"
    loaded = document(API, overlay(change))
    origin = loaded.origin(Pointer("", ("info", "x", "y")))

    assert origin.file == "overlay-1.yaml"
    assert origin.steps == ("actions", "0", "update", "x", "y")
    assert at(loaded, "info", "title") == "api.yaml:1:8"


def test_a_copy_is_a_value_of_its_own() -> None:
    """A later change of the copy leaves the original alone."""
    text = "a: {x: {y: 1}}\nb: {}\n"
    copy = "{target: $.b, copy: $.a}"
    change = "{target: $.b.x, update: {y: 2}}"
    loaded = document(text, overlay(copy, change))

    assert loaded.value == {"a": {"x": {"y": 1}}, "b": {"x": {"y": 2}}}
    assert at(loaded, "b", "x") == "overlay-1.yaml:4:17"


def test_aliases_of_a_description_change_apart() -> None:
    """An action changes what it targets, not what looks the same."""
    text = "a: &a {x: 1}\nb: *a\n"
    change = overlay("{target: $.b, update: {x: 2}}")

    assert value(text, change) == {"a": {"x": 1}, "b": {"x": 2}}


def test_a_target_without_a_match_is_an_error_with_a_document() -> None:
    """A policy may let it pass, so the document is there."""
    change = overlay("{target: $.none, update: {}}", "{target: $.info, remove: true}")
    sources = [Source("api.yaml", API.encode()), Source("o.yaml", change.encode())]
    outcome = load(sources[0], sources[1:])

    assert outcome.value is not None
    assert [each.code for each in outcome.diagnostics] == ["overlay-target-missing"]
    assert str(outcome.diagnostics[0].at) == "o.yaml:4:4"


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("{target: $.info, update: text}", "4:4 overlay-update-mismatch"),
        ("{target: $.info, update: [1]}", "4:4 overlay-update-mismatch"),
        ('{target: \'$["info", "tags"]\', update: {}}', "4:4 overlay-targets-mixed"),
        ("{target: $, remove: true}", "4:4 overlay-remove-root"),
        ("{target: $.info, copy: $.none}", "4:20 overlay-copy-source"),
        ("{target: $.info, copy: '$.tags[*]'}", "4:20 overlay-copy-source"),
        ("{target: '$.[', update: {}}", "4:4 overlay-target-invalid"),
        ("{target: '', update: {}}", "4:4 overlay-target-invalid"),
        ("{target: '$[?@ == 1e999]', update: {}}", "4:4 overlay-target-invalid"),
        ("{target: $, copy: a}", "4:15 overlay-target-invalid"),
        ("{update: {}}", "4:3 overlay-key-missing"),
        ("{target: $, updaet: {}}", "4:15 overlay-key-unknown"),
        ("{target: $, remove: 'true'}", "4:15 overlay-key-type"),
        ("text", "4:3 overlay-key-type"),
    ],
)
def test_bad_actions_are_located(action: str, expected: str) -> None:
    """The place is that of the part that is wrong."""
    assert [f"overlay-1.yaml:{expected}"] == places(API, overlay(action))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (overlay("{target: $}", version="2.0.0"), "1:1 overlay-version"),
        (overlay("{target: $}", version="'1.1'"), "1:1 overlay-version"),
        (overlay("{target: $}", version="1.1"), "1:1 overlay-key-type"),
        (overlay("{target: $}", "{target: $}"), "5:3 overlay-action-repeated"),
        (overlay() + "  []", "3:1 overlay-actions-empty"),
        ("overlay: 1.0.0\nactions: [{target: $}]\n", "1:1 overlay-key-missing"),
        (overlay("{target: $}") + "more: 1\n", "5:1 overlay-key-unknown"),
        ("- a\n", "1:1 document-not-object"),
    ],
)
def test_bad_overlays_are_located(text: str, expected: str) -> None:
    """A bad overlay changes nothing and is shown by itself."""
    assert [f"overlay-1.yaml:{expected}"] == places(API, text)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("{target: $.info.title, update: new}", "4:4 overlay-update-value"),
        ("{target: $.info, copy: $.paths}", "4:20 overlay-key-unknown"),
    ],
)
def test_version_1_0_has_less(action: str, expected: str) -> None:
    """Values and copies came with 1.1."""
    found = places(API, overlay(action, version="1.0.0"))

    assert [f"overlay-1.yaml:{expected}"] == found


def test_copies_cannot_nest_without_bound() -> None:
    """Each copy of a value into itself nearly doubles its depth."""
    text = "a: " + "{b: " * 300 + "{}" + "}" * 300
    inside = "$.a" + ".b" * 300
    found = places(text, overlay(f"{{target: {inside}, copy: $.a}}"))

    assert [each.partition(" ")[2] for each in found] == ["document-too-deep"]


SIZED = "sizes: {maxLength: 1, name1: 1, tag: 1, userId: 1, get: 1, block: 1}\n"


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("maxLenght", "maxLength"),
        ("maxLengh", "maxLength"),
        ("maxLengtth", "maxLength"),
        ("userid", "userId"),
        ("Tag", "tag"),
        ("maxLength", None),
        ("minLength", None),
        ("name2", None),
        ("tags", None),
        ("put", None),
        ("unblock", None),
    ],
)
def test_a_key_that_resembles_one_that_is_there_is_a_warning(
    key: str, near: str | None
) -> None:
    """By a letter or by case; another number or a plural is meant."""
    action = overlay(f"{{target: $, update: {{sizes: {{{key}: 2}}}}}}")
    loaded = load(Source("api.yaml", SIZED.encode()), [Source("o", action.encode())])
    found = [
        (one.code, str(one.at), one.message)
        for one in loaded.diagnostics
        if one.code != "overlay-unnecessary"
    ]
    message = f"this adds `{key}` beside `{near}`, which it resembles"

    assert ([("key-misspelt", "o:4:32", message)] if near else []) == found


def test_a_key_that_many_targets_take_is_reported_once() -> None:
    """It is one slip of one action."""
    text = "tags: [{name: a}, {name: b}]\n"
    action = overlay("{target: '$.tags[*]', update: {nmae: c}}")
    loaded = load(Source("api.yaml", text.encode()), [Source("o", action.encode())])

    assert ["key-misspelt"] == [one.code for one in loaded.diagnostics]
    assert loaded.value is not None
