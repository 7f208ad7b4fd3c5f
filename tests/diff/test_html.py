"""`clientsmith diff --format html`: a page that says all, and asks for nothing."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clientsmith.diagnostics import Exit
from diff.outline import Element, read_page
from diff.repository import CONFIG, Shop

TEMPLATE = "https://host.example/r/blob/{revision}/{path}#L{line}"
HOSTILE = (
    '</script><script>alert(1)</script><img src=x onerror="alert(1)">'
    "[a](javascript:alert(1)) \u202egnp.exe \u2066 {{ 7 * 7 }} <!-- ]]> &amp;"
)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Stand in a repository with a target, whose work tree breaks code."""
    made = Shop(tmp_path)
    made.edit("spec/api.yaml", "[name]", "[]")
    made.edit("spec/api.yaml", "schema: {type: integer}", "schema: {type: string}")
    made.edit("spec/shared.yaml", "name, age", "name, age, size")
    return made


def page(shop: Shop, *words: str) -> Element:
    """Run the command, and read what it writes."""
    ended = shop.diff("--format", "html", *words)

    assert Exit.OK == ended.code, ended.err
    return read_page(ended.out)


def test_changes_are_grouped_by_where_they_are_found(shop: Shop) -> None:
    """Resources first; each thing has a heading, and each level follows the other."""
    read = page(shop)

    assert ["What changes for callers"] == [one.text for one in read.all("h1")]
    assert ["pets"] == [one.text for one in read.all("h2")]
    assert [
        "client.pets 1 breaking",
        "models 1 breaking, 1 compatible",
        "params 1 compatible",
    ] == [one.text for one in read.all("h3")]
    assert [
        "client.pets.list",
        "models.Pet",
        "models.Sort",
        "params.SortParam",
    ] == [one.text for one in read.all("h4")]


def test_what_breaks_comes_first(tmp_path: Path) -> None:
    """Of the things of a section, and of the changes of a thing."""
    made = Shop(tmp_path)
    made.edit("spec/api.yaml", "{name: {type", "{age: {type: string}, name: {type")
    made.edit("spec/shared.yaml", "string, enum: [name, age]", "integer, enum: [1]")
    models = page(made).all("section", class_="group")[0]
    made.edit("spec/api.yaml", "[name]", "[]")
    later = page(made).all("section", class_="group")[0]

    assert ["models.Sort", "models.Pet"] == [one.text for one in models.all("h4")]
    assert ["models.Pet", "models.Sort"] == [one.text for one in later.all("h4")]
    assert ["breaking", "compatible"] == [
        one.text for one in later.all("article")[0].all("strong")
    ]


def test_a_change_says_what_why_and_where(shop: Shop) -> None:
    """With its fingerprint, which leads to itself."""
    read = page(shop)
    (change,) = read.all("li", class_="breaking", **{"data-subject": "attribute"})
    what, why, where = change.all("p")
    anchor = change.attributes["id"]

    assert "breaking attribute name type str str | None" == what.text
    assert "it may be None now, and code does not expect that" == why.text
    assert where.text.startswith("is at spec/api.yaml:18 ")
    assert f"#{anchor}" == where.all("a")[-1].attributes["href"]
    assert anchor.endswith(where.all("a")[-1].text)


def test_signatures_are_marked_word_by_word(shop: Shop) -> None:
    """Signs say it, and elements; colours are not needed."""
    read = page(shop)
    call = read.all("article")[0].one("div", class_="signature")
    lines = [one.raw for one in call.inside if isinstance(one, Element)]

    assert [
        " client.pets.list(",
        "     *,",
        "−    limit: int = ...,",
        "+    limit: str = ...,",
        "     sort: SortParam = ...,",
        " ) -> Pet",
    ] == lines
    assert ["int"] == [one.text for one in call.all("del")]
    assert ["str"] == [one.text for one in call.all("ins")]


def test_the_summary_counts_and_says_the_version(shop: Shop) -> None:
    """As the other formats do."""
    tally = page(shop).one("ul", class_="tally")

    assert [
        "2 breaking",
        "2 compatible",
        "0 in docs",
        "0.2.0 minor version, after 0.1.0",
    ] == [one.text for one in tally.all("li")]


def test_a_page_without_changes_says_so(tmp_path: Path) -> None:
    """It has nothing to filter."""
    read = page(Shop(tmp_path))

    assert "nothing has changed for callers" in read.one("main").text
    assert [] == read.all("h3")


def test_several_targets_are_one_page(shop: Shop) -> None:
    """The same change of two of them has an address of its own in each."""
    other = CONFIG.replace("pets", "cats")
    shop.git("stash")
    shop.write("clientsmith.toml", CONFIG + other)
    shop.commit("Add a target")
    shop.git("stash", "pop")
    read = page(shop)
    anchors = [one.attributes["id"] for one in read.all("li", class_="change")]

    assert ["pets", "cats"] == [one.text for one in read.all("h2")]
    assert 8 == len(anchors) == len(set(anchors))


def test_approved_changes_are_marked(shop: Shop) -> None:
    """What is still to be looked at stands out."""
    words = ("--approvals", "approved.json")
    shop.diff(*words, "--approve")
    read = page(shop, *words)

    assert 2 == len(read.one("main").all("em", class_="approved"))


def test_links_lead_to_both_revisions(shop: Shop) -> None:
    """A commit for each, so that lines are where they are said to be."""
    commit = shop.git("rev-parse", "HEAD").strip()
    shop.commit("Break code")
    later = shop.git("rev-parse", "HEAD").strip()
    shop.desk = type(shop.desk)(shop.folder / "spec")
    read = page(shop, "HEAD~1", "--links", TEMPLATE)
    (change,) = read.all("li", class_="breaking", **{"data-subject": "attribute"})

    assert [
        f"https://host.example/r/blob/{commit}/spec/api.yaml#L18",
        f"https://host.example/r/blob/{later}/spec/api.yaml#L18",
    ] == [one.attributes["href"] for one in change.all("a")[:2]]


def test_without_a_template_links_lead_to_the_work_tree(shop: Shop) -> None:
    """From where the run stands; what is at a revision only has none."""
    read = page(shop)
    outside = {
        one.attributes["href"]
        for one in read.all("a")
        if not one.attributes["href"].startswith("#")
    }

    assert {"./spec/api.yaml", "./spec/shared.yaml"} == outside


def test_every_link_within_the_page_leads_somewhere(shop: Shop) -> None:
    """Once: no address is given twice."""
    read = page(shop)
    tags = ("main", "h2", "h3", "h4", "li", "input", "form", "output")
    ids = [
        one.attributes["id"]
        for tag in tags
        for one in read.all(tag)
        if "id" in one.attributes
    ]
    inner = {
        one.attributes["href"][1:]
        for one in read.all("a")
        if one.attributes["href"].startswith("#")
    }

    assert len(ids) == len(set(ids))
    assert set() == inner - set(ids)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--links", TEMPLATE), "no effect without `--format html`"),
        (("--format", "html", "--links", "https://a/{sha}"), "`{sha}`"),
    ],
)
def test_links_that_lead_nowhere_are_refused(
    shop: Shop, words: tuple[str, ...], said: str
) -> None:
    """Before anything is compared."""
    ended = shop.diff(*words)

    assert Exit.USAGE == ended.code
    assert said in ended.err


def hostile_shop(folder: Path) -> Shop:
    """Stand in a repository whose newer description attacks who looks at it."""
    made = Shop(folder)
    made.write("clientsmith.toml", CONFIG.partition("overlays")[0])
    made.commit("Leave the overlay out")
    text: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": HOSTILE, "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {
            "/pets": {
                "get": {
                    "operationId": "listPets",
                    "tags": ["pets"],
                    "summary": HOSTILE,
                    "description": HOSTILE,
                    "parameters": [
                        {
                            "name": HOSTILE,
                            "in": "query",
                            "description": HOSTILE,
                            "schema": {"type": "string", "enum": [HOSTILE]},
                        }
                    ],
                    "responses": {"200": {"description": HOSTILE}},
                }
            }
        },
        "webhooks": {
            HOSTILE: {"post": {"responses": {"204": {"description": HOSTILE}}}}
        },
    }
    made.write("spec/api.yaml", json.dumps(text))
    return made


def test_what_a_description_says_does_nothing(tmp_path: Path) -> None:
    """It is no element, no address and no direction; it is read as it stands."""
    shop = hostile_shop(tmp_path)
    ended = shop.diff("spec/api.yaml", "main:spec/api.yaml", "--format", "html")
    read = read_page(ended.out)

    assert 1 == len(read.all("script"))
    assert [] == read.all("img")
    assert [] == [one for one in read.all("a") if ":" in one.attributes["href"]]
    assert set() == set("\u202e\u2066\x00") & set(ended.out)
    assert "</script><script>alert(1)" in read.one("main").text
    assert "{{ 7 * 7 }}" in read.one("main").text
    assert "\\u202e" in read.one("main").text


def test_a_page_may_ask_for_nothing(shop: Shop) -> None:
    """Its own style and script are known by their digests, and there are no others."""
    read = page(shop)
    (told,) = read.all("meta", **{"http-equiv": "Content-Security-Policy"})
    rules = told.attributes["content"]
    addresses = re.findall(r'(?:src|srcset|action|data|poster)="', str(read))
    digests = [
        b64encode(sha256(read.one(tag).raw.encode()).digest()).decode()
        for tag in ("style", "script")
    ]

    assert rules.startswith("default-src 'none'; ")
    assert all(f"'sha256-{each}'" in rules for each in digests)
    assert [] == addresses
    assert "url(" not in read.one("style").raw
    assert [] == [
        (one.tag, name)
        for one in read.all("a") + read.all("li") + read.all("p")
        for name in one.attributes
        if name == "style" or name.startswith("on")
    ]


def test_a_page_is_whole_without_scripts(shop: Shop) -> None:
    """What only a script can do is not shown before there is one."""
    read = page(shop)
    hidden = [
        one.tag
        for tag in ("search", "section", "article", "li", "p")
        for one in read.all(tag)
        if "hidden" in one.attributes
    ]

    assert ["search", "p"] == hidden
    assert "No change is like that." == read.one("p", id="none").text
