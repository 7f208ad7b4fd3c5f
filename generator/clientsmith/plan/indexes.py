"""Packages that import their names when they are first used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from clientsmith.ir import Api

from .arguments import stream_of
from .client import api_title
from .code import Code, code, docstring, literal
from .credentials import asks_for_tokens
from .imports import Import, isorted, render_imports
from .layout import Place
from .operations import Planned
from .package import Export, FolderModule, IndexModule, Page
from .resource_names import resource_class, resource_module

_CLIENTS = {
    "AsyncClient": ".client",
    "Client": ".client",
    "ProblemDetails": "._runtime.problem",
    "Request": "._runtime.request",
    "RequestOptions": "._runtime.options",
    "Response": "._runtime.response",
    "RetryPolicy": "._runtime.retry",
}
_STREAMS = {
    "AsyncStream": "._runtime.async_streams",
    "Stream": "._runtime.streams",
    "StreamRequest": "._runtime.request",
    "UnknownEvent": "._runtime.event_types",
}
_PAGES = {
    "AsyncPages": "._runtime.async_pages",
    "Page": "._runtime.paging",
    "PagedRequest": "._runtime.paging",
    "Pages": "._runtime.pages",
}
_DOWNLOADS = {
    "AsyncDownload": "._runtime.async_downloads",
    "Download": "._runtime.downloads",
}
_GRANTS = {
    "AuthorizationCode": "._runtime.grants",
    "ClientCredentials": "._runtime.grants",
    "PasswordGrant": "._runtime.grants",
    "RefreshToken": "._runtime.grants",
    "Token": "._runtime.token_types",
}
"""What tokens are asked for with, where an API takes tokens."""


_MODULES = ("errors", "middleware", "models", "params", "resources")


def plan_package_index(
    api: Api,
    planned: Iterable[Planned],
    *,
    base_error: str,
    version: str,
    folders: Mapping[str, bool],
) -> Page:
    """Plan the package's own `__init__`: what its methods take, return and raise."""
    names = _named(api, list(planned))
    places = [Place(module, name) for name, module in names.items()]
    places.append(Place(".errors", base_error))
    about = f"Python client of version {api.version} of the {api_title(api)}."
    content = _index(
        about,
        "__init__",
        places,
        modules=(*_MODULES, *(name for name, there in folders.items() if there)),
        constants=(
            (
                code("__version__ = {}", literal(version)),
                code("__api_version__ = {}", literal(api.version)),
            ),
        ),
        eager=("__version__", "__api_version__"),
    )
    return Page("__init__.py", content)


def _named(api: Api, planned: list[Planned]) -> dict[str, str]:
    """List what this API has of the runtime, and where that is."""
    found = dict(_CLIENTS)
    if any(stream_of(one.operation) for one in planned):
        found |= _STREAMS
    if any(one.pages for one in planned):
        found |= _PAGES
    if any(one.download_method for one in planned):
        found |= _DOWNLOADS
    if asks_for_tokens(api):
        found |= _GRANTS
    return found


def plan_folder_index(folder: str, about: str, places: Iterable[Place]) -> Page:
    """Plan the `__init__` of a folder."""
    listed = sorted(set(places), key=lambda place: place.name)
    content: FolderModule | IndexModule = FolderModule(docstring(about))
    if listed:
        content = _index(about, f"{folder}.__init__", listed)
    return Page(f"{folder}/__init__.py", content)


def _index(
    about: str,
    here: str,
    places: list[Place],
    *,
    modules: tuple[str, ...] = (),
    constants: tuple[tuple[Code, ...], ...] = (),
    eager: tuple[str, ...] = (),
) -> IndexModule:
    lazy = Import("._runtime.lazy", "lazy_exports")
    imports = {
        Import("__future__", "annotations"),
        Import("typing", "TYPE_CHECKING"),
        lazy,
    }
    checked = {Import(place.module, place.name) for place in places}
    checked |= {Import(".", module) for module in modules}
    names: defaultdict[str, list[str]] = defaultdict(list, {".": [*modules]})
    for place in places:
        names[_here(place.module, here)].append(place.name)
    public = [name for listed in names.values() for name in listed]
    return IndexModule(
        docstring=docstring(about),
        imports=render_imports(imports, here),
        type_checking=render_imports(checked, here),
        exports=tuple(
            Export(literal(module), literal(tuple(sorted(listed))))
            for module, listed in sorted(names.items())
            if listed
        ),
        names=tuple(map(literal, sorted({*eager, *public}, key=isorted))),
        constants=constants,
    )


def _here(module: str, here: str) -> str:
    """Spell a module from where the index stands: `.models.pet` is `.pet`."""
    folder, _, _ = here.rpartition(".")
    if not folder:
        return module
    inside = f".{folder}."
    return (
        f".{module.removeprefix(inside)}" if module.startswith(inside) else f".{module}"
    )


def plan_resources_index(api: Api) -> Page:
    """Plan the `__init__` of `resources`: the classes of each, for annotations."""
    places = [
        Place(resource_module(resource.path), kind + resource_class(resource.path))
        for resource in api.resources
        for kind in ("", "Async")
    ]
    about = "Groups of operations, as attributes of a client."
    return plan_folder_index("resources", about, places)
