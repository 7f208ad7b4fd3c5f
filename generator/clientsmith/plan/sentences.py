"""Where sentences end, for summaries that are one."""

from __future__ import annotations

import re

from .wrapping import is_prose

_LONGEST = 200
_FURTHEST = 400
"""How far into a text its first sentence is looked for."""
_END = re.compile(r"""[.!?…][)\]"'”’*_`]*(?=\s+["'“‘*_`\[(<]*[A-Z0-9])""")
_ABBREVIATED = frozenset(
    {
        "approx",
        "cf",
        "e.g",
        "eg",
        "esp",
        "etc",
        "ex",
        "i.e",
        "ie",
        "inc",
        "incl",
        "ltd",
        "max",
        "min",
        "no",
        "st",
        "u.s",
        "vs",
    },
)
"""What a full stop after it only shortens."""
_CLOSED = tuple(".!?:…")
_CLOSING = "`\"'”’)]}*_"


def first_paragraph(text: str) -> str:
    """Return the first paragraph of a text."""
    return text.strip().split("\n\n")[0]


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, as a sentence of its own."""
    first, _ = split_sentence(text)
    sentence = " ".join(first.split()).rstrip(":;,")
    if len(sentence) > _LONGEST:
        return f"{sentence[:_LONGEST].rpartition(' ')[0]} …"
    return ended(sentence)


def split_sentence(text: str) -> tuple[str, str]:
    """Return the first sentence of a text, and the rest of it.

    A list, a table or code that follows ends a sentence, too.
    """
    text = text.strip()
    head = _prose(text)
    for end in _END.finditer(head, 0, _FURTHEST):
        told = head[: end.end()]
        if _is_end(head[: end.start()]) and _is_balanced(told):
            head = told
            break
    head = head or text.partition("\n")[0]
    return head, text[len(head) :].lstrip(" ").strip("\n")


def summarised(text: str, room: int, alone: int) -> str:
    """Begin a text with one sentence, unless its first paragraph fits into a line.

    `room` is what such a line has, `alone` what it has where nothing else follows.
    """
    text = text.strip()
    if len(text) <= alone and "\n" not in text:
        return text
    head = _prose(text)
    rest = text[len(head) :].strip("\n")
    if len(" ".join(head.split())) > (room if rest else alone):
        head, rest = split_sentence(text)
    return f"{head}\n\n{rest}" if head and rest else text


def _prose(text: str) -> str:
    """Return the paragraph that a text begins with."""
    length = 0
    for line in text.split("\n"):
        if not is_prose(line):
            break
        length += len(line) + 1
    return text[: max(length - 1, 0)]


def _is_end(text: str) -> bool:
    """Tell whether a full stop after a text ends a sentence."""
    word = text.rpartition(" ")[2].lstrip("([\"'*_`")
    initial = len(word) == 1 and word.isupper()
    return word.lower() not in _ABBREVIATED and not initial


def _is_balanced(text: str) -> bool:
    """Tell whether no brackets, code or emphasis go on after a text."""
    if text.startswith(("(", "_")) or re.match(r"\*(?!\*)", text):
        return False
    pairs = (("(", ")"), ("[", "]"), ("{", "}"))
    closed = all(text.count(start) <= text.count(end) for start, end in pairs)
    return closed and text.count("`") % 2 == 0 and text.count("**") % 2 == 0


def ended(sentence: str) -> str:
    """Put a full stop behind what ends without one."""
    closed = sentence.rstrip(_CLOSING).endswith(_CLOSED)
    return sentence if not sentence or closed else f"{sentence}."


def in_one_line(text: str) -> str:
    """Return the first paragraph of a text without its line breaks."""
    return " ".join(first_paragraph(text).split())
