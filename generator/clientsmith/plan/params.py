"""The modules of typed dictionaries: of schemas, and of what operations accept."""

from __future__ import annotations

from clientsmith.ir import AliasSchema, Api, Declaration

from .code import docstring
from .imports import render_imports
from .inputs import Inputs, define
from .layout import Layout
from .module import about, by_module, needs, path_of
from .operation_params import define_params
from .operations import Planned
from .order import cycles, dependencies_first
from .package import Definition, DefinitionsModule, Page


def plan_params(api: Api, layout: Layout, planned: list[Planned]) -> list[Page]:
    """Plan one page for each module of typed dictionaries.

    An operation whose body has parts without a name of their own is defined in
    one module with them.
    """
    declared = by_module(api, layout.params)
    operations = {one.params_module: one for one in planned if one.params}
    return [
        _page(api, layout, module, declared.get(module, []), operations.get(module))
        for module in sorted({*declared, *operations})
    ]


def _page(
    api: Api,
    layout: Layout,
    module: str,
    declarations: list[Declaration],
    operation: Planned | None,
) -> Page:
    inputs = Inputs(api, layout, module)
    definitions: list[Definition] = []
    for one in _in_order(declarations, layout):
        definitions.append(define(one, inputs))
        inputs.defined.add(layout.params[one.at])
    sources = [str(one.at) for one in declarations]
    told = about(declarations, layout.params) if declarations else ""
    if operation and (params := define_params(operation, inputs)):
        told = f"What `client.{operation.dotted}` accepts."
        definitions += params
        sources.append(str(operation.operation.at))
    content = DefinitionsModule(
        docstring=docstring(told),
        imports=render_imports(inputs.names.imports, module.lstrip(".")),
        definitions=tuple(definitions),
    )
    return Page(path_of(module), content, sources=tuple(sources))


def _in_order(declarations: list[Declaration], layout: Layout) -> list[Declaration]:
    """Put parts before what they are part of, and before all the aliases of circles.

    These are evaluated late. Pyright takes one for a variable where the typed
    dictionaries that it names stand above it, and refer to it; and where it names
    another one that stands below.
    """
    known = {one.at: one for one in declarations}
    needed = needs(declarations, layout.params)
    circles = [circle for circle in cycles(needed) if len(circle) > 1]
    late = {
        at for circle in circles for at in circle if isinstance(known[at], AliasSchema)
    }
    ordered = dependencies_first(known, needed.__getitem__)
    first = dependencies_first(
        [at for at in ordered if at in late],
        lambda at: [below for below in needed[at] if below in late],
    )
    return [known[at] for at in (*first, *(at for at in ordered if at not in late))]
