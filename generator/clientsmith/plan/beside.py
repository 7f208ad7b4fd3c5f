"""What stands beside a package: how to begin, every method, tests, how to install."""

from __future__ import annotations

from msgspec import Struct

from .code import Code


class ReadmeSection(Struct, frozen=True):
    """What a user of this API meets beside plain calls, with an example."""

    title: Code
    about: Code
    example: Code


class WebhooksGuide(Struct, frozen=True):
    """How webhooks and callbacks are received."""

    package: Code
    parse: Code
    """What makes an event of a request."""
    about: Code
    """Where the secret comes from."""


class Readme(Struct, frozen=True):
    """What a user reads first."""

    title: Code
    about: tuple[Code, ...]
    package: Code
    distribution: Code
    setup: tuple[Code, ...]
    configured: Code
    credentials: tuple[Code, ...]
    notes: tuple[Code, ...]
    first_call: tuple[Code, ...]
    sections: tuple[ReadmeSection, ...]
    webhooks: tuple[WebhooksGuide, ...]
    """How to receive webhooks and callbacks, if there are any: one or none."""
    base_error: Code
    further: tuple[ReadmeSection, ...]
    """What a user comes to later."""


class ReferenceArgument(Struct, frozen=True):
    """One row of the table of arguments."""

    name: Code
    type: Code
    about: Code


class ReferenceMethod(Struct, frozen=True):
    """One operation in the reference."""

    call: Code
    endpoint: Code
    about: Code
    example: Code
    """How it is called with what it needs, and how its stream is read."""
    tables: tuple[tuple[ReferenceArgument, ...], ...]
    """The arguments, if there are any: one table or none."""
    returns: Code
    notes: tuple[Code, ...]
    """What else there is to know of its answers, a paragraph each."""
    raises: tuple[tuple[Code, ...], ...]


class ReferenceResource(Struct, frozen=True):
    """The methods that are found in one place."""

    name: Code
    about: tuple[Code, ...]
    methods: tuple[ReferenceMethod, ...]


class ReferenceWebhook(Struct, frozen=True):
    """One webhook or callback in the reference."""

    call: Code
    key: Code
    type: Code
    answers: Code
    about: Code
    details: tuple[Code, ...] = ()
    """All that is said of it, where that is more than a paragraph."""


class ReferenceEntry(Struct, frozen=True):
    """One line of the contents: a link, and a sentence."""

    link: Code
    about: Code


class ReferenceContents(Struct, frozen=True):
    """The methods of one resource in the contents."""

    link: Code
    entries: tuple[ReferenceEntry, ...]


class ReferenceModel(Struct, frozen=True):
    """A model in the reference, with a line for each of its attributes or values."""

    name: Code
    about: tuple[Code, ...]
    lines: tuple[Code, ...]


class ReferenceModels(Struct, frozen=True):
    """The models of a large API whose names begin with one letter."""

    title: Code
    models: tuple[ReferenceModel, ...]


class Reference(Struct, frozen=True):
    """Every method: contents, and what is said of each if that fits on one page."""

    title: Code
    package: Code
    base_error: Code
    contents: tuple[ReferenceContents, ...]
    resources: tuple[ReferenceResource, ...]
    webhooks: tuple[tuple[ReferenceWebhook, ...], ...]
    """A table of all that is received, if there is any: one or none."""
    models: tuple[tuple[ReferenceModel, ...], ...]
    """The models, if there are any and all fit on the page: one or none."""
    links: tuple[Code, ...]
    """Where they are otherwise."""


class ReferencePage(Struct, frozen=True):
    """What is said of the methods of a resource, and of those inside of it."""

    title: Code
    resources: tuple[ReferenceResource, ...]


class CallTest(Struct, frozen=True):
    """A call of a fake's client, which is answered as the document says."""

    name: Code
    expected: tuple[Code, ...]
    """What is returned, if anything is: a statement or none."""
    script: Code
    """What the fake is told to answer."""
    call: Code
    """The call, and where it keeps what is returned."""
    checks: tuple[Code, ...]


class CallTests(Struct, frozen=True):
    """The tests that are generated beside the package."""

    imports: Code
    calls: tuple[CallTest, ...]
    streams: tuple[CallTest, ...]


class DownloadTest(Struct, frozen=True):
    """A call whose answer is bytes, read in each of the ways there are."""

    name: Code
    script: Code
    call: Code


class DownloadTests(Struct, frozen=True):
    """The tests of what hands out bytes."""

    imports: Code
    downloads: tuple[DownloadTest, ...]


class NameTests(Struct, frozen=True):
    """The test of what is public."""

    package: Code


class WebhookTest(Struct, frozen=True):
    """A webhook or callback that arrives, signed, as the document describes it."""

    name: Code
    kind: Code
    """The type of what is sent: JSON, or what is no JSON."""
    expected: Code
    """What is sent, and is what the event says again."""
    received: Code
    """What reads it, the body, and the headers that say which event it is."""
    checks: tuple[Code, ...]


class WebhookTests(Struct, frozen=True):
    """The tests of what the API sends by itself."""

    imports: Code
    constants: tuple[Code, ...]
    """What several of them send."""
    webhooks: tuple[WebhookTest, ...]


class Project(Struct, frozen=True):
    """What installs the package."""

    distribution: Code
    package: Code
    description: Code
    version: Code
    optional: tuple[Code, ...]
    """The table of what may be installed beside it: one or none."""
