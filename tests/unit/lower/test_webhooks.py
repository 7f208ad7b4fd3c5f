"""Webhooks and callbacks: wherever a description has them, and what their parts are."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import Diagnostic
from clientsmith.ir import RAW, Array, Direction, Primitive, Webhook
from clientsmith.pointer import Pointer
from unit.compiling import START, api, problems

OLD = START.replace("3.1.0", "3.0.3")
PET = "{content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}"
PETS = (
    "components: {schemas: {Pet: {type: object, properties: {id: {type: string}}}}}\n"
)
AT = Pointer("", ("components", "schemas", "Pet"))


UNSIGNED = "webhook-signature"


def webhooks(text: str, start: str = START) -> list[Webhook]:
    """Lower the webhooks of a document."""
    return list(api(f"{text}\n{PETS}paths: {{}}", start).webhooks)


def codes(found: list[Diagnostic]) -> list[str]:
    """List the codes of problems."""
    return [each.code for each in found]


def test_a_webhook_has_its_name_method_and_payload() -> None:
    """In an order of their own."""
    b = f"b: {{put: {{requestBody: {PET}}}}}"
    found = webhooks(f"webhooks: {{{b}, a: {{post: {{summary: Hi.}}}}}}")

    assert [("a", "POST", "Hi."), ("b", "PUT", "")] == [
        (each.key, each.method, each.docs) for each in found
    ]
    assert RAW == found[0].type
    assert AT == getattr(found[1].type, "to", None)


def test_a_path_item_may_be_a_reference() -> None:
    """With parameters for all of its operations."""
    parameter = "{name: X-Event, in: header, schema: {type: string}}"
    item = f"{{parameters: [{parameter}], post: {{requestBody: {PET}}}}}"
    found = webhooks(
        "webhooks: {a: {$ref: '#/x-items/A'}}\n" + f"x-items: {{A: {item}}}"
    )

    assert ["X-Event"] == [each.name for each in found[0].parameters]


def test_webhooks_of_3_0_are_an_extension() -> None:
    """With the schemas of 3.0."""
    schema = "{schema: {type: string, nullable: true}}"
    body = f"{{content: {{application/json: {schema}}}}}"
    found = webhooks(f"x-webhooks: {{a: {{post: {{requestBody: {body}}}}}}}", OLD)

    assert ["a"] == [each.key for each in found]
    assert Primitive("string") == getattr(found[0].type, "inner", None)


def test_what_is_described_twice_is_one_webhook() -> None:
    """Beside the standard field, the extension adds what that lacks."""
    found = webhooks(
        f"webhooks: {{a: {{post: {{requestBody: {PET}}}}}}}\n"
        "x-webhooks: {a: {post: {}}, b: {post: {}}}"
    )

    assert [("webhooks", "a"), ("x-webhooks", "b")] == [
        each.at.steps[:2] for each in found
    ]


def test_an_extension_that_holds_something_else_is_reported() -> None:
    """Once; it is an extension, and no error."""
    found = problems("paths: {}\nx-webhooks: {a: {post: 1}, b: [1]}\n")

    assert ["webhook-invalid", "webhook-invalid"] == codes(found)


def test_what_is_sent_to_others_is_received_here() -> None:
    """And what these answer is sent."""
    text = (
        f"webhooks: {{a: {{post: {{requestBody: {PET}, "
        "responses: {'200': {description: d, content: {application/json: "
        "{schema: {type: object, properties: {ok: {type: boolean}}}}}}}}}}\n"
    )
    found = api(f"{text}{PETS}paths: {{}}")
    answers = [at for at in found.declarations if "responses" in at.steps]

    assert Direction.RESPONSE == found.directions[AT]
    assert [Direction.REQUEST] == [found.directions[at] for at in answers]


def test_json_is_read_if_a_webhook_may_send_it() -> None:
    """The others are named."""
    content = "{content: {text/plain: {}, application/vnd.x+json: {}}}"
    found = webhooks(f"webhooks: {{a: {{post: {{requestBody: {content}}}}}}}")
    said = problems(
        f"paths: {{}}\nwebhooks: {{a: {{post: {{requestBody: {content}}}}}}}\n"
    )

    assert "application/vnd.x+json" == getattr(found[0].payload, "content_type", None)
    assert ["media-type-unused", UNSIGNED] == codes(said)


def test_what_is_no_json_is_text_or_bytes() -> None:
    """A form is text; both are reported."""
    kinds = ("application/x-www-form-urlencoded", "text/csv", "image/png")
    for kind, type_ in zip(kinds, (Primitive("string"),) * 2 + (RAW,), strict=True):
        text = (
            f"webhooks: {{a: {{post: {{requestBody: {{content: {{{kind}: {{}}}}}}}}}}}}"
        )

        assert [type_] == [each.type for each in webhooks(text)]
        said = problems(f"paths: {{}}\n{text}\n")
        assert ["webhook-content", UNSIGNED] == codes(said)


def test_an_operation_has_callbacks() -> None:
    """By reference or not, several under one name, and callbacks of callbacks."""
    text = f"""
paths:
  /pets:
    post:
      responses: {{"204": {{description: d}}}}
      callbacks:
        born: {{$ref: "#/components/callbacks/Born"}}
        fed:
          "{{$request.query.url}}":
            post:
              requestBody: {PET}
              callbacks: {{again: {{"{{$url}}": {{post: {{requestBody: {PET}}}}}}}}}
              responses: {{"204": {{description: d}}}}
          x-more: 1
  /cats:
    post:
      responses: {{"204": {{description: d}}}}
      callbacks: {{born: {{$ref: "#/components/callbacks/Born"}}}}
components:
  callbacks:
    Born: {{"{{$request.body#/url}}": {{post: {{requestBody: {PET}}}}}}}
  schemas: {{Pet: {{type: object}}}}
"""
    found = api(text).callbacks

    assert [
        ("born", "{$request.body#/url}"),
        ("fed", "{$request.query.url}"),
        ("again", "{$url}"),
    ] == [(each.webhook.key, each.expression) for each in found]


def test_a_payload_without_a_name_is_an_event() -> None:
    """Called after its webhook."""
    schema = "{schema: {type: array, items: {type: object, properties: {a: {}}}}}"
    text = (
        "paths: {}\nwebhooks: {pet-born: {post: {requestBody: "
        f"{{content: {{application/json: {schema}}}}}}}}}}}\n"
    )
    found = api(text)

    assert isinstance(found.webhooks[0].type, Array)
    assert ["pet_born_event"] == [
        each.name.snake for each in found.declarations.values()
    ]


def signed(header: str, more: str = "") -> str:
    """Describe a webhook that has a header."""
    parameter = f"{{name: {header}, in: header, schema: {{type: string}}}}"
    item = f"{{post: {{parameters: [{parameter}]}}}}"
    return f"paths: {{}}\nwebhooks: {{a: {item}}}{more}"


@pytest.mark.parametrize(
    "header",
    ["X-Lago-Signature", "X-Shopify-Hmac-Sha256", "linear-signature", "X_HMAC"],
)
def test_a_header_that_looks_like_a_signature_is_one(header: str) -> None:
    """How it is made is asked for, with lines to paste."""
    found = problems(signed(header))

    assert header == api(signed(header)).signature
    assert ["webhook-signature"] == codes(found)
    assert f'header = "{header}"' in found[0].paste


def test_webhooks_that_nothing_shows_to_be_signed_are_reported() -> None:
    """Since anybody may send what is read; one that is signed by a scheme is not."""
    (found,) = problems(signed("X-Unique-Key"))
    said = "\nx-clientsmith-webhooks: {scheme: github}"

    assert (UNSIGNED, "#/webhooks/a/post") == (found.code, str(found.at))
    assert "read unverified, unless a secret is given" in found.message
    assert "[targets.NAME.webhooks]" in found.paste
    assert [] == problems(signed("X-Unique-Key", said))
    assert [] == problems("paths: {}")


@pytest.mark.parametrize(
    "header",
    [
        "X-Lago-Signature-Algorithm",
        "X-Signature-Timestamp",
        "X-Unique-Key",
        "'Sig na`'",
    ],
)
def test_another_header_is_none(header: str) -> None:
    """Whatever it says of signatures."""
    assert "" == api(signed(header)).signature
    assert ["nothing"] == [one.message[:7] for one in problems(signed(header))]


def test_a_signature_that_is_known_is_not_asked_for() -> None:
    """By its header, or by the extension."""
    scheme = "\nx-clientsmith-webhooks: {scheme: hmac, header: X-Lago-Signature}"
    for text in (signed("Stripe-Signature"), signed("X-Lago-Signature", scheme)):
        assert "" == api(text).signature
        assert [] == codes(problems(text))


def test_a_callback_may_be_signed() -> None:
    """As webhooks are."""
    parameter = "{name: X-Signature, in: header, schema: {type: string}}"
    text = f"""
paths:
  /pets:
    post:
      responses: {{"204": {{description: d}}}}
      callbacks: {{fed: {{"{{$url}}": {{post: {{parameters: [{parameter}]}}}}}}}}
"""

    assert "X-Signature" == api(text).signature
