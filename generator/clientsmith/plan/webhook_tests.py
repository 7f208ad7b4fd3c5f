"""Tests beside a package: each webhook and callback, signed, received and read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from clientsmith.ir import (
    Api,
    Event,
    MediaType,
    ObjectSchema,
    Reference,
    Type,
    Webhook,
    bare,
    is_json,
    name_of,
)
from clientsmith.pointer import Pointer

from .beside import WebhookTest, WebhookTests
from .callbacks import PlannedCallback
from .casing import argument_name, named
from .code import Code, code, join, literal
from .examples import Examples
from .imports import Import, render_imports
from .layout import Layout
from .package import Page
from .samples import answer_of, tagged
from .shared_samples import SharedSamples

_RAW = b"\x00\x01"
_IMPORTS = (
    Import("__future__", "annotations"),
    Import("json"),
    Import("collections.abc", "Callable"),
    Import("typing", "TypeAlias"),
    Import("pytest"),
)


def plan_webhook_tests(
    api: Api, package: str, layout: Layout, callbacks: list[PlannedCallback]
) -> list[Page]:
    """Plan one test for each webhook and callback, if there is any."""
    if not api.incoming:
        return []
    planned = _Tests(api, layout, callbacks)
    tests = planned.plan()
    used = {Import(package, name) for name in ("errors", "webhooks")}
    if any(test.checks for test in tests):
        used.add(Import(package, "models"))
    used.add(Import(f"{package}._runtime.to_json", "to_json"))
    content = WebhookTests(
        imports=render_imports({*_IMPORTS, *used}, "test_webhooks"),
        constants=planned.constants,
        webhooks=tests,
    )
    return [Page("tests/test_webhooks.py", content)]


class _Tests:
    """The tests while they are planned: each has a name of its own."""

    def __init__(
        self, api: Api, layout: Layout, callbacks: list[PlannedCallback]
    ) -> None:
        self._api = api
        self._layout = layout
        self._callbacks = callbacks
        self._examples = Examples(api.declarations)
        self._taken = set[str]()
        self._samples = self._sampled()
        self._shared = SharedSamples(
            (one.key, self._samples[one.at]) for one in api.incoming
        )

    @property
    def constants(self) -> tuple[Code, ...]:
        """Write what several tests send."""
        shared = self._shared.constants
        return tuple(code("{}: JSON = {}", name, value) for name, value in shared)

    def plan(self) -> tuple[WebhookTest, ...]:
        """Plan a test for each webhook, and one for each callback."""
        webhooks = map(self._of_webhook, self._api.webhooks)
        return (*webhooks, *map(self._of_callback, self._callbacks))

    def _sampled(self) -> dict[Pointer, object]:
        """Make a payload of everything that arrives."""
        api = self._api
        told = {one.at: self._sample(one, _event(api, one)) for one in api.webhooks}
        called = [one.callback.webhook for one in self._callbacks]
        return told | {one.at: self._sample(one, None) for one in called}

    def _of_webhook(self, webhook: Webhook) -> WebhookTest:
        """Plan what `parse` is given, and which event that is."""
        event = _event(self._api, webhook)
        told = [code("{{{}: {}}}", *pair) for pair in self._headers(event)]
        return WebhookTest(
            name=self._named(argument_name(name_of(webhook.key))),
            kind=_kind(webhook),
            expected=self._shared.spell(self._samples[webhook.at]),
            received=join(", ", [Code("webhooks.parse"), _body(webhook), *told]),
            checks=tuple(self._checks(event)),
        )

    def _of_callback(self, planned: PlannedCallback) -> WebhookTest:
        """Plan what the function of a callback is given."""
        webhook = planned.callback.webhook
        parse = code("webhooks.{}", named(planned.name))
        return WebhookTest(
            name=self._named(planned.name),
            kind=_kind(webhook),
            expected=self._shared.spell(self._samples[webhook.at]),
            received=join(", ", [parse, _body(webhook)]),
            checks=tuple(self._is_model(webhook.type)),
        )

    def _named(self, wanted: str) -> Code:
        name = f"test_{wanted}"
        while name in self._taken:
            name += "_"
        self._taken.add(name)
        return named(name)

    def _sample(self, webhook: Webhook, event: Event | None) -> object:
        """Return a payload, with what says which event it is."""
        if not isinstance(webhook.payload, MediaType):
            return _RAW
        if not _is_json(webhook.payload):
            return "text"
        value = answer_of(self._examples, webhook.type)
        key = self._api.events.property
        if key is None or event is None or not isinstance(value, dict):
            return value
        return tagged(cast("dict[str, object]", value), key, event.tags)

    def _headers(self, event: Event) -> Iterator[tuple[Code, Code]]:
        if header := self._api.events.header:
            yield literal(header), literal(event.name)

    def _checks(self, event: Event) -> Iterator[Code]:
        """Compare the class, where something says which one it is."""
        events = self._api.events
        if events.header is not None or events.property is not None:
            yield from self._is_model(event.type)

    def _is_model(self, type_: Type) -> Iterator[Code]:
        inner = bare(type_)
        if not isinstance(inner, Reference):
            return
        if isinstance(self._api.declarations[inner.to], ObjectSchema):
            model = named(self._layout.models[inner.to].name)
            yield code("assert isinstance(event, models.{})", model)


def _event(api: Api, webhook: Webhook) -> Event:
    return next(one for one in api.events.events if webhook.at in one.webhooks)


def _kind(webhook: Webhook) -> Code:
    """Return the type of what is sent."""
    if not isinstance(webhook.payload, MediaType):
        return Code("bytes")
    return Code("JSON") if _is_json(webhook.payload) else Code("str")


def _is_json(payload: MediaType) -> bool:
    return payload.as_json or is_json(payload.content_type)


def _body(webhook: Webhook) -> Code:
    """Write what is sent: JSON, or what is expected as it is."""
    is_written = _kind(webhook) == "JSON"
    return Code("json.dumps(expected)") if is_written else Code("expected")
