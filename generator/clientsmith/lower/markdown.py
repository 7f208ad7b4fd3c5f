"""Descriptions as Markdown: HTML in them is said in Markdown's own words.

Markdown may hold HTML, which an editor shows as it is written.
https://spec.openapis.org/oas/v3.1.1.html#rich-text-formatting
https://spec.commonmark.org/0.31.2/#raw-html
"""

from __future__ import annotations

import re
from html import unescape

from msgspec import Struct, field

_PIECE = re.compile(
    r"^[ ]*(?P<fence>```|~~~)(?:.*?^[ ]*(?P=fence)|.*)"  # code keeps what it holds
    r"|(?<!`)(?P<ticks>`{1,3})(?!`).{1,999}?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<nothing><!--[^<]*-->|<(?P<own>[a-z]+-[a-z-]+)(?:\s[^<>]*)?></(?P=own)>)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>\s[^<>]*)?/?>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,32});",
    re.DOTALL | re.MULTILINE,
)
_LINE_BREAK = re.compile(r"\s*\n\s*")
_PARAGRAPHS = frozenset(
    {
        "blockquote",
        "details",
        "div",
        "dl",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "ol",
        "p",
        "section",
        "summary",
        "table",
        "ul",
    },
)
_LINES = {"dd": "", "dt": "", "li": "-", "tr": "|"}
"""What begins a line, and with which mark."""
_AROUND = {
    "b": "**",
    "code": "`",
    "em": "*",
    "i": "*",
    "kbd": "`",
    "samp": "`",
    "strong": "**",
    "tt": "`",
}
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    {"center", "font", "nobr", "small", "span", "sub", "tbody", "thead", "u"},
)
_OTHERS = frozenset({"a", "br", "img", "pre", "sup"})
_KNOWN = frozenset({*_PARAGRAPHS, *_LINES, *_AROUND, *_CELLS, *_UNSEEN, *_OTHERS})


def as_markdown(text: str | None) -> str:
    """Return a description without HTML; tags that nobody knows are placeholders."""
    if not text or ("<" not in text and "&" not in text):
        return text or ""
    writer = _Writer()
    at = 0
    for piece in _PIECE.finditer(text):
        writer.say(text[at : piece.start()])
        writer.add(piece)
        at = piece.end()
    writer.say(text[at:])
    return writer.text


class _Writer(Struct):
    """What has been written, and what has begun and not ended."""

    _written: list[str] = field(default_factory=lambda: [""])
    _due: str = ""
    """The white space that comes before whatever comes next."""
    _begun: list[tuple[str, int, str]] = field(
        default_factory=list[tuple[str, int, str]],
    )
    """Tags, where they began, and what ends them."""
    _heads: int = 0
    """How many headings of a table the row has."""
    _in_code: bool = False
    _in_item: bool = False
    _in_row: bool = False
    """Whether this is a row of a table in Markdown, which has to be one line."""

    @property
    def text(self) -> str:
        """Everything, without the marks that nothing ended."""
        for _, index, _ in self._begun:
            self._written[index] = ""
        return "".join(self._written)

    def say(self, text: str) -> None:
        """Write text after the white space that is due."""
        if self._in_item:
            text = _LINE_BREAK.sub(" ", text)
        if self._due:
            text = text.lstrip()
            self._trim()
        if not text:
            return
        due, self._due = self._due, ""
        if len(self._written) == 1 or "\n" in due + text:
            self._in_row = (due + text).rpartition("\n")[2].lstrip().startswith("|")
        self._written += [due if any(self._written) else "", text]

    def add(self, piece: re.Match[str]) -> None:
        """Write what a piece of markup means."""
        tag = (piece["tag"] or "").lower()
        if tag == "br":
            ends_line = piece.string[piece.end() : piece.end() + 1] in {"", "\n"}
            self._break("\n" if ends_line and "\n" not in self._due else "\n\n")
        elif tag in _KNOWN:
            self._tag(tag, piece["attributes"] or "", ends=bool(piece["end"]))
        elif piece[0].startswith("&"):
            self.say(unescape(piece[0]).replace("\N{NO-BREAK SPACE}", " "))
        elif not piece["nothing"]:
            self.say(piece[0])

    def _tag(self, tag: str, attributes: str, *, ends: bool) -> None:
        if tag in _PARAGRAPHS:
            self._in_item = False
            self._break("\n\n")
        elif tag in _LINES:
            self._line(tag, ends=ends)
        elif tag in _CELLS:
            self._cell(tag, ends=ends)
        elif tag == "pre":
            self._preformatted(ends=ends)
        elif tag == "img":
            self.say(_attribute("alt", attributes))
        elif tag == "sup" and not ends:
            self.say("^")
        elif (tag in _AROUND or tag == "a") and not self._in_code:
            self._end(tag) if ends else self._begin(tag, attributes)

    def _break(self, due: str) -> None:
        self._due = max(self._due.strip(" "), " " if self._in_row else due, key=len)

    def _line(self, tag: str, *, ends: bool) -> None:
        self._in_item = tag == "li" and not ends
        self._break("\n")
        if not ends and _LINES[tag]:
            self.say(_LINES[tag])
            self._due, self._in_row = " ", False
        elif ends and tag == "tr" and self._heads:
            self.say(f"|{' --- |' * self._heads}")
            self._heads, self._in_row = 0, False
            self._break("\n")

    def _cell(self, tag: str, *, ends: bool) -> None:
        self._due = " "
        if ends:
            self.say("|")
            self._heads += tag == "th"
            self._in_row = False

    def _preformatted(self, *, ends: bool) -> None:
        self._in_code = not ends
        if ends:
            self._trim()
            self._written.append("\n```")
        self._break("\n\n")
        if not ends:
            self.say("```\n")

    def _begin(self, tag: str, attributes: str) -> None:
        mark = end = _AROUND.get(tag, "")
        if target := _attribute("href", attributes):
            mark, end = "[", f"]({target})"
        self.say(mark)
        self._written.append("")
        self._begun.append((tag, len(self._written) - (2 if mark else 1), end))

    def _end(self, tag: str) -> None:
        """End what began last, if it was this; spaces before the end go after it."""
        if not self._begun or self._begun[-1][0] != tag:
            return
        _, index, end = self._begun.pop()
        said = "".join(self._written[index + 1 :])
        if not said.strip():
            self._written[index:] = [said]
            return
        inside = said.strip()
        self._written[index + 1 :] = [inside, end, said[len(said.rstrip()) :]]

    def _trim(self) -> None:
        self._written[-1] = self._written[-1].rstrip()


def _attribute(name: str, attributes: str) -> str:
    match = re.search(rf"\b{name}\s*=\s*(\"([^\"]*)\"|'([^']*)')", attributes)
    return unescape((match[2] or match[3] or "").strip()) if match else ""
