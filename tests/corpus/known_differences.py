"""Schemas whose models refuse or change a valid value, and why."""

from __future__ import annotations

KNOWN = {
    # An array may be shorter than its `prefixItems`, and a tuple may not.
    "meilisearch": {"#/components/schemas/IndexSwap"},
    # `allOf` of a schema that allows null and one that only describes it.
    "openrouter": {"#/components/schemas/PublicEndpoint"},
}
"""A schema that passes must leave this list."""
