"""The reference leads to every method, on one page or on several."""

from __future__ import annotations

import re

from unit.compiling import files

OK = "{responses: {'200': {description: x}}}"


def reference(paths: str) -> dict[str, str]:
    """Generate the reference of an API whose paths these are, by file."""
    found = files(f"paths:\n{paths}")
    return {path: text for path, text in found.items() if "eference" in path.lower()}


def links(text: str) -> list[str]:
    """List where a page leads to."""
    return re.findall(r"\]\(([^)]*)\)", text)


def anchors(text: str) -> list[str]:
    """List the anchors of a page, as forges make them from headings."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings]


def test_a_small_api_has_one_page_with_contents() -> None:
    """Every line of them leads to a heading."""
    [text] = reference(f"  /pets: {{get: {OK}, post: {OK}}}\n").values()

    assert ["#clientpets", "#clientpetslist", "#clientpetscreate"] == links(text)
    assert {link[1:] for link in links(text)} <= {*anchors(text)}


def test_a_large_api_has_a_page_for_each_resource_at_the_top() -> None:
    """Those inside of one are described with it."""
    paths = "".join(f"  /things{n}: {{get: {OK}, post: {OK}}}\n" for n in range(60))
    paths += f"  /things1/{{id}}/toys: {{get: {OK}, post: {OK}}}\n"
    pages = reference(paths)
    contents = pages.pop("REFERENCE.md")

    assert 60 == len(pages)
    assert 60 + 120 + 1 + 2 == len(links(contents))
    for link in links(contents):
        page, _, anchor = link.partition("#")
        assert anchor in anchors(pages[page]), link
    assert "### `client.things1.toys.create`" in pages["reference/things1.md"]


def test_headings_of_descriptions_do_not_cut_the_page() -> None:
    """They are paragraphs in bold."""
    docs = r'"# One\n\nText\n\nTwo\n---\n\n```sh\n# a comment\n```"'
    paths = f"  /pets: {{get: {{description: {docs}, {OK[1:]}}}\n"
    [text] = reference(paths).values()

    assert "\n**One**\n" in text
    assert "\n**Two**\n" in text
    assert "\n# a comment\n" in text


def test_each_method_shows_a_call_with_what_it_needs() -> None:
    """Made of the examples of the document."""
    parameters = "[{name: tag, in: query, required: true, schema: {type: string}, "
    parameters += "example: cat}]"
    [text] = reference(
        f"  /pets: {{get: {{parameters: {parameters}, {OK[1:]}}}\n"
    ).values()

    assert '```python\nclient.pets.list(tag="cat")\n```' in text
    assert "| `tag` (required) | `str` |  |" in text


def test_an_argument_that_has_to_be_given_shows_its_default() -> None:
    """An example comes before it; what says nothing is not shown."""
    document = """\
  /pets:
    post:
      parameters:
        - {name: X-Version, in: header, required: true,
           schema: {type: string, default: "2026-04"}}
        - {name: X-Region, in: header, required: true, example: us,
           schema: {type: string, default: eu}}
        - {name: X-Empty, in: header, required: true,
           schema: {type: string, default: ""}}
        - {name: X-Other, in: header, schema: {type: string, default: a}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [size]
              properties:
                size: {type: object, required: [unit],
                       properties: {unit: {type: string, default: cm}}}
      responses: {'200': {description: x}}
"""
    [text] = reference(document).values()

    assert 'x_version="2026-04"' in text
    assert 'x_region="us"' in text
    assert 'x_empty="X-Empty"' in text
    assert 'size={"unit": "cm"}' in text
    assert "x_other=" not in text
