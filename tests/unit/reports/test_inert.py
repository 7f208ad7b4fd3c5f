"""Text of a description shows what it is, and does nothing to the page."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from clientsmith.reports.html_templates import asset, environment, policy
from clientsmith.reports.inert import inert


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u2066b\u2069", "a\\u2066b\\u2069"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("nul\x00", "nul\\x00"),
        ("\ud800", "\\ud800"),
        ("one\ntwo\tthree", "one\ntwo\tthree"),
        ("שלום, عالم, 世界, 👩‍💻", "שלום, عالم, 世界, 👩‍💻"),
        ("tag \U000e0041", "tag \\U000e0041"),
    ],
)
def test_what_does_not_show_is_shown(text: str, expected: str) -> None:
    """As Python writes it; scripts that run from right to left are left alone."""
    assert expected == inert(text)


def test_text_is_escaped_and_markup_is_not() -> None:
    """Wherever a template prints it."""
    template = environment().from_string('<p title="{{ x }}">{{ x }}{{ y }}</p>')

    assert '<p title="&lt;b&gt;&#34;">&lt;b&gt;&#34;<i></p>' == template.render(
        x='<b>"', y=Markup("<i>")
    )


@pytest.mark.parametrize("value", [1, None, ("a",)])
def test_only_text_is_printed(value: object) -> None:
    """A number is made a text where it is decided how."""
    with pytest.raises(TypeError, match="no text"):
        environment().from_string("{{ x }}").render(x=value)


def test_style_and_script_end_where_they_end() -> None:
    """Neither holds the end of its own element, and both are allowed by digest."""
    style, script = asset("page.css"), asset("page.js")

    assert "</" not in style
    assert "</" not in script
    assert 2 == policy(style, script).count("'sha256-")
    assert "unsafe" not in policy(style, script)
