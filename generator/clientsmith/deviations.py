"""Where ruff writes something else than Black, in what is generated.

https://docs.astral.sh/ruff/formatter/black/
"""

from __future__ import annotations

import re

_RETURNS = re.compile(
    r"^(?P<indent> *)(?P<head>(?:async )?def \w+\(\) ->) (?P<of>[\w.]+)\[\n"
    r"(?P<inner>(?:(?P=indent) {4}.*\n)+)(?P=indent)\]:",
    re.MULTILINE,
)


def as_black(text: str, line_length: int) -> str:
    """Put long annotations in parentheses, of functions that have no parameters."""
    return _RETURNS.sub(lambda found: _in_parentheses(found, line_length), text)


def _in_parentheses(found: re.Match[str], line_length: int) -> str:
    indent, inner = found["indent"], found["inner"]
    if inner.endswith(",\n"):  # several arguments, which both write alike
        return found[0]
    whole = f"{indent}    {found['of']}[{inner.strip()}]"
    if inner.count("\n") > 1 or len(whole) > line_length:
        deeper = "".join(f"    {line}\n" for line in inner.splitlines())
        whole = f"{indent}    {found['of']}[\n{deeper}{indent}    ]"
    return f"{indent}{found['head']} (\n{whole}\n{indent}):"
