"""Each schema has one class in one module."""

from __future__ import annotations

from clientsmith.ir import Declaration, Ladder, Name, ObjectSchema
from clientsmith.plan.layout import Place
from clientsmith.plan.module import about
from clientsmith.pointer import Pointer
from unit.compiling import files, models


def test_a_component_has_a_module_and_keeps_its_parts() -> None:
    """Inline schemas are named after their owner and live with it."""
    found = models(
        "Pet: {type: object, properties: {toys: {type: array, items: "
        "{type: object, properties: {name: {type: string}}}}}}",
    )

    assert {"__init__", "pet"} == set(found)
    assert "class PetToy(Model):" in found["pet"]


def test_a_module_says_what_it_is_called_after() -> None:
    """Not what comes first, if no component owns the others."""
    home = Pointer("", ("paths", "/pets/{id}", "get"))
    part, whole = (home / "toy", home / "responses" / "200")
    declarations: list[Declaration] = [
        ObjectSchema(
            name=Name((word,)), ladder=Ladder((Name((word,)),)), at=at, home=home
        )
        for word, at in (("toy", part), ("pet", whole))
    ]
    places = {part: Place(".models.pet", "Toy"), whole: Place(".models.pet", "Pet")}

    assert "Pet." == about(declarations, places)


def test_a_circle_of_schemas_is_one_module() -> None:
    """So that no import is late."""
    found = models(
        """
        Tree: {type: object, properties: {leaves: {$ref: '#/components/schemas/Leaf'}}}
        Leaf: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}
        """,
    )

    assert {"__init__", "leaf"} == set(found)
    assert "class Tree(Model):" in found["leaf"]


def test_modules_whose_names_differ_by_case_are_told_apart() -> None:
    """File systems may not see the difference."""
    found = models(
        """
        Tempo: {type: object, properties: {a: {}}}
        TEMPO: {type: object, properties: {b: {}}}
        """,
    )

    assert {"__init__", "tempo", "tempo_upper"} == set(found)
    assert "class TEMPO(Model):" in found["tempo_upper"]


def test_what_several_share_lives_with_none_of_them() -> None:
    """So that no import goes in a circle, and a reader finds it."""
    page = "{type: object, properties: {page: {type: object, properties: {n: {}}}}}"
    found = models(f"A: {page}\nB: {page}\n")

    assert {"__init__", "a", "b", "page"} == set(found)
    assert "from .page import Page" in found["a"]


def test_a_circle_says_who_is_in_it() -> None:
    """Whoever looks for one of them by its module finds it here."""
    schema = "{type: object, properties: {a: {$ref: '#/components/schemas/%s'}}}"
    two = models(f"One: {schema % 'Two'}\nTwo: {schema % 'One'}\n")
    names = ["A", "B", "C", "D", "E"]
    pairs = zip(names, [*names[1:], "A"], strict=True)
    five = models("".join(f"{one}: {schema % other}\n" for one, other in pairs))

    assert two["one"].startswith('"""`One` and `Two`, which refer to each other."""')
    assert five["a"].startswith('"""`A`, `B`, `C` and 2 more, which refer to each')


def test_parts_are_shared_wherever_they_stand() -> None:
    """What `allOf` combines has its parts elsewhere than its twin."""
    data = "properties: {data: {type: object, properties: {read: {}}}}"
    kit = "{title: Kit, type: object, %s}"
    found = models(
        f"""
        A: {{type: object, properties: {{kit: {kit % f"required: [data], {data}"}}}}}
        B:
          allOf:
          - {{type: object, properties: {{kit: {kit % data}}}}}
          - {{type: object, properties: {{kit: {kit % "required: [data]"}}}}}
        KitData: {{type: object, properties: {{write: {{}}}}}}
        """,
    )

    assert {"__init__", "a", "b", "kit", "kit_data"} == {*found}
    assert "from .kit import Kit\n" in found["b"]
    assert "Data" not in found["b"]


def test_an_index_lists_each_class_once() -> None:
    """However many schemas share it."""
    page = "{type: object, properties: {page: {type: object, properties: {n: {}}}}}"
    index = models(f"A: {page}\nB: {page}\n")["__init__"]

    assert 1 == index.count('    "Page",\n')
    assert 1 == index.count("import Page\n")


ZOO = """
paths:
  /zoo:
    post:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Zoo'}}}
      responses: {}
components:
  schemas:
    Zoo: {type: object, properties: {%s
      meta: {type: object, properties: {a: {}}},
      owner: {type: object, properties: {b: {}}}}}
"""


def test_parts_of_what_is_not_sent_as_a_whole_have_its_module() -> None:
    """It is called after what holds them, and not after the first of them."""
    more = "aaa: {type: object, properties: {c: {}}},"
    before, after = (files(ZOO % added) for added in ("", more))

    assert before.keys() == after.keys()
    assert '"""Parts of `Zoo`."""' in before["pets/params/zoo.py"]
    assert "class ZooAaaParam(TypedDict):" in after["pets/params/zoo.py"]
