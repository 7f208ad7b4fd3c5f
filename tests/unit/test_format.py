"""One style, whichever engine applies it."""

from __future__ import annotations

import sys

import pytest

from clientsmith.format import (
    Formatter,
    MalformedCodeError,
    format_files,
    formatter_version,
)
from clientsmith.plan.code import docstring

ENGINES: tuple[Formatter, ...] = ("ruff", "black")
ROUGH = '''"""Chat."""
from __future__ import annotations
from typing import (Literal, overload)
Role = Literal["system", "user", "assistant", "tool",
    "developer", "function", "critic"]
"""Who wrote
a message."""
class Chat(Model):
    \'\'\'A chat.\'\'\'
    role: Role | None = None
    """Its role."""
    content: list[ImageContentPart|TextContentPart
        |AudioContentPart|FileContentPart]
    # The answer.
    key = lambda self: (self.role,self.content)
    @overload
    def create(self, *, stream: Literal[True],
        request_options: RequestOptions|None=None) -> Stream[ChatChunk]: ...
    @overload
    def create(self, *, stream: Literal[False]) -> Chat: ...
    def create(self, **params): return self._client.send(
        _create(params), {'a':1, "b": "it's"})
'''
SMOOTH = '''"""Chat."""

from __future__ import annotations
from typing import Literal, overload

Role = Literal["system", "user", "assistant", "tool", "developer", "function", "critic"]
"""Who wrote
a message."""


class Chat(Model):
    """A chat."""

    role: Role | None = None
    """Its role."""
    content: list[
        ImageContentPart | TextContentPart | AudioContentPart | FileContentPart
    ]
    # The answer.
    key = lambda self: (self.role, self.content)

    @overload
    def create(
        self, *, stream: Literal[True], request_options: RequestOptions | None = None
    ) -> Stream[ChatChunk]: ...
    @overload
    def create(self, *, stream: Literal[False]) -> Chat: ...
    def create(self, **params):
        return self._client.send(_create(params), {"a": 1, "b": "it's"})
'''


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_agree(engine: Formatter) -> None:
    """What ruff writes is what black writes."""
    outcome = format_files({"chat.py": ROUGH}, engine)

    assert {"chat.py": SMOOTH} == outcome.value


@pytest.mark.parametrize("engine", ENGINES)
def test_formatted_code_stays_as_it_is(engine: Formatter) -> None:
    """Either engine leaves the other's output alone."""
    outcome = format_files({"chat.py": SMOOTH}, engine)

    assert {"chat.py": SMOOTH} == outcome.value


def test_engines_agree_on_annotations_that_are_too_long() -> None:
    """Of functions with parameters and without, however deep they have to be split."""
    text = "\n".join(
        f"class C{number}:\n    {kind}def f({given}) -> {returns}: ...\n"
        for number, (kind, given, returns) in enumerate(
            (kind, given, returns)
            for kind in ("", "async ")
            for given in ("", "self")
            for returns in (
                f"Request[{'A' * 60}]",
                f"Request[{'A' * 90}]",
                f"Request[dict[str, {'A' * 50}]]",
                f"Request[{'A' * 50} | {'B' * 50}]",
                f"Request[dict[str, {'A' * 50}], {'B' * 50}]",
                f"{'A' * 50} | {'B' * 50}",
            )
        )
    )
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


@pytest.mark.parametrize("letters", [1, 40, 46, 47, 48, 49, 60, 90])
def test_engines_agree_on_parameters_before_long_annotations(letters: int) -> None:
    """Splitting the annotation is enough where its beginning has room behind them."""
    last = "b" * letters
    text = "\n".join(
        f"class C{number}:\n    {kind}def f(aa: str, {last}: str) -> {of}: ...\n"
        for number, (kind, of) in enumerate(
            (kind, of)
            for kind in ("", "async ")
            for of in (
                f"Request[{'A' * 60}]",
                f"Request[{'A' * 75}, {'B' * 20}]",
                f"Request[dict[str, {'A' * 85}], {'B' * 20}]",
                f"Request[{'A' * 75}, {'B' * 20}] | None",
            )
        )
    )
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


@pytest.mark.parametrize("letters", [40, 62, 65, 66, 75, 90])
def test_engines_agree_on_aliases_that_are_too_long(letters: int) -> None:
    """Whatever they stand for."""
    values = (
        "Short",
        "list[Short]",
        'Literal["GET", "POST"] | str',
        f"list[{'A' * 75}]",
        f"list[{'A' * 85}]",
        f"{'A' * 50} | {'B' * 50}",
        f"Literal[{', '.join(repr(n) for n in range(40))}] | int",
        f'Annotated[Annotated[{"A" * 50}, Tag("a")] | B, by_tag("a", "{"b" * 20}")]',
    )
    text = "\n".join(
        f"{chr(ord('A') + number) * letters}: TypeAlias = {value}"
        for number, value in enumerate(values)
    )
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


@pytest.mark.parametrize("letters", [20, 60, 68, 69, 70, 71, 72, 74, 76, 78, 90])
def test_engines_agree_on_calls_that_are_too_long(letters: int) -> None:
    """With arguments and without, waited for or not, in one name or in several."""
    name = "a" * letters
    text = "async def f():\n" + "".join(
        f"    answer = {call}\n"
        for call in (
            f"client.{name}()",
            f"client.bb.{name}()",
            f"await client.{name}()",
            f"client.{name}(1)",
            f"{name}()",
        )
    )
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


@pytest.mark.parametrize("letters", [1, 16, 18, 20, 22, 40, 60, 80])
def test_engines_agree_on_parameters_that_are_too_long(letters: int) -> None:
    """Whether the first part of the annotation, or all of it, fits into a line."""
    listed = f'Literal["{"a" * letters}", "{"b" * letters}"]'
    lines = "".join(
        f"        {name}: {listed} | int | None = None,\n" for name in ("a", "server")
    )
    text = f"class C:\n    def f(\n        self,\n{lines}    ) -> None: ...\n"
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


@pytest.mark.parametrize("length", [0, 60, 66, 67, 68, 69, 70])
def test_engines_agree_on_docstrings_that_end_with_a_quote(length: int) -> None:
    """In one line and in several."""
    text = "\n".join(
        f"class C{number}:\n    {docstring(prose, 4)}\n"
        for number, prose in enumerate(
            (f'{"a" * length} "/version"', f'A summary.\n\n{"a " * length} "b"')
        )
    )
    ruff, black = (format_files({"a.py": text}, engine).value for engine in ENGINES)

    assert black == ruff


def test_only_python_is_formatted() -> None:
    """Pages and settings pass through, in their places."""
    files = {"README.md": "#  Hi", "a.py": "x=1", "pyproject.toml": "x=1"}
    outcome = format_files(files, "ruff")

    assert {**files, "a.py": "x = 1\n"} == outcome.value
    assert list(files) == list(outcome.value or ())


def test_no_formatter_changes_nothing() -> None:
    """The team formats what is rendered as it likes."""
    assert {"a.py": "x=1"} == format_files({"a.py": "x=1"}, "none").value


@pytest.mark.parametrize("path", ["dist/a.py", "venv/a.py", "../a.py", "A.py"])
def test_no_path_keeps_a_file_from_the_formatter(path: str) -> None:
    """Formatters skip some folders; an API may well have a resource `dist`."""
    assert {path: "x = 1\n"} == format_files({path: "x=1"}, "ruff").value


@pytest.mark.parametrize("engine", ENGINES)
def test_malformed_code_is_a_bug_with_a_place(engine: Formatter) -> None:
    """It is raised, never kept: the generator made it."""
    files = {"good.py": "x = 1\n", "pets/bad.py": "x = 1\ny = = 2\n"}
    with pytest.raises(MalformedCodeError, match=r"pets/bad\.py:2 is not Python") as e:
        format_files(files, engine)

    assert ("pets/bad.py", 2) == (e.value.path, e.value.line)


def test_many_files_are_shared_among_processes() -> None:
    """Black is slow; the result does not depend on who did it."""
    files = {f"m{number}.py": f"x=[{number}]" for number in range(50)}
    outcome = format_files(files, "black")

    assert {f"m{n}.py": f"x = [{n}]\n" for n in range(50)} == outcome.value


def test_a_missing_formatter_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without it is its user's to repair."""
    monkeypatch.setitem(sys.modules, "ruff", None)
    outcome = format_files({"a.py": "x=1"}, "ruff")

    assert outcome.value is None
    assert ["formatter-missing"] == [found.code for found in outcome.diagnostics]


def test_versions_are_known() -> None:
    """They go into the manifest."""
    assert "." in formatter_version("ruff")
    assert "." in formatter_version("black")
    assert "" == formatter_version("none")
