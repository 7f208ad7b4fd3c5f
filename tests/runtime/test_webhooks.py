"""Receiving webhooks: verified where that is possible, and read as what they are."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest

from runtime.errors import MissingCredentials
from runtime.models import Model, Unknown
from runtime.webhook_errors import WebhookPayloadError, WebhookVerificationError
from runtime.webhook_events import ByHeader, ByShape, ByTag, Events
from runtime.webhook_signatures import GITHUB, STANDARD_WEBHOOKS, Scheme
from runtime.webhooks import EventReceiver, Kind, Receiver

KEY = "whsec_c2VjcmV0"


class Opened(Model):
    """Something was opened."""

    number: int


class Closed(Model):
    """Something was closed."""

    number: int


class Signed(EventReceiver[Any]):
    """Receives what is always signed."""

    env: ClassVar[str] = "SHOP_WEBHOOK_SECRET"
    scheme: ClassVar[Scheme | None] = STANDARD_WEBHOOKS
    events: ClassVar[Events] = ByTag(
        "type",
        {"opened": lambda: Opened, "closed": lambda: Closed, "true": lambda: int},
    )


class Unsigned(Signed):
    """Receives what may be signed; nothing says how."""

    scheme: ClassVar[Scheme | None] = None


class Unexplained(Signed):
    """Receives what is signed in some way."""

    scheme: ClassVar[Scheme | None] = None
    signature: ClassVar[str] = "X-Shop-Signature"


class ByEvent(Unsigned):
    """Receives what a header names, and then perhaps a property."""

    events: ClassVar[Events] = ByHeader(
        "X-Event",
        {"issue": ByTag("action", {"opened": lambda: Opened}), "ping": lambda: Closed},
        by_name=True,
    )


class Plain(Unsigned):
    """Receives what nothing tells apart."""

    events: ClassVar[Events] = ByShape(lambda: Opened | list[int])


def body(**values: object) -> bytes:
    """Write an object."""
    return json.dumps(values).encode()


OPENED = body(type="opened", number=1)


@pytest.fixture(autouse=True)
def no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out what the environment holds."""
    monkeypatch.delenv("SHOP_WEBHOOK_SECRET", raising=False)


def test_a_signed_event_has_the_class_that_its_tag_says() -> None:
    """Verified first, and read then."""
    hooks = Signed(KEY)

    event = hooks.parse(OPENED, hooks.sign(OPENED))

    assert Opened(number=1, type="opened") == event


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, bytes.decode])
def test_a_payload_is_bytes_of_any_kind_or_text(kind: Any) -> None:
    """As frameworks give it."""
    hooks = Signed(KEY)

    assert 1 == hooks.parse(kind(OPENED), hooks.sign(OPENED)).number


def test_names_of_headers_have_no_case() -> None:
    """Servers write them as they like."""
    hooks = Signed(KEY)
    headers = {name.title(): value for name, value in hooks.sign(OPENED).items()}

    assert 1 == hooks.parse(OPENED, headers).number


def test_an_event_that_is_not_known_is_kept() -> None:
    """With everything in it, so that it can be sent on."""
    value = {"type": "merged", "number": 1, "more": [1]}

    event = Unsigned().parse(body(**value))

    assert isinstance(event, Unknown)
    assert value == event.__json__()


def test_what_is_signed_is_not_read_without_a_signature() -> None:
    """Nor with a wrong one."""
    hooks = Signed(KEY)
    for headers in ({}, hooks.sign(b"{}"), Signed("whsec_b3RoZXI=").sign(OPENED)):
        with pytest.raises(WebhookVerificationError):
            hooks.parse(OPENED, headers)
    with pytest.raises(WebhookVerificationError):
        hooks.parse_as(Opened, OPENED)


def test_what_is_signed_is_not_read_without_a_secret() -> None:
    """Nobody forgets it without noticing; an empty one is none."""
    headers = Signed(KEY).sign(OPENED)
    for secret in (None, "", ()):
        with pytest.raises(MissingCredentials, match="SHOP_WEBHOOK_SECRET"):
            Signed(secret).parse(OPENED, headers)


def test_an_empty_secret_verifies_nothing_as_valid() -> None:
    """Also where nothing says that payloads are signed."""
    with pytest.raises(MissingCredentials):
        Unsigned().parse(OPENED, {}, secret="")


def test_the_header_that_cannot_be_checked_is_named() -> None:
    """That of the scheme, which the API may have of its own."""
    own = Signed(scheme=Scheme("X-Shop-Signature"))
    for hooks, header in ((Signed(), "webhook-signature"), (own, "X-Shop-Signature")):
        with pytest.raises(MissingCredentials, match=f"no secret to check `{header}`"):
            hooks.parse(OPENED)


@pytest.mark.parametrize("secret", [None, KEY])
def test_what_is_signed_in_an_unknown_way_is_not_read(secret: str | None) -> None:
    """Neither with a secret nor without one, unless somebody says so."""
    hooks = Unexplained(secret)
    for call in (
        lambda: hooks.parse(OPENED),
        lambda: hooks.verify(OPENED, {}),
        lambda: hooks.sign(OPENED),
    ):
        with pytest.raises(MissingCredentials, match="`X-Shop-Signature` cannot be"):
            call()

    assert 1 == hooks.parse(OPENED, verify=False).number


def test_an_unknown_way_can_be_told() -> None:
    """By a scheme of one's own."""
    told = Unexplained("s", scheme=Scheme("X-Shop-Signature", encoding="base64"))

    assert 1 == told.parse(OPENED, told.sign(OPENED)).number


def test_verification_may_be_left_to_others() -> None:
    """Who says so is taken at their word."""
    assert 1 == Signed().parse(OPENED, verify=False).number


def test_what_may_be_signed_is_verified_with_a_secret() -> None:
    """By Standard Webhooks, unless another scheme is given."""
    hooks = Unsigned()
    headers = hooks.sign(OPENED, secret=KEY)

    assert 1 == hooks.parse(OPENED).number
    assert 1 == hooks.parse(OPENED, headers, secret=KEY).number
    assert {"webhook-id", "webhook-timestamp", "webhook-signature"} == set(headers)
    with pytest.raises(WebhookVerificationError):
        hooks.parse(OPENED, secret=KEY)


def test_another_scheme_may_be_given() -> None:
    """Then it counts, and payloads are verified."""
    hooks = Unsigned("s", scheme=GITHUB)

    assert ["x-hub-signature-256"] == list(hooks.sign(OPENED))
    assert 1 == hooks.parse(OPENED, hooks.sign(OPENED)).number
    with pytest.raises(WebhookVerificationError):
        hooks.parse(OPENED)


def test_the_environment_may_hold_the_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read when it is needed."""
    hooks = Signed()
    headers = Signed(KEY).sign(OPENED)
    monkeypatch.setenv("SHOP_WEBHOOK_SECRET", KEY)

    assert 1 == hooks.parse(OPENED, headers).number
    monkeypatch.setenv("SHOP_WEBHOOK_SECRET", "")
    with pytest.raises(MissingCredentials):
        hooks.parse(OPENED, headers)


def test_a_replaced_secret_is_valid_as_long_as_it_is_given() -> None:
    """The new one first: it is the one to sign with."""
    hooks = Signed(("whsec_bmV3", KEY))

    hooks.verify(OPENED, Signed(KEY).sign(OPENED))
    Signed("whsec_bmV3").verify(OPENED, hooks.sign(OPENED))


def test_an_old_payload_is_refused() -> None:
    """Unless it may be as old as that."""
    headers = Signed(KEY).sign(OPENED, timestamp=1614265330)
    with pytest.raises(WebhookVerificationError, match="too old"):
        Signed(KEY).verify(OPENED, headers)

    Signed(KEY, tolerance=float("inf")).verify(OPENED, headers)


def test_a_header_says_which_event_it_is() -> None:
    """However the name is written, and then a property says more."""
    hooks = ByEvent()
    opened = body(action="opened", number=1)

    assert isinstance(hooks.parse(opened, {"x-event": "issue"}), Opened)
    assert isinstance(hooks.parse(opened, {"X-Event": "Issue"}), Opened)
    assert isinstance(hooks.parse(opened, {"X-Event": "ping"}), Closed)
    assert isinstance(hooks.parse(opened, {"X-Event": "other"}), Unknown)
    closed = body(action="closed")
    assert isinstance(hooks.parse(closed, {"X-Event": "issue"}), Unknown)


def test_a_header_that_says_so_must_be_there() -> None:
    """Whoever forgets to pass headers learns it."""
    with pytest.raises(WebhookPayloadError, match="no header `X-Event`"):
        ByEvent().parse(OPENED)


@pytest.mark.parametrize("payload", [b"", b"{", b"\xff", b"a=b", "<a/>"])
def test_what_is_no_json_is_refused(payload: bytes | str) -> None:
    """By an error of this package."""
    for hooks in (Unsigned(), Plain()):
        with pytest.raises(WebhookPayloadError, match="not JSON"):
            hooks.parse(payload)
    with pytest.raises(WebhookPayloadError, match="not JSON"):
        Unsigned().parse_as(Opened, payload)


@pytest.mark.parametrize("payload", [b"[]", b"1", b"null", b'"opened"', b'{"type":[]}'])
def test_what_has_no_tag_is_no_known_event(payload: bytes) -> None:
    """It is kept as it is."""
    event = Unsigned().parse(payload)

    assert not isinstance(event, Opened | Closed)


def test_a_tag_is_the_word_that_json_has_for_it() -> None:
    """`true` is no 1."""
    events = ByTag("a", {"true": lambda: Opened, "1": lambda: Closed})

    class Tagged(EventReceiver[Any]):
        """Receives what a boolean or a number tells apart."""

    Tagged.events = events

    assert isinstance(Tagged().parse(body(a=True, number=1)), Opened)
    assert isinstance(Tagged().parse(body(a=1, number=1)), Closed)


def test_what_fits_best_is_taken_where_nothing_tells_events_apart() -> None:
    """Of a few types."""
    assert isinstance(Plain().parse(OPENED), Opened)
    assert [1] == Plain().parse(b"[1]")


def test_a_payload_that_does_not_fit_is_kept_unless_it_must_fit() -> None:
    """As answers are."""
    odd = body(type="opened", number="many")

    assert "many" == Unsigned().parse(odd).number
    with pytest.raises(WebhookPayloadError, match=r"Opened: \$\.number"):
        Unsigned(validation="strict").parse(odd)


def test_a_payload_may_be_read_as_one_type() -> None:
    """Whatever event it is; also as bytes or text."""
    hooks = Receiver()

    assert Closed(number=1, type="opened") == hooks.parse_as(Closed, OPENED)
    assert b"a=b" == hooks.parse_as(bytes, "a=b")
    assert "a=b" == hooks.parse_as(str, b"a=b")
    assert [1] == hooks.parse_as(list[int], b"[1]")
    assert "a" == hooks.parse_as(Kind[str | int](str | int), b'"a"')


def test_secrets_do_not_show() -> None:
    """Nor in what is raised."""
    hooks = Signed(KEY)
    with pytest.raises(WebhookVerificationError) as raised:
        hooks.parse(OPENED, hooks.sign(b""))

    assert KEY not in f"{raised.value!r} {hooks!r}"
