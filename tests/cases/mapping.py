"""The tables of docs/mapping.md, read as what they promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from cases.packages import FOLDER

PAGE = FOLDER.parents[1] / "docs/mapping.md"
_PLACEHOLDER = re.compile(r'…|\b[ABX]\b|"[ab]"')
yaml = YAML(typ="safe", pure=True)
NOT_SCHEMAS = frozenset({"Of documents in the wild", "Of Swagger 2.0", "Operations"})
"""Sections whose rows have no cases."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    section: str
    about: str
    """The first cell: which keywords, in which company."""
    answers: str
    """The cell that says what they are in Python, where answers are read."""
    links: tuple[str, ...]
    """Where the last cell leads, beside the page."""

    @property
    def keywords(self) -> tuple[str, ...]:
        """The keywords that the row is about, as they are spelled in a document."""
        quoted = re.findall(r"`([^`]*)`", self.about)
        return tuple(word for text in quoted for word in re.findall(r"[$\w-]+", text))

    @property
    def settings(self) -> tuple[tuple[str, object], ...]:
        """The keywords that the row is about with one value alone: `format: uuid`."""
        quoted = re.findall(r"`(\w+: [^`[]*)`", self.about)
        pairs = [pair for text in quoted for pair in yaml.load(text).items()]
        return tuple((key, value) for key, value in pairs if "…" not in str(value))

    @property
    def spelled(self) -> tuple[str, ...]:
        """What is to be read in Python, unless it stands for something else."""
        quoted = re.findall(r"`([^`]*)`", self.answers.replace("\\|", "|"))
        return tuple(text for text in quoted if not _PLACEHOLDER.search(text))

    @property
    def cases(self) -> tuple[Path, ...]:
        """The folders of its cases."""
        return tuple((PAGE.parent / link).resolve() for link in self.links)


def rows() -> list[Row]:
    """List the rows of the tables about schemas."""
    section, head, found = "", list[str](), list[Row]()
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        elif line.startswith("| keyword"):
            head = _cells(line)
        elif line.startswith("| ") and not line.startswith("| ---"):
            found.append(_row(section, head, line))
    return [row for row in found if row.section not in NOT_SCHEMAS]


def _row(section: str, head: list[str], line: str) -> Row:
    cells = _cells(line)
    answers = cells[head.index("answers")] if "answers" in head else ""
    links = re.findall(r"\]\(([^)]*)\)", cells[-1])
    return Row(section, cells[0], answers, tuple(links))


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))
    return [cell.strip() for cell in cells]
