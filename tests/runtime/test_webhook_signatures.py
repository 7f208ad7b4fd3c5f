"""Signatures of webhooks: those that senders publish, and what is wrong with others."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.webhook_errors import WebhookVerificationError
from runtime.webhook_signatures import (
    GITHUB,
    SLACK,
    STANDARD_WEBHOOKS,
    STRIPE,
    Scheme,
    sign,
    verify,
)

KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"test": 2432232314}'
SENT = 1614265330
HEADERS = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": str(SENT),
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
"""As in the test vectors of Standard Webhooks."""
SLACK_BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
    b"&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url="
    b"https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
    b"96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121."
    b"803a0bc887a14d10d2c447fce8b6703c"
)
SCHEMES = [
    GITHUB,
    SLACK,
    STANDARD_WEBHOOKS,
    STRIPE,
    Scheme("x-signature", encoding="base64", algorithm="sha512"),
    Scheme("x-signature", algorithm="sha1", prefix="sha1="),
    Scheme(
        "X-Signature",
        content="{id}|{body}|{timestamp}",
        timestamp_header="X-Time",
        timestamp_format="milliseconds",
        id_header="X-Id",
    ),
    Scheme(
        "X-Signature",
        content="{timestamp}{body}",
        timestamp_header="X-Time",
        timestamp_format="rfc3339",
    ),
]
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def problem(
    scheme: Scheme = STANDARD_WEBHOOKS,
    *secrets: str | bytes,
    body: bytes = BODY,
    now: float = SENT,
    **headers: str | None,
) -> str:
    """Return what is wrong with the headers of the vector, some of them changed."""
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    given = {**HEADERS, **changed}
    kept = {name: value for name, value in given.items() if value is not None}
    try:
        verify(scheme, secrets or (KEY,), body, kept, now=now)
    except WebhookVerificationError as error:
        return str(error)
    return ""


def lowered(headers: dict[str, str]) -> dict[str, str]:
    """Return headers as servers give them."""
    return {name.lower(): value for name, value in headers.items()}


def test_the_vector_of_standard_webhooks_is_right() -> None:
    """Secrets are base64 after a prefix, which may be left out."""
    assert "" == problem()
    assert "" == problem(STANDARD_WEBHOOKS, KEY.removeprefix("whsec_"))
    assert "" == problem(STANDARD_WEBHOOKS, base64.b64decode(KEY[6:]))


def test_the_vector_of_standard_webhooks_is_signed_again() -> None:
    """Signing gives the headers that were verified."""
    name = HEADERS["webhook-id"]

    assert sign(STANDARD_WEBHOOKS, KEY, BODY, name=name, now=SENT) == HEADERS


def test_older_names_of_the_headers_are_read() -> None:
    """Svix sent them before there was a standard."""
    headers = {
        name.replace("webhook-", "svix-"): value for name, value in HEADERS.items()
    }

    verify(STANDARD_WEBHOOKS, [KEY], BODY, headers, now=SENT)


def test_the_vector_of_github_is_right() -> None:
    """The body alone, with no time."""
    headers = {
        "x-hub-signature-256": (
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        )
    }

    verify(GITHUB, ["It's a Secret to Everybody"], b"Hello, World!", headers, now=0)


def test_the_vector_of_slack_is_right() -> None:
    """A version, the time and the body, which is a form."""
    headers = {
        "x-slack-request-timestamp": "1531420618",
        "x-slack-signature": (
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
        ),
    }
    key = "8f742231b10e8888abcd99yyyzzz85a5"

    verify(SLACK, [key], SLACK_BODY, headers, now=1531420618)


def test_a_header_of_stripe_holds_time_and_signatures() -> None:
    """Signatures of other kinds are passed over; one of several is enough."""
    content = b"1492774577." + BODY
    digest = hmac.new(b"whsec_test", content, hashlib.sha256).hexdigest()
    headers = {"stripe-signature": f"t=1492774577,v1={'0' * 64},v1={digest},v0=6ffb"}

    verify(STRIPE, ["whsec_test"], BODY, headers, now=1492774577)


def test_one_of_several_secrets_is_enough() -> None:
    """So that a secret can be replaced."""
    assert "" == problem(STANDARD_WEBHOOKS, "whsec_bmV3", KEY)


def test_one_of_several_signatures_is_enough() -> None:
    """Of the kinds that are known."""
    signature = HEADERS["webhook-signature"]

    assert "" == problem(webhook_signature=f"v1,AAAA v1a,BBBB {signature}")


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"webhook_signature": None}, "no signature in `webhook-signature`"),
        ({"webhook_signature": ""}, "no signature in `webhook-signature`"),
        ({"webhook_signature": "v1,"}, "no signature in `webhook-signature`"),
        ({"webhook_signature": "v2,AAAA"}, "no signature in `webhook-signature`"),
        ({"webhook_timestamp": None}, "there must be one `webhook-timestamp`"),
        ({"webhook_id": None}, "there must be one `webhook-id`"),
        ({"webhook_timestamp": "soon"}, "the timestamp is no time"),
        ({"webhook_timestamp": "nan"}, "the timestamp is no time"),
        ({"webhook_id": "msg_other"}, "the signature is not that of this payload"),
        (
            {"webhook_timestamp": str(SENT + 1)},
            "the signature is not that of this payload",
        ),
        ({"webhook_signature": "v1,AAAA"}, "the signature is not that of this payload"),
        ({"webhook_signature": "v1,ä"}, "the signature is not that of this payload"),
    ],
)
def test_a_changed_header_is_refused(
    changed: dict[str, str | None], message: str
) -> None:
    """Each of them is part of what is signed, or the signature itself."""
    assert message == problem(**changed)


def test_a_changed_body_is_refused() -> None:
    """Even if it means the same."""
    assert "" != problem(body=b'{"test":2432232314}')
    assert "" != problem(body=BODY + b"\n")
    assert "" != problem(body=b"")


def test_another_secret_is_refused() -> None:
    """Nothing of it is shown."""
    message = problem(STANDARD_WEBHOOKS, "whsec_c2VjcmV0")

    assert "the signature is not that of this payload" == message


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (SENT + 300, ""),
        (SENT + 301, "the payload is too old"),
        (SENT - 300, ""),
        (SENT - 301, "the payload is too far in the future"),
    ],
)
def test_a_payload_is_accepted_for_five_minutes(now: float, message: str) -> None:
    """Whoever has listened cannot send it again later; clocks may differ both ways."""
    assert message == problem(now=now)


def test_the_tolerance_may_be_set() -> None:
    """Zero seconds are none."""
    verify(STANDARD_WEBHOOKS, [KEY], BODY, HEADERS, now=SENT, tolerance=0)
    with pytest.raises(WebhookVerificationError):
        verify(STANDARD_WEBHOOKS, [KEY], BODY, HEADERS, now=SENT + 1, tolerance=0)


def test_a_secret_that_is_none_is_the_fault_of_who_gives_it() -> None:
    """It is no verification that fails, and the secret is not shown."""
    with pytest.raises(ValueError, match="the secret is not base64") as raised:
        problem(STANDARD_WEBHOOKS, "whsec_not!base64")

    assert "not!base64" not in str(raised.value)


def test_hexadecimal_is_read_in_either_case() -> None:
    """Senders write both."""
    headers = sign(GITHUB, "s", BODY, name="", now=0)
    upper = {name: f"sha256={value[7:].upper()}" for name, value in headers.items()}

    verify(GITHUB, ["s"], BODY, upper, now=0)


@every_scheme
@given(body=st.binary(), name=st.uuids(), now=st.integers(1, 2**33))
def test_what_is_signed_is_verified(
    scheme: Scheme, body: bytes, name: object, now: int
) -> None:
    """Whatever the body, and whenever."""
    headers = sign(scheme, KEY, body, name=str(name), now=now)

    verify(scheme, [KEY], body, lowered(headers), now=now)


@every_scheme
@given(body=st.binary(), other=st.binary())
def test_the_signature_of_another_body_is_refused(
    scheme: Scheme, body: bytes, other: bytes
) -> None:
    """Whatever the difference."""
    headers = sign(scheme, KEY, body + b"1", name="msg_1", now=SENT)
    with pytest.raises(WebhookVerificationError):
        verify(scheme, [KEY], other + b"2", lowered(headers), now=SENT)


@given(st.text(), st.text(), st.text())
def test_headers_may_hold_anything(signature: str, timestamp: str, name: str) -> None:
    """What is no signature is refused, and nothing else happens."""
    assert "" != problem(
        webhook_signature=signature, webhook_timestamp=timestamp, webhook_id=name
    )


def test_a_moment_without_an_offset_is_none() -> None:
    """Nobody knows when it was."""
    scheme = replace(SCHEMES[-1])
    headers = lowered(sign(scheme, "s", BODY, name="", now=SENT))
    headers["x-time"] = headers["x-time"].removesuffix("Z")
    with pytest.raises(WebhookVerificationError, match="no time"):
        verify(scheme, ["s"], BODY, headers, now=SENT)
