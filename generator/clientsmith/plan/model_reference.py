"""The models in the reference: what each has, and the values that enumerations list.

A small API has them on the page of its methods, with a sentence for each attribute. A
large one has pages by their first letters, and attributes by name and type alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clientsmith.ir import (
    UNTAGGED,
    AliasSchema,
    Api,
    ByTag,
    Declaration,
    EnumSchema,
    Nullable,
    ObjectSchema,
    Property,
    Type,
    Union,
    bare,
    types_of,
    undeclared,
)

from .annotations import received
from .attributes import Attributes
from .beside import ReferenceModel, ReferenceModels
from .casing import named
from .code import Code, code, join, prose
from .headings import without_headings
from .layout import Layout, Place
from .module import Names
from .package import Page
from .sentences import first_sentence, in_one_line

_ON_ONE_PAGE = 800
"""How many attributes are described beside the methods."""
_ON_A_PAGE = 4000
"""How many lines another page has."""
_LISTED = 50
"""How many values of an enumeration are listed; of a large API fewer."""
_LISTED_BRIEFLY = 20
_LONGEST = 300
"""How much is shown of a type that has no name."""


class ModelReference(Struct, frozen=True):
    """The models, beside the methods or on pages of their own."""

    models: tuple[ReferenceModel, ...]
    links: Code
    pages: tuple[Page, ...] = ()


def plan_model_reference(
    api: Api, layout: Layout, attributes: Attributes, title: Code
) -> ModelReference:
    """Describe the models, in the order of their names."""
    defined = {
        place: api.declarations[at] for at, place in reversed([*layout.models.items()])
    }
    size = sum(len(types_of(one)) for one in defined.values())
    described = _Described(api, layout, attributes, brief=size > _ON_ONE_PAGE)
    models = {
        place.name: described.model(place, defined[place])
        for place in sorted(defined, key=lambda place: place.name)
    }
    if size <= _ON_ONE_PAGE:
        return ModelReference(tuple(models.values()), Code(""))
    pages = _by_letter(models)
    links = [code("[{0}](reference/models/{0}.md)", named(each)) for each in pages]
    return ModelReference(
        (),
        join(", ", links),
        tuple(
            Page(f"reference/models/{each}.md", ReferenceModels(title, tuple(those)))
            for each, those in pages.items()
        ),
    )


def _by_letter(
    models: Mapping[str, ReferenceModel],
) -> dict[str, list[ReferenceModel]]:
    """Put models on pages by their first letter, or several where it has many."""
    pages: dict[str, list[ReferenceModel]] = {}
    lines: Counter[str] = Counter()
    for name, model in models.items():
        letter = name.lstrip("_")[:1].lower() or "_"
        number = lines[letter] // _ON_A_PAGE + 1
        page = letter if number == 1 else f"{letter}{number}"
        pages.setdefault(page, []).append(model)
        lines[letter] += len(model.lines) + 2
    return pages


class _Described:
    """Says what there is to say of a model, a line for each thing that it has."""

    def __init__(
        self, api: Api, layout: Layout, attributes: Attributes, *, brief: bool
    ) -> None:
        self._names = Names(api, layout.models, "")
        self._attributes = attributes
        self._brief = brief

    def model(self, place: Place, declaration: Declaration) -> ReferenceModel:
        """Describe a model, an enumeration or what else has a name."""
        about = "" if self._brief else _sentence(declaration.docs)
        return ReferenceModel(
            name=named(place.name),
            about=(prose(about),) if about else (),
            lines=tuple(self._lines(place, declaration)),
        )

    def _lines(self, place: Place, declaration: Declaration) -> Iterator[Code]:
        match declaration:
            case ObjectSchema(properties=properties):
                keys = self._attributes.of[place]
                for one in properties:
                    if not one.write_only:
                        yield self._attribute(one, keys[one.key])
                others = undeclared(declaration)
                if others is not None:
                    yield code("anything else: {}", self._type(others))
            case EnumSchema(members=members):
                most = _LISTED_BRIEFLY if self._brief else _LISTED
                values = [f"`{_value(one.value)}`" for one in members[:most]]
                more = len(members) - len(values)
                rest = f" and {more} more" if more else ""
                yield prose(f"one of {', '.join(values)}{rest}")
            case AliasSchema(type=Union(variants=variants, selection=ByTag(key))):
                for variant in variants:
                    tags = " or ".join(map(_tag, variant.tags))
                    said = prose(in_one_line(f"where `{key}` is {tags}"))
                    yield code("{}, {}", self._type(variant.type), said)
                yield Code("`Unknown`, otherwise")
            case AliasSchema(type=type_):
                yield self._type(type_)

    def _attribute(self, one: Property, attribute: str) -> Code:
        type_ = one.type if one.required else Nullable(one.type)
        required = Code(" (required)") if one.required else Code("")
        about = "" if self._brief else _sentence(one.docs)
        said = code(". {}", prose(about)) if about else Code("")
        return code("`{}`{}: {}{}", named(attribute), required, self._type(type_), said)

    def _type(self, type_: Type) -> Code:
        text = received(bare(type_), self._names.refer).text
        if len(text) <= _LONGEST:
            return code("`{}`", text)
        return prose(f"`{text[:_LONGEST]}…`")


def _tag(tag: str) -> str:
    return "absent" if tag == UNTAGGED else f"`{_value(tag)}`"


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _sentence(docs: str) -> str:
    return in_one_line(without_headings(first_sentence(docs))) if docs.strip() else ""
