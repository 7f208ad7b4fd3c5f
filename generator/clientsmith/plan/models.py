"""Models: what answers are made of, one file for each schema with its inline parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clientsmith.ir import (
    AliasSchema,
    Api,
    Constant,
    Declaration,
    Direction,
    EnumSchema,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Type,
    children,
    references,
    unchecked,
    undeclared,
)
from clientsmith.pointer import Pointer

from .aliases import define_alias
from .annotations import NONE, NULL, checked, opened, received
from .asserts import ASSERTS, asserting
from .attributes import Attributes
from .casing import named
from .code import Code, code, docstring, join, literal
from .enum_classes import define_enum
from .enum_members import Members
from .imports import Import, render_imports
from .layout import Layout, Place
from .module import (
    Names,
    about,
    by_module,
    described,
    needs,
    own_docs,
    path_of,
    with_docs,
)
from .order import dependencies_first
from .package import (
    ClassDefinition,
    Definition,
    DefinitionsModule,
    Page,
)

_ASSUMED = Import("._runtime.assumed", "Assumed")
_MODEL = Import("._runtime.models", "Model")
_POSTPONED = Import("__future__", "annotations")


def plan_models(
    api: Api, layout: Layout, attributes: Attributes, members: Members
) -> list[Page]:
    """Plan one page for each module of models.

    What is only ever sent is not judged, and models of it are not marked.
    """
    judged = {
        place
        for at, place in layout.models.items()
        if api.directions.get(at) is not Direction.REQUEST
    }
    return [
        _page(
            api,
            layout,
            attributes,
            members,
            module,
            [
                one if layout.models[one.at] in judged else unchecked(one)
                for one in declarations
            ],
        )
        for module, declarations in by_module(api, layout.models).items()
    ]


def _page(
    api: Api,
    layout: Layout,
    attributes: Attributes,
    members: Members,
    module: str,
    declarations: list[Declaration],
) -> Page:
    names = Names(api, layout.models, module, {_POSTPONED})
    ordered, early = _in_order(declarations, layout.models)
    definitions = tuple(
        _definition(one, names, attributes, members, early=one.at in early)
        for one in ordered
    )
    content = DefinitionsModule(
        docstring=docstring(about(declarations, layout.models)),
        imports=render_imports(names.imports, module.lstrip(".")),
        definitions=definitions,
    )
    sources = tuple(str(one.at) for one in declarations)
    return Page(path_of(module), content, sources=sources)


def _in_order(
    declarations: list[Declaration], places: Mapping[Pointer, Place]
) -> tuple[list[Declaration], frozenset[Pointer]]:
    """Put parts before what they are part of, and aliases after their classes.

    The second value names the aliases for which that cannot be done.
    """
    known = {one.at: one for one in declarations}
    ordered = dependencies_first(known, needs(declarations, places).__getitem__)
    evaluated = needs(declarations, places, _evaluated)
    above = {at: {*others} for at, others in evaluated.items()}
    placed: dict[Pointer, None] = {}
    waiting: list[Pointer] = []
    for pointer in ordered:
        waiting.append(pointer)
        while ready := [at for at in waiting if above[at] <= placed.keys()]:
            placed |= dict.fromkeys(ready)
            waiting = [at for at in waiting if at not in ready]
    return [known[pointer] for pointer in [*placed, *waiting]], frozenset(waiting)


def _evaluated(declaration: Declaration) -> Iterable[Pointer]:
    """List what has to stand above a definition: annotations in classes wait."""
    return references(declaration.type) if isinstance(declaration, AliasSchema) else ()


def _definition(
    declaration: Declaration,
    names: Names,
    attributes: Attributes,
    members: Members,
    *,
    early: bool,
) -> Definition:
    match declaration:
        case ObjectSchema():
            return _class(declaration, names, attributes)
        case EnumSchema() if names.places[declaration.at] in members.of:
            return define_enum(declaration, names, members)
        case EnumSchema():
            value = checked(opened(declaration), declaration.checks)
            return define_alias(declaration, names.take(value), names)
        case AliasSchema(type=type_):
            value = received(type_, names.refer)
            value = NULL if value == NONE else checked(value, declaration.checks)
            return define_alias(declaration, names.take(value), names, early=early)


def _class(
    declaration: ObjectSchema,
    names: Names,
    attributes: Attributes,
) -> ClassDefinition:
    base = _ASSUMED if declaration.assumed else _MODEL
    names.imports.add(base)
    shown = [one for one in declaration.properties if not one.write_only]
    place = names.places[declaration.at]
    named_by = attributes.of[place]
    fields = [_field(one, named_by[one.key], names) for one in shown]
    return ClassDefinition(
        name=named(place.name),
        base=named(base.name),
        docstring=docstring(described(declaration), indent=4),
        fields=(*fields, *_undeclared(declaration, names)),
        decorators=_asserting(declaration, names),
    )


def _asserting(declaration: ObjectSchema, names: Names) -> tuple[Code, ...]:
    if not declaration.checks:
        return ()
    names.imports.add(ASSERTS)
    return (asserting(declaration.checks),)


def _undeclared(declaration: ObjectSchema, names: Names) -> list[Code]:
    """Type the properties that have no name, under the library's own name for them.

    https://docs.pydantic.dev/latest/concepts/models/#extra-data
    """
    others = undeclared(declaration)
    if others is None:
        return []
    text = names.take(received(others, names.refer))
    names.imports.add(Import("pydantic", "Field"))
    line = code("__pydantic_extra__: dict[str, {}] = Field(init=False)", text)
    return [with_docs(line, "Properties that have no name of their own.", indent=4)]


def _field(property_: Property, attribute: str, names: Names) -> Code:
    annotation = received(property_.type, names.refer)
    if not property_.required:
        annotation = annotation.optional
    text = names.take(annotation)
    marks = _marks(property_, attribute, names)
    if marks:
        names.imports.add(Import("typing", "Annotated"))
        text = code("Annotated[{}, {}]", text, join(", ", marks))
    line = code("{}: {}{}", named(attribute), text, _default(property_))
    return with_docs(line, own_docs(property_, names), indent=4)


def _marks(property_: Property, attribute: str, names: Names) -> list[Code]:
    """Say beside the type of a field what else is known of it."""
    marks: list[Code] = []
    facts = _facts(property_, attribute, names)
    if facts:
        names.imports.add(Import("pydantic", "Field"))
        marks.append(code("Field({})", join(", ", facts)))
    if property_.checks:
        names.imports.add(ASSERTS)
        marks.append(asserting(property_.checks))
    return marks


def _facts(property_: Property, attribute: str, names: Names) -> list[Code]:
    """List what the library has to know of a field beside its type."""
    facts: list[Code] = []
    if attribute != property_.key:
        facts.append(code("alias={}", literal(property_.key)))
    if _is_secret(property_.type, names.api.declarations):
        facts.append(Code("repr=False"))
    return facts


def _is_secret(type_: Type, declarations: Mapping[Pointer, Declaration]) -> bool:
    """Tell whether a password is a part of a type; objects hide their own."""
    seen: set[Pointer] = set()
    pending = [type_]
    while pending:
        one = pending.pop()
        if isinstance(one, Primitive) and one.format == "password":
            return True
        if isinstance(one, Reference) and one.to not in seen:
            seen.add(one.to)
            declared = declarations[one.to]
            pending += [declared.type] if isinstance(declared, AliasSchema) else []
        pending += children(one)
    return False


def _default(property_: Property) -> Code:
    if not property_.required:
        return Code(" = None")
    if isinstance(property_.type, Constant):
        return code(" = {}", literal(property_.type.value))
    return Code("")
