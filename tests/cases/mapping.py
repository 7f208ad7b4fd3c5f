"""The tables of docs/mapping.md, read as what they promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from cases.packages import FOLDER

PAGE = FOLDER.parents[1] / "docs/mapping.md"
NOT_SCHEMAS = frozenset(
    {"Of documents in the wild", "Of Swagger 2.0", "Operations"},
)
"""Sections whose rows are not about keywords of schemas, and have no cases."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    section: str
    about: str
    """The first cell: which keywords, in which company."""
    links: tuple[str, ...]
    """Where the last cell leads, beside the page."""

    @property
    def keywords(self) -> tuple[str, ...]:
        """The keywords that the row is about, as they are spelled in a document."""
        quoted = re.findall(r"`([^`]*)`", self.about)
        return tuple(word for text in quoted for word in re.findall(r"[$\w-]+", text))

    @property
    def cases(self) -> tuple[Path, ...]:
        """The folders of its cases."""
        return tuple((PAGE.parent / link).resolve() for link in self.links)


def rows() -> list[Row]:
    """List the rows of the tables about schemas."""
    section, found = "", list[Row]()
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        elif line.startswith("| ") and not line.startswith("| ---"):
            found.append(_row(section, line))
    return [row for row in found if not (row.section in NOT_SCHEMAS or _is_head(row))]


def _row(section: str, line: str) -> Row:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    links = re.findall(r"\]\(([^)]*)\)", cells[-1])
    return Row(section, cells[0].strip(), tuple(links))


def _is_head(row: Row) -> bool:
    return row.about == "keyword"
