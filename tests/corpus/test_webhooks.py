"""The webhooks of real descriptions are read as what they are."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from types import ModuleType

import pytest

from corpus.descriptions import Described, chosen
from corpus.webhooks import Delivery, deliveries

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def told_apart(described: Described) -> bool:
    """Tell whether something says which webhook a payload is of."""
    lowered = described.run.compiled.lowered
    assert lowered
    events, webhooks = lowered.api.events, lowered.api.webhooks
    return bool(events.header or events.property or len(webhooks) == 1)


def received(package: ModuleType, one: Delivery) -> str:
    """Return the class that a delivery is read as, after it was verified."""
    hooks = package.webhooks.Webhooks("whsec_c2VjcmV0")
    body = json.dumps(one.payload)
    event = hooks.parse(body, {**hooks.sign(body), **one.headers})
    return type(event).__name__


def test_a_webhook_has_the_class_that_is_described(
    described: Described, record_property: Callable[[str, object], None]
) -> None:
    """Its documented examples, and one that is made from its schema."""
    sent = list(deliveries(described))
    if not sent or not told_apart(described):
        pytest.skip("nothing tells webhooks apart, or there are none")
    sys.path.insert(0, str(described.written))
    package = importlib.import_module(described.package)
    record_property("webhooks", (described.slug, f"{len(sent)} payloads"))

    wrong = [one.key for one in sent if received(package, one) not in one.expected]
    assert [] == wrong
