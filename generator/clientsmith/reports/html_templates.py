"""The templates of the page, its style and its script, and what a browser may do.

https://www.w3.org/TR/CSP3/#framework-directive-source-list
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from .html_parts import ChangePart, Overview, Page, TargetPart, ThingPart
from .inert import inert

Part: TypeAlias = Overview | TargetPart | ThingPart | ChangePart

FOLDER: Final = Path(__file__).parent / "page"
_TEMPLATES: Final[dict[type, tuple[str, str]]] = {
    ChangePart: ("change.html.jinja", "change"),
    Overview: ("overview.html.jinja", "overview"),
    Page: ("page.html.jinja", "page"),
    TargetPart: ("target.html.jinja", "target"),
    ThingPart: ("thing.html.jinja", "thing"),
}


@cache
def environment() -> Environment:
    """Return the environment of the page, which escapes all that is text."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        finalize=inert,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def written(part: Page | Part) -> Markup:
    """Write a part by its template."""
    template, name = _TEMPLATES[type(part)]
    return Markup(environment().get_template(template).render({name: part}))  # noqa: S704 - it is escaped


def joined(parts: Iterable[Part]) -> Markup:
    """Write some parts after each other."""
    return Markup("\n").join(map(written, parts))


@cache
def asset(name: str) -> Markup:
    """Read the style or the script, which are our own."""
    return Markup((FOLDER / name).read_text("utf-8"))  # noqa: S704 - a file of ours


def policy(style: str, script: str) -> str:
    """Allow exactly this style and this script, and nothing to be asked for."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
