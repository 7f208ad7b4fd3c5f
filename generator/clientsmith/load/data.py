"""Reads JSON or YAML, told apart by what the text is and not by what it is called.

https://spec.openapis.org/oas/v3.1.1.html#format
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .json_text import read_json
from .yaml_text import read_yaml

if TYPE_CHECKING:
    from clientsmith.diagnostics import Outcome

    from .passage import Passage
    from .reading import Reading

_JSON_START: Final = re.compile(r'\s*(?:\{\s*["}]|\[)')
_JSON_SYNTAX: Final = frozenset({"json-syntax", "json-truncated"})


def read_data(passage: Passage) -> Outcome[Reading]:
    """Read a text that is JSON if it begins like JSON, and YAML otherwise."""
    if not _JSON_START.match(passage.content):
        return read_yaml(passage)
    outcome = read_json(passage)
    called_yaml = passage.file.lower().endswith((".yaml", ".yml"))
    # YAML may begin like JSON and go on with comments or bare words.
    return read_yaml(passage) if called_yaml and _refused(outcome) else outcome


def _refused(outcome: Outcome[Reading]) -> bool:
    return outcome.value is None and outcome.diagnostics[0].code in _JSON_SYNTAX
