"""What has changed of a text is marked, and no more than that."""

from __future__ import annotations

from clientsmith.reports.marking import (
    Line,
    Piece,
    folded,
    lines_marked,
    marked,
    merged,
)


def shown(pieces: tuple[Piece, ...]) -> str:
    """Write pieces with signs around what has changed."""
    signs = {"span": "{}", "del": "[-{}-]", "ins": "[+{}+]"}
    return "".join(signs[each.tag].format(each.text) for each in pieces)


def drawn(lines: tuple[Line, ...]) -> list[str]:
    """Write lines as a difference."""
    return [f"{line.mark} {shown(line.pieces)}" for line in lines]


def test_words_are_marked_that_are_different() -> None:
    """On the side that has them."""
    old, new = marked("list[str] | None", "list[int] | None")

    assert "list[[-str-]] | None" == shown(old)
    assert "list[[+int+]] | None" == shown(new)


def test_what_is_not_alike_is_another_text() -> None:
    """Letters that both happen to have are no reason to cut words into pieces."""
    old, new = marked("datetime.date", "Sequence[str]")

    assert "[-datetime.date-]" == shown(old)
    assert "[+Sequence[str]+]" == shown(new)


def test_nothing_is_a_text_too() -> None:
    """It has no pieces."""
    assert () == marked("", "new")[0]
    assert "[+new+]" == shown(merged("", "new"))


def test_prose_is_one_text_without_what_is_far_from_a_change() -> None:
    """Both ends of what is the same are shown, if something is changed beside them."""
    words = " ".join(f"word{index}" for index in range(20))
    before = f"First {words} old {words} end"
    after = f"First {words} new {words} last"

    assert (
        " … word16 word17 word18 word19 [-old-][+new+] word0 word1 word2 word3 … "
        "word16 word17 word18 word19 [-end-][+last+]"
    ) == shown(merged(before, after))


def test_an_argument_is_the_same_while_its_name_is() -> None:
    """It changes in place, and others come and go beside it."""
    before = ("f(", "    a: str,", "    b: int,", ") -> A")
    after = ("f(", "    b: str,", "    c: int,", ") -> B")

    assert [
        "  f(",
        "−     [-a: str,-]",
        "−     b: [-int-],",
        "+     b: [+str+],",
        "+     [+c: int,+]",
        "− ) -> [-A-]",
        "+ ) -> [+B+]",
    ] == drawn(lines_marked(before, after))


def test_what_is_renamed_keeps_its_arguments() -> None:
    """Only the first line is different."""
    lines = lines_marked(("a.get(", "    x,", ")"), ("a.fetch(", "    x,", ")"))

    assert ["− a.[-get-](", "+ a.[+fetch+](", "      x,", "  )"] == drawn(lines)


def test_lines_far_from_a_change_are_counted() -> None:
    """The first and the last line say what it is about."""
    inner = tuple(f"    x{index}: str," for index in range(6))
    lines = lines_marked(("f(", *inner, ")"), ("f(", *inner[:-1], ")"))

    assert [
        "  f(",
        "      ⋯ 4 lines as before",
        "      x4: str,",
        "−     [-x5: str,-]",
        "  )",
    ] == drawn(folded(lines))
