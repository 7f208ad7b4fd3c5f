"""HTML in descriptions becomes Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.lower.markdown import as_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One.</p>\n\n<p>Two.</p>", "One.\n\nTwo."),
        ("One.<br><br>Two.", "One.\n\nTwo."),
        ("* one<br>\n* two", "* one\n* two"),
        ("Up.\n\n<p><br /></p>\n\n> Note", "Up.\n\n> Note"),
        ("<b>Scope: </b><code>a:read</code>", "**Scope:** `a:read`"),
        ("an <em>old</em> <strong> one</strong>", "an *old* **one**"),
        (
            'the <a href="https://a.example/b">page</a>',
            "the [page](https://a.example/b)",
        ),
        (
            "<ul>\n<li>one\nline</li>\n<li>two</li>\n</ul>\nend",
            "- one line\n- two\n\nend",
        ),
        ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```"),
        ("2<sup>8</sup> &mdash; &lt;b&gt;&nbsp;AT&amp;T", "2^8 — <b> AT&T"),
        ('<img src="a.png" alt="A map"> of it', "A map of it"),
        ('<x-stage class="beta"></x-stage>New', "New"),
        ("One<!-- and no more -->.", "One."),
        (
            "<table><tr><th>Key</th><th>Is</th></tr>\n <tr>\n <td>a</td>\n <td>b</td>",
            "| Key | Is |\n| --- | --- |\n| a | b |",
        ),
        (
            '| <div style="width: 9px">a</div> | b<br>c |\n| --- | --- |',
            "| a | b c |\n| --- | --- |",
        ),
    ],
)
def test_what_html_means_is_said_in_markdown(html: str, markdown: str) -> None:
    """As far as Markdown can say it."""
    assert markdown == as_markdown(html).strip()


@pytest.mark.parametrize(
    "text",
    [
        "Bearer <token>, <jwt-token> or <client_id>",
        "a < b and c > d, R&D, &unheard;",
        "In `<p>code</p>` and ``<b>`</b>``",
        "```html\n<p>kept</p>\n```",
        "<https://a.example>",
    ],
)
def test_what_is_no_html_stays(text: str) -> None:
    """Placeholders and code among it."""
    assert text == as_markdown(text)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<b>one", "one"),
        ("one</b>", "one"),
        ("<b><i>one</b></i>", "*one*"),
        ('<a href="x">one', "one"),
        ("a<a name='x'></a>b<i></i>", "ab"),
    ],
)
def test_what_is_not_well_formed_leaves_no_marks(html: str, markdown: str) -> None:
    """Nothing is bold to the end."""
    assert markdown == as_markdown(html)


@given(st.text(alphabet="<>/&;`!-pb ali\n|", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """However broken."""
    assert isinstance(as_markdown(text), str)


@pytest.mark.parametrize("piece", ["<!--", "<p>", "<b>", "`<", '<a href="x">', "&#"])
def test_a_long_text_takes_no_longer_than_it_is(piece: str) -> None:
    """Each character is looked at a few times."""
    started = time.process_time()
    as_markdown(piece * 50_000)

    assert time.process_time() - started < 5
