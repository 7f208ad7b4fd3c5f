"""Type checkers know what webhooks and callbacks are read as."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from golden.checkers import mypy, pyright
from golden.packages import generate, write

pytestmark = pytest.mark.types

HANDLER = '''\
"""Receives parcels."""

from typing import assert_type

from parcels import models, webhooks


def handle(body: bytes, headers: dict[str, str]) -> str:
    """Say what happened: every event has a branch."""
    match webhooks.parse(body, headers, secret=("new", "old")):
        case models.ParcelDeliveredEvent() as delivered:
            assert_type(delivered, models.ParcelDeliveredEvent)
            return delivered.parcel.id
        case models.ParcelLost() as lost:
            assert_type(lost.parcel, models.Parcel)
            return lost.parcel.id
        case models.Unknown() as unknown:
            assert_type(unknown, models.Unknown)
            return repr(unknown)
        case list() as depots:
            return ", ".join(depots)
        case bytes() as label:
            return repr(label)


def annotated(event: webhooks.WebhookEvent) -> bool:
    """Take any event."""
    return isinstance(event, models.ParcelLost)


hooks = webhooks.Webhooks("secret", tolerance=10, validation="strict")
signed = hooks.sign("{}", message_id="msg_1", timestamp=0)
assert_type(signed, dict[str, str])
assert_type(hooks.parse("{}", signed), webhooks.WebhookEvent)
assert_type(hooks.parse_as(models.Parcel, b"{}", signed), models.Parcel)
assert_type(hooks.parse_as(list[int], b"[]", signed), list[int])
assert_type(webhooks.parse_price_asked("[]"), list[models.PriceAskedEvent])
assert_type(webhooks.parse_moved("{}"), str | models.Parcel)
assert_type(webhooks.parse_parcels_create_status_changed("{}"), models.Parcel)
webhooks.verify(b"", signed)
'''
WRONG = '''\
from parcels import models, webhooks

webhooks.parse({"type": "parcel"}, {})
webhooks.parse(b"", {}, secrets="s")
parcel: models.Parcel = webhooks.parse(b"", {})
webhooks.parse_price_asked("[]")[0].price
webhooks.Webhooks(1)
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write the package that receives the most."""
    write(generate("parcels"), tmp_path)
    shutil.rmtree(tmp_path / "tests")
    return tmp_path


def test_events_are_told_apart_by_their_classes(folder: Path) -> None:
    """Both checkers know every branch, and that there is no other."""
    (folder / "handler.py").write_text(HANDLER, "utf-8")

    assert not mypy(folder)
    assert not pyright(folder)


def test_mistakes_are_found(folder: Path) -> None:
    """Each line of them, by both checkers."""
    (folder / "wrong.py").write_text(WRONG, "utf-8")
    for said in (mypy(folder), pyright(folder)):
        assert {3, 4, 5, 6, 7} == {
            line for line in range(8) if f"wrong.py:{line}:" in said
        }
