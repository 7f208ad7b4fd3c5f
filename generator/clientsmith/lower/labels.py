"""By what a later run knows a variant: by itself, whatever stands beside it.

https://json-schema.org/draft/2020-12/json-schema-core#section-7.7
"""

from __future__ import annotations

import json

from openapi_pydantic.v3.v3_1 import Reference as SchemaReference

from clientsmith.ir import digest

from .canonical import canonical, core_of
from .context import SchemaLike
from .variants import constants, kind_word

_LONGEST = 40


def label_of(node: SchemaLike) -> str:
    """Return what a variant is by itself: its name, title, constants, or keys."""
    if isinstance(node, SchemaReference):
        return node.ref.rpartition("/")[2]
    if node.title:
        return node.title
    required = sorted(set(node.required or node.properties or ()))
    values = [
        f"{key}={value}"
        for key, each in sorted((node.properties or {}).items())
        if not isinstance(each, SchemaReference)
        for value in constants(each)[:1]
        if len(constants(each)) == 1
    ]
    inner = "" if node.items is None else label_of(node.items)
    text = ",".join([kind_word(node), *(values or required), inner]).strip(",")
    if len(text) <= _LONGEST:
        return text
    return f"{kind_word(node)}-{digest(text)}"


def digest_of(node: SchemaLike) -> str:
    """Return what all variants share, and no others, that assert the same.

    The second half is shared by those, too, to which something optional is added.
    What a reference refers to is said by its label, unless that is in another file.
    """
    if isinstance(node, SchemaReference):
        return digest(label_of(node) if node.ref.startswith("#") else node.ref) * 2
    said = canonical(node)
    core = json.dumps(core_of(said), sort_keys=True)
    return digest(json.dumps(said)) + digest(core)
