"""What tells webhooks apart, and when nothing does."""

from __future__ import annotations

import pytest

from clientsmith.ir import Events, Union
from unit.compiling import START, api, compiled, problems

HEADER = "{{name: {name}, in: header{more}, schema: {schema}}}"


def body(**properties: str) -> str:
    """Describe an object that requires some properties."""
    listed = ", ".join(f"{key}: {schema}" for key, schema in properties.items())
    required = ", ".join(properties)
    schema = f"{{type: object, required: [{required}], properties: {{{listed}}}}}"
    return f"requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}"


def header(name: str, schema: str = "{type: string}", more: str = "") -> str:
    """Describe a header that a webhook has."""
    return f"parameters: [{HEADER.format(name=name, schema=schema, more=more)}]"


def document(*webhooks: str, extension: str = "") -> str:
    """Write a document with webhooks `a: …`."""
    listed = [each.partition(": ") for each in webhooks]
    lines = [f"  {name}: {{post: {{{about}}}}}" for name, _, about in listed]
    said = f"x-clientsmith-webhooks: {extension}\n" if extension else ""
    return "\n".join(["paths: {}", "webhooks:", *lines, said])


def events(*webhooks: str, extension: str = "") -> Events:
    """Tell webhooks apart."""
    return api(document(*webhooks, extension=extension)).events


def told(found: Events) -> dict[tuple[str, tuple[str, ...]], list[str]]:
    """List which webhooks each event is of."""
    return {
        (each.name, each.tags): [at.steps[1] for at in each.webhooks]
        for each in found.events
    }


def const(value: str) -> str:
    """Describe one value."""
    return f"{{const: {value}}}"


TEXT = "{type: string}"


def test_a_property_with_constants_tells_webhooks_apart() -> None:
    """Whatever it is called, but rather a name for that."""
    found = events(
        f"a: {body(version=const('1'), type=const('x.a'), object=const('e'))}",
        f"b: {body(version=const('2'), type=const('x.b'), object=const('e'))}",
    )

    assert "type" == found.property
    assert {("", ("x.a",)): ["a"], ("", ("x.b",)): ["b"]} == told(found)


def test_the_property_need_not_be_required() -> None:
    """A payload without it is no known event."""
    optional = body(kind=const("a")).replace("required: [kind], ", "")
    found = events(f"a: {optional}", f"b: {body(kind=const('b'))}")

    assert "kind" == found.property


def test_several_webhooks_may_send_the_same() -> None:
    """Whatever its tag is, their payload has one class."""
    both = body(type="{enum: [x, y]}")
    found = events(f"a: {both}", f"b: {both}", f"c: {body(type=const('z'), n=TEXT)}")

    assert {("", ("z",)), ("", ("x", "y"))} >= {key for key in told(found) if key[1]}


def test_a_header_with_constants_tells_webhooks_apart() -> None:
    """Before any property does."""
    found = events(
        f"a: {header('X-Kind', const('one'))}, {body(n=const('1'))}",
        f"b: {header('X-Kind', const('two'))}, {body(n=const('2'))}",
    )

    assert ("X-Kind", None, False) == (found.header, found.property, found.by_name)
    assert {("one", ()): ["a"], ("two", ()): ["b"]} == told(found)


def test_a_header_for_events_holds_names_of_webhooks() -> None:
    """What a property says again, they hold without it: as on GitHub."""
    event = header("X-Acme-Event", more=", example: pull_request")
    found = events(
        f"pull-request-opened: {event}, {body(action=const('opened'))}",
        f"pull-request-auto-merge-on: {event}, {body(action=const('auto_merge_on'))}",
        f"pull-request-promoted-to-main: {event}, {body(action=const('promote'))}",
        f"push: {event}, {body(ref=TEXT)}",
    )

    assert ("X-Acme-Event", "action", True) == (
        found.header,
        found.property,
        found.by_name,
    )
    assert {
        ("pull_request", ("opened",)): ["pull-request-opened"],
        ("pull_request", ("auto_merge_on",)): ["pull-request-auto-merge-on"],
        ("pull_request", ("promote",)): ["pull-request-promoted-to-main"],
        ("push", ()): ["push"],
    } == told(found)


def test_a_header_of_which_nothing_shows_what_it_holds_is_not_trusted() -> None:
    """It may hold anything, and every event would be unknown."""
    event = header("X-Acme-Event")
    found = events(f"a: {event}, {body(x=TEXT)}", f"b: {event}, {body(y=TEXT)}")

    assert (None, None) == (found.header, found.property)


def test_a_webhook_may_say_what_it_is_called() -> None:
    """By an extension, which an overlay can add."""
    event = header("X-Acme-Event")
    found = events(
        f"a: x-clientsmith-event: one, {event}, {body(x=TEXT)}",
        f"b: x-clientsmith-event: two/three, {event}, {body(y=TEXT)}",
    )

    assert {("one", ()): ["a"], ("two_three", ()): ["b"]} == told(found)


def test_a_property_may_hold_names_of_webhooks() -> None:
    """If one of them shows it: by a constant, or by an example."""
    shown = "{type: string, example: pet.born}"
    found = events(f"pet-born: {body(type=shown)}", f"pet.fed: {body(type=TEXT)}")

    assert ("type", True) == (found.property, found.by_name)
    assert {("", ("pet-born",)): ["pet-born"], ("", ("pet.fed",)): ["pet.fed"]} == told(
        found
    )


def test_standard_webhooks_hold_their_name_in_their_type() -> None:
    """As that specification recommends."""
    both = (f"pet.born: {body(type=TEXT, a=TEXT)}", f"pet.fed: {body(type=TEXT)}")

    assert None is events(*both).property
    said = events(*both, extension="{scheme: standard-webhooks}")
    assert ("type", True) == (said.property, said.by_name)


def test_one_webhook_is_what_arrives() -> None:
    """Unless a constant says that it is one of several."""
    found = events(f"a: {body(kind=const('x'), type='{enum: [y, z]}')}")
    tagged = events(f"a: {body(type=const('x'))}")

    assert (None, None) == (found.header, found.property)
    assert "type" == tagged.property


def test_nothing_may_tell_webhooks_apart() -> None:
    """Then what fits best is taken; a payload that fits two is shown."""
    both = (f"a: {body(x=TEXT)}", f"b: {body(x=TEXT, y=TEXT)}")
    found = events(*both)
    said = problems(document(*both))

    assert isinstance(found.events[0].type, Union)
    assert ["webhook-signature", "webhook-order"] == [each.code for each in said]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("{event_header: X-Topic}", ("x-topic", None)),
        ("{event_property: name}", (None, "name")),
    ],
)
def test_what_tells_webhooks_apart_may_be_said(
    setting: str, expected: tuple[str | None, str | None]
) -> None:
    """Where the description does not show it."""
    found = events(
        f"a: {body(name=TEXT)}", f"b: {body(name=TEXT, n=TEXT)}", extension=setting
    )

    assert expected == (found.header, found.property)
    assert found.by_name


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("X-Hub-Signature-256", "github"),
        ("Stripe-Signature", "stripe"),
        ("x-slack-signature", "slack"),
        ("Webhook-Signature", "standard-webhooks"),
        ("svix-signature", "standard-webhooks"),
        ("X-Signature", None),
    ],
)
def test_a_header_shows_how_webhooks_are_signed(name: str, scheme: str | None) -> None:
    """If everybody calls it so."""
    found = api(document(f"a: {header(name)}"))

    assert scheme == found.signing.scheme


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("{scheme: magic}", "`scheme` must be one of"),
        ("{sheme: github}", "did you mean `scheme`?"),
        ("{scheme: hmac}", "needs the `header`"),
        ("{scheme: github, prefix: a}", "`prefix` has no effect"),
        ("{scheme: hmac, header: X, content: '{timestamp}'}", "must hold `{body}`"),
        ("{scheme: hmac, header: X, content: '{timestamp}{body}'}", "needs a"),
        ("{scheme: hmac, header: X, content: '{id}{body}'}", "needs an `id_header`"),
    ],
)
def test_an_extension_that_makes_no_sense_is_reported(
    extension: str, message: str
) -> None:
    """And has no effect."""
    text = document("a: summary: Hi.", extension=extension)
    (found,) = problems(text)

    assert "webhook-signing" == found.code
    assert message in found.message
    lowered = compiled(text, START).lowered
    assert lowered
    assert None is lowered.api.signing.scheme
