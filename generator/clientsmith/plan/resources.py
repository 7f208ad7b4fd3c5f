"""One module for each resource: its requests, and the two classes that send them."""

from __future__ import annotations

from collections import defaultdict

from clientsmith.ir import Api, Name, Resource

from .arguments import streams
from .code import Code, docstring, literal
from .header_classes import HeaderClasses
from .imports import Import, isorted, render_imports, settled
from .layout import Layout
from .methods import plan_classes
from .module import path_of
from .operations import Planned
from .package import Page, ResourceModule
from .request_classes import plan_requests
from .resource_names import about_resource
from .scope import Scope
from .sentences import first_sentence


def plan_resources(
    api: Api, layout: Layout, planned: list[Planned], headers: HeaderClasses
) -> list[Page]:
    """Plan one module for each resource."""
    by_resource: defaultdict[tuple[Name, ...], list[Planned]] = defaultdict(list)
    for one in planned:
        by_resource[one.resource].append(one)
    children: defaultdict[tuple[Name, ...], list[Resource]] = defaultdict(list)
    for each in api.resources:
        children[each.path[:-1]].append(each)
    streaming = streams(api)
    pages: list[Page] = []
    for resource in api.resources:
        own = by_resource[resource.path]
        below = children[resource.path]
        scope = Scope(api, layout, resource, below, own, headers, streaming=streaming)
        sources = tuple(str(one.operation.at) for one in own)
        pages.append(Page(path_of(scope.here), _module(scope), sources=sources))
    return pages


def _module(scope: Scope) -> ResourceModule:
    builders = plan_requests(scope)
    classes = plan_classes(scope)
    type_checking = _type_checking(scope)
    about = first_sentence(about_resource(scope.resource))
    return ResourceModule(
        docstring=docstring(f"`client.{scope.dotted}`: {about}"),
        imports=render_imports(scope.imports, scope.here.lstrip(".")),
        type_checking=type_checking,
        exports=tuple(literal(name) for name in sorted(scope.defined, key=isorted)),
        builders=builders,
        classes=classes,
    )


def _type_checking(scope: Scope) -> tuple[Code, ...]:
    wanted = scope.checked | scope.names.imports | scope.inputs.names.imports
    known = {one.bound for one in scope.imports}
    wanted = {one for one in settled(wanted) if one.bound not in known}
    if not wanted:
        return ()
    scope.imports.add(Import("typing", "TYPE_CHECKING"))
    return (render_imports(wanted, scope.here.lstrip(".")),)
