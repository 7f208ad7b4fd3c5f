"""Templates: schemas with a `$dynamicRef`, which each use may bind."""

from __future__ import annotations

from pathlib import Path

from clientsmith.ir import Array, Name, Never, Primitive, Reference
from clientsmith.pointer import Pointer
from unit.compiling import START
from unit.folders import api, codes, run, schemas, type_of

PAGE = (
    "Page: {$id: 'https://a.b/page', $defs: {item: {$dynamicAnchor: item, not: {}}}, "
    "properties: {items: {type: array, items: {$dynamicRef: '#item'}}, "
    "meta: {properties: {total: {type: integer}}}}}"
)
WIDGET = "Widget: {properties: {name: {type: string}}}"
USE = "$defs: {item: {$dynamicAnchor: item, $ref: '#/components/schemas/Widget'}}"
COMPONENTS = ("components", "schemas")


def test_a_use_has_a_class_with_what_it_binds(tmp_path: Path) -> None:
    """And the template keeps what it says by default."""
    use = f"Widgets: {{{USE}, $ref: '#/components/schemas/Page'}}"
    found = api(tmp_path, {"api.yaml": schemas(f"{PAGE}\n{WIDGET}\n{use}")})
    widget = Reference(Pointer("", (*COMPONENTS, "Widget")))

    assert Array(widget) == type_of(found, "Widgets", "items")
    assert Array(Never()) == type_of(found, "Page", "items")


def test_an_inline_use_is_called_after_what_it_binds(tmp_path: Path) -> None:
    """And after the template."""
    paths = (
        "paths: {/w: {get: {responses: {'200': {description: x, content: "
        f"{{application/json: {{schema: {{{USE}, $ref: '#/components/schemas/Page'"
        "}}}}}}}}\n"
    )
    text = schemas(f"{PAGE}\n{WIDGET}").replace("paths: {}\n", paths)
    found = api(tmp_path, {"api.yaml": text})

    assert Name(("Widget", "Page")) in [one.name for one in found.declarations.values()]


def test_a_use_may_add_to_the_template(tmp_path: Path) -> None:
    """Beside the reference, or around it."""
    more = "properties: {more: {type: string}}"
    uses = (
        f"One: {{{USE}, $ref: '#/components/schemas/Page', {more}}}\n"
        f"Two: {{{USE}, allOf: [{{$ref: '#/components/schemas/Page'}}], {more}}}"
    )
    found = api(tmp_path, {"api.yaml": schemas(f"{PAGE}\n{WIDGET}\n{uses}")})
    widget = Reference(Pointer("", (*COMPONENTS, "Widget")))

    for name in ("One", "Two"):
        assert Array(widget) == type_of(found, name, "items")
        assert Primitive("string") == type_of(found, name, "more")


def test_a_template_may_be_another_file(tmp_path: Path) -> None:
    """With an anchor that several uses have, in one document without identifiers."""
    page = PAGE.removeprefix("Page: {$id: 'https://a.b/page', ").removesuffix("}")
    use = "$defs: {item: {$dynamicAnchor: item, type: %s}}, $ref: page.yaml"
    text = schemas(f"A: {{{use % 'integer'}}}\nB: {{{use % 'string'}}}")
    found = api(tmp_path, {"api.yaml": text, "page.yaml": f"{{{page}}}"})

    assert Array(Primitive("integer")) == type_of(found, "A", "items")
    assert Array(Primitive("string")) == type_of(found, "B", "items")


def test_a_tree_is_made_of_what_extends_it(tmp_path: Path) -> None:
    """The example of the specification."""
    text = schemas(
        "Tree: {$dynamicAnchor: node, properties: {value: {type: string}, "
        "below: {type: array, items: {$dynamicRef: '#node'}}}}\n"
        "Marked: {$dynamicAnchor: node, $ref: '#/components/schemas/Tree', "
        "properties: {mark: {type: boolean}}}",
    )
    found = api(tmp_path, {"api.yaml": text})

    for name in ("Tree", "Marked"):
        own = Reference(Pointer("", (*COMPONENTS, name)))
        assert Array(own) == type_of(found, name, "below")


def test_a_dynamic_reference_to_a_plain_anchor_is_a_reference(tmp_path: Path) -> None:
    """Nothing binds it."""
    text = schemas(
        "X: {properties: {p: {$dynamicRef: '#y'}}}\nY: {$anchor: y, type: integer}"
    )
    found = api(tmp_path, {"api.yaml": text})

    assert Reference(Pointer("", (*COMPONENTS, "Y"))) == type_of(found, "X", "p")


def test_a_dynamic_reference_may_dangle_or_turn_in_a_circle(tmp_path: Path) -> None:
    """Each is said with its keyword, or where it is."""
    text = schemas(
        "X: {$dynamicRef: '#none'}\nY: {$dynamicAnchor: y, $dynamicRef: '#y'}"
    )
    problems = run(tmp_path, {"api.yaml": text}).diagnostics

    assert ["reference-circle", "reference-missing"] == sorted(
        one.code for one in problems
    )
    assert "`$dynamicRef: #none` names an anchor that no schema has" in [
        one.message for one in problems
    ]


def test_a_property_may_be_called_like_the_keyword(tmp_path: Path) -> None:
    """It is a schema there."""
    text = f"{START}paths: {{}}\ncomponents: {{schemas: {{X: {{properties: "
    text += "{$dynamicRef: {type: string}}}}}"

    assert [] == codes(tmp_path, {"api.yaml": text})
