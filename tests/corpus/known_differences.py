"""Schemas whose models refuse or change a valid value, and why."""

from __future__ import annotations

KNOWN = {
    # `HitsInfo` is part of an `allOf`, and its variants are declared where they
    # stand: all who use them share the class that the first one merged.
    "meilisearch": {
        "#/components/schemas/HitsInfo",
        "#/components/schemas/SearchResultWithIndex",
    },
}
"""A schema that passes must leave this list."""
