"""A page of HTML as a test looks at it: elements, attributes, and who holds whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "input", "br", "img"})


@dataclass(slots=True)
class Element:
    """One element, with the texts and elements in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """List what is in it, however deep; `class_` is one of the classes."""
        return [one for one in self._every() if one.fits(tag, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        """Return the only one."""
        (found,) = self.all(tag, **attributes)
        return found

    def fits(self, tag: str, attributes: dict[str, str]) -> bool:
        """Tell whether it is one of those."""
        wanted = dict(attributes)
        name = wanted.pop("class_", None)
        is_one = name is None or name in self.attributes.get("class", "").split()
        return is_one and tag == self.tag and wanted.items() <= self.attributes.items()

    @property
    def text(self) -> str:
        """Say what is read, in one line."""
        parts = (one if isinstance(one, str) else one.raw for one in self.inside)
        return " ".join("".join(parts).split())

    @property
    def raw(self) -> str:
        """Say it with all spaces."""
        parts = (one if isinstance(one, str) else one.raw for one in self.inside)
        return "".join(parts)

    def _every(self) -> Iterator[Element]:
        for one in self.inside:
            if isinstance(one, Element):
                yield one
                yield from one._every()


class _Parser(HTMLParser):
    """Builds the tree, and stops where an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        assert tag == self.open.pop().tag

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.open[-1].inside.append(data)


def read_page(text: str) -> Element:
    """Read a page whose elements are all closed."""
    parser = _Parser()
    parser.feed(text)
    parser.close()

    assert 1 == len(parser.open)
    return parser.open[0]
