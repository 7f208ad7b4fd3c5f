"""A value that fits one variant of a union is read as that variant."""

from __future__ import annotations

from collections.abc import Callable

from corpus.choices import try_choices
from corpus.descriptions import Described


def test_a_value_is_read_as_the_variant_that_it_fits(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """By a tag, its JSON type, a property, or because nothing else reads it."""
    found = try_choices(described.subject)
    record_property("choices", (described.slug, str(found)))

    assert {} == found.failures
    assert found.counts["values"] or not found.counts["unions"]
