"""The page on differences lists the edits that are tested, as they are judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from diff.edits import ANSWERS, ARGUMENTS, BESIDE, BODIES, CALLS, Edit

if TYPE_CHECKING:
    import pytest

PAGE = Path(__file__).parents[2] / "docs" / "diff.md"
SECTIONS = {
    "Calls": CALLS,
    "Arguments": ARGUMENTS,
    "What is sent": BODIES,
    "What is received": ANSWERS,
    "Errors, webhooks, clients and the rest": BESIDE,
}
_EDITS = re.compile(r"(?<=<!-- edits -->\n).*(?=<!-- end of edits -->)", re.DOTALL)


def written() -> str:
    """Write all edits as tables."""
    return "\n".join(line for title in SECTIONS for line in _section(title)) + "\n"


def _section(title: str) -> Iterator[str]:
    yield from (
        "",
        f"### {title}",
        "",
        "| edit | verdict | why |",
        "| --- | --- | --- |",
    )
    yield from (
        f"| {one.name} | {_verdict(one)} | {one.why} |" for one in SECTIONS[title]
    )


def _verdict(edit: Edit) -> str:
    return f"{edit.verdict}, at run time" if edit.unseen else edit.verdict


def test_the_page_has_every_edit(request: pytest.FixtureRequest) -> None:
    """`--bless` writes them."""
    page = PAGE.read_text("utf-8")
    expected = _EDITS.sub(lambda _: f"{written()}\n", page)
    if request.config.getoption("--bless"):
        PAGE.write_text(expected, "utf-8")
        page = expected

    assert expected == page
