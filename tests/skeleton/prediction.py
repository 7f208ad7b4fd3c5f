"""Which statements a page has by its plan, before anything is rendered.

The plan's tree of values says what stands where; the pieces of text at its
leaves are read one by one, each as what its place asks for.
"""

from __future__ import annotations

from clientsmith.plan.beside import CallTests, DownloadTests, NameTests, WebhookTests
from clientsmith.plan.package import (
    ClientModule,
    Content,
    DefinitionsModule,
    ErrorsModule,
    FakesModule,
    FolderModule,
    IndexModule,
    MakingModule,
    ResourceModule,
    WebhooksModule,
)
from skeleton import nodes, parts
from skeleton.call_tests import tests_beside
from skeleton.definitions import definitions, errors, index
from skeleton.fakes import testing
from skeleton.resources import client, resource
from skeleton.webhooks import webhooks


def predicted(content: Content) -> nodes.Body:
    """Return the statements of a page; none where it holds no Python.

    Raises:
        MisplacedError: A piece of the plan is more than its place has room for.
    """
    match content:
        case FolderModule(docstring=docstring):
            return [parts.docstring(docstring)]
        case DefinitionsModule():
            return definitions(content)
        case IndexModule():
            return index(content)
        case ErrorsModule():
            return errors(content)
        case ClientModule():
            return client(content)
        case ResourceModule():
            return resource(content)
        case FakesModule() | MakingModule():
            return testing(content)
        case WebhooksModule():
            return webhooks(content)
        case CallTests() | DownloadTests() | NameTests() | WebhookTests():
            return tests_beside(content)
        case _:
            return []
