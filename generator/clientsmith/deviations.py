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
_SUBSCRIPT = re.compile(
    r"^(?P<indent> *)(?P<head>(?:async )?def \w+)\(\n(?P=indent) {4}(?P<of>.*[^,\n])\n"
    r"(?P=indent)\) -> (?P<type>[\w.]*[\[(])\n(?P<inner>(?:(?P=indent) {4}.*\n)+)"
    r"(?P=indent)(?=[\])]:)",
    re.MULTILINE,
)
"""A head whose parameters have a line, and its annotation one for each argument."""
_ALIAS = re.compile(
    r"^(?P<first>(?P<name>\w+): TypeAlias = (?P<start>.*))\n"
    r"(?:(?P<inner>(?: {4}.*\n)+)(?P<end>[\])])\n)?",
    re.MULTILINE,
)
_CALL = re.compile(
    r"^(?P<indent> *)(?P<name>\w+) = (?P<call>(?:await )?[\w.]+\(\))$", re.MULTILINE
)
"""A call without arguments, in which there is nothing to be split."""
_PARAMETER = re.compile(
    r"^(?P<indent> +)(?P<name>\w+): (?P<type>.+\n(?:(?P=indent)[ |\]].*\n)*?)"
    r"(?P=indent)\| None = None,$",
    re.MULTILINE,
)
"""A parameter whose annotation has more than a line."""
_QUOTED = re.compile(r'\\""""$', re.MULTILINE)
"""The end of a docstring that ends with a quote."""


def as_black(text: str, width: int) -> str:
    """Write as Black does what is too long for its line, or ends with quotes.

    Most files have nothing of it, which is seen more quickly without a pattern.
    """
    text = _QUOTED.sub(r'\\" """', text)
    if "() ->" in text:
        text = _RETURNS.sub(lambda found: _returns(found, width), text)
    if ") -> " in text:
        text = _SUBSCRIPT.sub(lambda found: _subscript(found, width), text)
    if "()\n" in text:
        text = _CALL.sub(lambda found: _call(found, width), text)
    if "  | None = None,\n" in text:
        text = _PARAMETER.sub(lambda found: _parameter(found, width), text)
    if ": TypeAlias = " in text:
        text = _ALIAS.sub(lambda found: _alias(found, width), text)
    return text


def _call(found: re.Match[str], width: int) -> str:
    """Put a call that is too long in parentheses, although it stays too long."""
    if len(found[0]) <= width:
        return found[0]
    indent, name, call = found.group("indent", "name", "call")
    return f"{indent}{name} = (\n{indent}    {call}\n{indent})"


def _returns(found: re.Match[str], width: int) -> str:
    """Put an annotation in parentheses where there are no parameters to be split."""
    indent, of, inner = found.group("indent", "of", "inner")
    if inner.endswith(",\n"):  # several arguments, which both write alike
        return found[0]
    whole = f"{indent}    {of}[{inner.strip()}]"
    if inner.count("\n") > 1 or len(whole) > width:
        deeper = "".join(f"    {line}\n" for line in inner.splitlines())
        whole = f"{indent}    {of}[\n{deeper}{indent}    ]"
    return f"{indent}{found['head']} (\n{whole}\n{indent}):"


def _subscript(found: re.Match[str], width: int) -> str:
    """Leave parameters where they are if splitting the annotation is enough."""
    indent, head, of, type_, inner = found.groups()
    first = f"{indent}{head}({of}) -> {type_}"
    is_enough = ",\n" in inner and len(first) <= width
    return f"{first}\n{inner}{indent}" if is_enough else found[0]


def _parameter(found: re.Match[str], width: int) -> str:
    """Put an annotation that is too long for its line in parentheses."""
    indent, name = found.group("indent", "name")
    first, *rest = found["type"].splitlines()
    if rest[1:] and rest[1] == f"{indent}]":
        whole = f"{first}{rest[0].strip()}]"
        if len(f"{indent}    {whole}") <= width and not whole.endswith(",]"):
            first, rest = whole, rest[2:]
    lines = [f"{indent}    {first}", *(f"    {line}" for line in rest)]
    lines.append(f"{indent}    | None")
    alone = " ".join([lines[0], *(line.strip() for line in lines[1:])])
    is_split = any(not line.lstrip().startswith("|") for line in lines[1:])
    inside = "\n".join(lines) if is_split or len(alone) > width else alone
    return f"{indent}{name}: (\n{inside}\n{indent}) = None,"


def _alias(found: re.Match[str], width: int) -> str:
    """Split the annotation of an alias whose name leaves no room for it."""
    if len(found["first"]) <= width:
        return found[0]
    start, inner, end = found.group("start", "inner", "end")
    head = f"{found['name']}: ("
    value = start
    if inner is not None:
        value = f"{start}{inner.strip()}{end}"
        if inner.count("\n") > 1 or max(len(head), len(f") = {value}")) > width:
            value = f"{start}\n{inner}{end}"
    return f"{head}\n    TypeAlias\n) = {value}\n"
