"""Most YAML is read in a shorter way, with the same result."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clientsmith.load.findings import Findings
from clientsmith.load.nesting import DEEPEST
from clientsmith.load.passage import Passage
from clientsmith.load.reading import JSON
from clientsmith.load.yaml_compose import Composer
from clientsmith.load.yaml_events import fast_events
from clientsmith.load.yaml_places import YamlPlaces
from clientsmith.load.yaml_plain import NotPlainError, compose_plain
from clientsmith.load.yaml_plain_places import YamlPlainPlaces

PLAIN = (
    "a: 1\n",
    "- x\n- [y, {z: true}]\n- - ~\n  -\n",
    "{a: {}, b: [], c: '', d: [[], {}]}",
    "a:\n  200: yes\n  'true': 1.10\n  0x1F: \"1\"\nb: |\n  text\n\nc: 2024-01-01\n",
    "é: [ü, ö]\nlast:\n  - one: 1\n    two: 2\n  - three\n",
    "--- # a comment\nplain text\n",
    "7",
)


@pytest.mark.parametrize("text", PLAIN)
def test_a_text_of_values_is_read_as_any_other(text: str) -> None:
    """Each value is the same, at the same place and in the same spelling."""
    passage = Passage("api.yaml", text)
    plain = compose_plain(fast_events(text))
    node = Composer(Findings(passage)).compose(fast_events(text))

    assert node is not None
    assert repr(node.value) == repr(plain.value)
    places, expected = YamlPlainPlaces(passage, plain), YamlPlaces(passage, node)
    for steps in _pointers(plain.value):
        assert expected.find(steps) == places.find(steps)
        assert expected.find((*steps, "?")) == places.find((*steps, "?"))


@pytest.mark.parametrize(
    "text",
    [
        "a: &a 1\n",
        "a: &a {}\n",
        "a: 1\nb: *a\n",
        "a: !!str 1\n",
        "a: !other [1]\n",
        "<<: {a: 1}\n",
        "a: 1\na: 2\n",
        "{[1]: 2}",
        "{{a: 1}: 2}",
        "a: .inf\n",
        f"a: {'9' * 5000}\n",
        "a: 1\n---\nb: 2\n",
        "# nothing\n",
        "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1),
    ],
)
def test_what_is_more_than_values_is_read_the_longer_way(text: str) -> None:
    """Anchors, tags and merges, and everything that is worth a diagnostic."""
    with pytest.raises(NotPlainError):
        compose_plain(fast_events(text))


def _pointers(value: JSON, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield at
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _pointers(item, (*at, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pointers(item, (*at, str(index)))
