"""All pages of a package, in the order in which they are written."""

from __future__ import annotations

from msgspec.structs import replace

from .call_tests import plan_call_tests, plan_name_tests
from .client import plan_client
from .decided import Decided
from .documents import plan_project, plan_readme
from .download_tests import plan_download_tests
from .fakes import plan_testing
from .indexes import plan_folder_index, plan_package_index, plan_resources_index
from .layout import Place
from .middleware import plan_middleware
from .models import plan_models
from .operations import Planned
from .package import Page
from .params import plan_params
from .reference import plan_reference
from .resources import plan_resources
from .statuses import plan_errors
from .webhook_tests import plan_webhook_tests
from .webhooks import plan_webhooks


def bind(decided: Decided) -> list[Page]:
    """Plan all pages."""
    return [*_inside(decided, _modules(decided)), *_pages_beside(decided)]


def bind_versioned(decided: Decided) -> list[Page]:
    """Plan those alone that say the version."""
    modules = [_client(decided), _package_index(decided)]
    return [*_inside(decided, modules), _project(decided)]


def _inside(decided: Decided, pages: list[Page]) -> list[Page]:
    """Put pages into the folder of the package."""
    package = decided.options.package
    return [replace(page, path=f"{package}/{page.path}") for page in pages]


def _modules(decided: Decided) -> list[Page]:
    """Plan the modules of the package."""
    api, options = decided.api, decided.options
    layout, planned = decided.layout, decided.planned
    return [
        _client(decided),
        plan_errors(api, layout, decided.base),
        *plan_models(api, layout, decided.attributes, decided.members),
        *plan_params(api, layout, planned),
        *plan_resources(api, layout, planned, decided.headers),
        *decided.headers.pages,
        plan_resources_index(api),
        *plan_webhooks(api, layout, options.package, decided.callbacks),
        *(
            plan_testing(api, layout, planned, decided.secured)
            if options.testing
            else ()
        ),
        plan_middleware(options.extras),
        *_indexes(decided),
    ]


def _pages_beside(decided: Decided) -> list[Page]:
    """Plan what stands beside the package: documents and tests."""
    api, package, layout = decided.api, decided.options.package, decided.layout
    planned, callbacks = decided.planned, decided.callbacks
    secured, base = decided.secured, decided.base
    return [
        _project(decided),
        plan_readme(
            api,
            package,
            layout,
            planned,
            secured,
            callbacks,
            base,
            testing=decided.options.testing,
            extras=decided.options.extras,
        ),
        *plan_reference(
            api, package, layout, planned, callbacks, base, decided.attributes
        ),
        *_tests_of_calls(decided),
        *plan_webhook_tests(api, package, layout, callbacks),
        plan_name_tests(package),
    ]


def _tests_of_calls(decided: Decided) -> list[Page]:
    """Plan the tests that ask a fake."""
    if not decided.options.testing:
        return []
    api, package, planned = decided.api, decided.options.package, decided.planned
    return [
        plan_call_tests(api, package, decided.layout, planned),
        *plan_download_tests(api, package, planned),
    ]


def _files(planned: list[Planned]) -> list[Place]:
    """List the aliases of what may be sent as bytes, where something may."""
    arguments = [one for each in planned for one in each.arguments.any]
    bodies = [body for one in arguments for body in one.whole]
    found: list[Place] = []
    if any(body.kind == "bytes" for body in bodies):
        found.append(Place("._runtime.binary", "Content"))
    if any(one.file for one in arguments):
        found.append(Place("._runtime.sources", "FileInput"))
    return found


def _indexes(decided: Decided) -> list[Page]:
    layout, planned = decided.layout, decided.planned
    accepted = list(layout.params.values())
    accepted += [
        Place(one.params_module, name)
        for one in planned
        if one.params
        for name in one.params_classes
    ]
    accepted += _files(planned)
    received = list(layout.models.values())
    if "Unknown" not in {place.name for place in received}:
        received.append(Place("._runtime.models", "Unknown"))
    return [
        _package_index(decided),
        plan_folder_index(
            "models",
            "The objects that the API sends.",
            received,
        ),
        plan_folder_index(
            "params",
            "The shapes that requests accept, as typed dictionaries.",
            accepted,
        ),
    ]


def _client(decided: Decided) -> Page:
    options = decided.options
    return plan_client(decided.api, options.package, options.version, decided.secured)


def _project(decided: Decided) -> Page:
    options = decided.options
    return plan_project(decided.api, options.package, options.version, options.extras)


def _package_index(decided: Decided) -> Page:
    return plan_package_index(
        decided.api,
        decided.planned,
        base_error=decided.base,
        version=decided.options.version,
        folders={
            "headers": bool(decided.headers.pages),
            "testing": decided.options.testing,
            "webhooks": bool(decided.api.incoming),
        },
    )
