"""Diagnostics are shown with their place, their line and what to do."""

from __future__ import annotations

from clientsmith.diagnostics import Diagnostic, Note, Position, error, hint, warning
from clientsmith.excerpts import WIDTH, as_json, show
from clientsmith.load import Document, Source, Sources, load
from clientsmith.pointer import Pointer

TEXT = "openapi: 3.1.0\npaths:\n  /a: 日本 here\n"


def document(text: str = TEXT) -> Document:
    """Load a document to quote from."""
    loaded = load(Source("api.yaml", text.encode())).value

    assert loaded is not None
    return loaded


def test_everything_is_shown() -> None:
    """Place, excerpt, pointer, notes, hint and count."""
    there = Note("because of this", Pointer("", ("openapi",)))
    problem = error(
        "code",
        "what is wrong",
        Pointer("", ("paths", "/a")),
        notes=(there, Note("and that")),
        hint="what to do",
    )

    assert show([problem], document()) == [
        "api.yaml:3:3: error[code]: what is wrong",
        "     3 |   /a: 日本 here",
        "       |   ^",
        "  at: #/paths/~1a",
        "  note: because of this (api.yaml:1:1)",
        "  note: and that",
        "  hint: what to do",
        "1 error",
    ]


def test_problems_are_sorted_by_place_and_counted() -> None:
    """Those without a place come first, as they are about the whole run."""
    problems = [
        error("c", "c", Position("b.yaml", 1, 1)),
        hint("d", "d", Position("a.yaml", 10, 1)),
        error("b", "b", Position("a.yaml", 9, 1)),
        warning("a", "a"),
    ]
    lines = show(problems, Sources(()))

    assert lines == [
        "warning[a]: a",
        "a.yaml:9:1: error[b]: b",
        "a.yaml:10:1: hint[d]: d",
        "b.yaml:1:1: error[c]: c",
        "2 errors, 1 warning, 1 hint",
    ]


def test_many_hints_of_one_kind_are_a_few_and_how_many_more() -> None:
    """What is wrong is always shown whole."""
    hints = [hint("h", "h", Position("a.yaml", line, 1)) for line in range(1, 6)]
    errors = [error("e", "e", Position("b.yaml", line, 1)) for line in range(1, 6)]
    lines = show([*hints, *errors, hint("i", "i")], Sources(()))

    assert ["a.yaml:1:1: hint[h]: h", "a.yaml:2:1: hint[h]: h"] == lines[1:3]
    assert ["b.yaml:1:1: error[e]: e"] == lines[4:5]
    assert [
        "2 more: hint[h] (`--json` lists them all)",
        "5 errors, 6 hints",
    ] == lines[-2:]


def test_nothing_is_shown_of_nothing() -> None:
    """A sound run is silent."""
    assert show([], Sources(())) == []


def test_the_order_of_problems_does_not_matter() -> None:
    """The same problems are the same text."""
    problems = [error(code, code, Position("a", 1, 1)) for code in "cab"]

    assert show(problems, Sources(())) == show(problems[::-1], Sources(()))


def test_a_long_line_is_cut_around_the_column() -> None:
    """A description may be one line of 9,000 characters."""
    places = Sources((Source("a", b"x" * 5000 + b"HERE" + b"y" * 5000),))
    _, excerpt, caret, _ = show([error("c", "m", Position("a", 1, 5001))], places)

    assert excerpt[caret.index("^") :].startswith("HERE")
    assert len(excerpt) == len("     1 | ") + WIDTH + 2


def test_the_caret_stands_below_wide_characters() -> None:
    """Columns count characters, terminals count cells."""
    at = Position("api.yaml", 3, 10)
    _, excerpt, caret, _ = show([error("c", "m", at)], document())

    assert excerpt.endswith("日本 here")
    assert caret == "       |            ^"


def test_a_document_cannot_move_the_cursor() -> None:
    """Control characters are shown as such."""
    places = Sources((Source("a", b"a\x1b[2Jb\tc"),))
    problem = error("c", "m\x1b[2J\nn", Position("a", 1, 1))

    assert show([problem], places)[:2] == [
        "a:1:1: error[c]: m\N{REPLACEMENT CHARACTER}[2J n",
        "     1 | a\N{REPLACEMENT CHARACTER}[2Jb c",
    ]


def test_a_diagnostic_has_a_json_form() -> None:
    """Tools get the place resolved and the pointer besides."""
    problem: Diagnostic = warning(
        "code",
        "message",
        Pointer("", ("paths",)),
        notes=(Note("note", Position("b.yaml", 2, 3)),),
        hint="hint",
    )

    assert as_json(problem, document()) == {
        "code": "code",
        "severity": "warning",
        "message": "message",
        "file": "api.yaml",
        "line": 2,
        "column": 1,
        "pointer": "#/paths",
        "notes": [
            {
                "message": "note",
                "file": "b.yaml",
                "line": 2,
                "column": 3,
                "pointer": None,
            }
        ],
        "hint": "hint",
        "paste": None,
        "setting": None,
    }
