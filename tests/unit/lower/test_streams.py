"""Streams are found by their media type, and by what selects them."""

from __future__ import annotations

import pytest

from clientsmith.ir import (
    Anything,
    EventStream,
    JsonLines,
    MediaType,
    Primitive,
    Reference,
)
from clientsmith.pointer import Pointer
from unit.compiling import api, operations, problems

BODY = (
    "requestBody: {content: {application/json: {schema: "
    "{type: object, properties: {stream: {type: boolean%s}}}}}}"
)
STREAM = "text/event-stream: {schema: {type: string}}"
JSON = "application/json: {schema: {type: string}}"
PATH = "/a: {post: {%s, responses: {'200': {description: x, content: {%s}}}}}"


SCHEMA = Pointer("", ("components", "schemas"))


def content(body: str, media_types: str) -> list[object]:
    """Lower one operation and return what its response may hold."""
    operation = operations(PATH % (body, media_types))[0]
    return [*operation.responses[0].content]


def test_events_of_3_1_are_described_by_their_data() -> None:
    """The idiom of a schema for each event's data."""
    stream = content("operationId: a", STREAM)[0]

    assert isinstance(stream, EventStream)
    assert Primitive("string") == stream.event
    assert (None, None) == (stream.selected_by, stream.terminator)


def test_a_boolean_property_selects_the_stream() -> None:
    """Such APIs end their streams as OpenAI does."""
    stream = content(BODY % "", f"{JSON}, {STREAM}")[1]

    assert isinstance(stream, EventStream)
    assert ("stream", "[DONE]") == (stream.selected_by, stream.terminator)


def test_lines_of_json_are_a_stream() -> None:
    """By each of their media types."""
    for name in ("application/jsonl", "application/x-ndjson", "application/ndjson"):
        stream = content("operationId: a", f"{name}: {{itemSchema: {{type: string}}}}")

        assert isinstance(stream[0], JsonLines)
        assert Primitive("string") == stream[0].item


def test_prose_makes_an_untyped_stream() -> None:
    """With a hint that shows the overlay that types it."""
    told = BODY % ", description: Send server-sent events."
    stream = content(told, JSON)[1]
    found = problems("paths:\n  " + PATH % (told, JSON))

    assert isinstance(stream, EventStream)
    assert Anything() == stream.event
    assert ["stream-untyped"] == [one.code for one in found]
    assert "- target: \"$.paths['/a'].post.responses['200'].content\"" in found[0].paste


SCHEMAS = """
components:
  schemas:
    Answer: {type: object, properties: {a: {}}}
    StreamedAnswer: {type: object, properties: {b: {}}}
    NonStreamedAnswer: {type: object, properties: {c: {}}}
"""
TOLD = BODY % ", description: Send server-sent events."


def either(*names: str) -> str:
    """Describe an answer that is one of several schemas, and no stream."""
    refs = ", ".join(f"{{$ref: '#/components/schemas/{name}'}}" for name in names)
    path = PATH % (TOLD, f"application/json: {{schema: {{oneOf: [{refs}]}}}}")
    return f"paths:\n  {path}{SCHEMAS}"


@pytest.mark.parametrize("plain", ["Answer", "NonStreamedAnswer"])
def test_a_variant_that_is_called_a_stream_is_what_streams(plain: str) -> None:
    """And the answer is the other one; the hint has the lines that say it for sure."""
    text = either("StreamedAnswer", plain)
    (response,) = api(text).operations[0].responses
    answer, stream = response.content
    (found,) = problems(text)

    assert isinstance(answer, MediaType)
    assert isinstance(stream, EventStream)
    assert (Reference(SCHEMA / plain), Reference(SCHEMA / "StreamedAnswer")) == (
        answer.type,
        stream.event,
    )
    assert "taken for `StreamedAnswer`, by its name" in found.message
    assert '      schema: {$ref: "#/components/schemas/StreamedAnswer"}' in found.paste


@pytest.mark.parametrize(
    "names", [("Answer", "NonStreamedAnswer"), ("Answer",), ("StreamedAnswer",)]
)
def test_without_one_that_is_the_only_one_events_stay_untyped(
    names: tuple[str, ...],
) -> None:
    """What may be meant is in the lines to paste."""
    text = either(*names)
    (found,) = [one for one in problems(text) if one.code == "stream-untyped"]
    stream = api(text).operations[0].responses[0].content[-1]

    assert isinstance(stream, EventStream)
    assert Anything() == stream.event
    assert '      schema: {$ref: "#/components/schemas/StreamedAnswer"}' in found.paste


@pytest.mark.parametrize(
    ("default", "said"),
    [(", default: true", "unless `stream` is false"), ("", "if `stream` is true")],
)
def test_one_value_that_a_parameter_makes_endless_is_reported(
    default: str, said: str
) -> None:
    """A call would wait for its end; what is described as a stream is none of it."""
    asked = (
        f"parameters: [{{name: stream, in: query, schema: {{type: boolean{default}}}}}]"
    )
    (found,) = problems("paths:\n  " + PATH % (asked, JSON))

    assert ("stream-untyped", "#/paths/~1a/post/parameters/0") == (
        found.code,
        str(found.at),
    )
    assert said in found.message
    assert (
        "- target: \"$.paths['/a'].post.responses['200'].content\"",
        "  update:",
        "    application/x-ndjson: {schema: …}",
    ) == found.paste
    assert [] == problems("paths:\n  " + PATH % (asked, f"{JSON}, {STREAM}"))
    assert [] == problems("paths:\n  " + PATH % (asked, "image/png: {}"))


def test_a_terminator_may_be_given() -> None:
    """By an extension."""
    media_type = "text/event-stream: {x-clientsmith-terminator: END, schema: {}}"
    stream = content("operationId: a", media_type)[0]

    assert isinstance(stream, EventStream)
    assert "END" == stream.terminator


def test_bytes_are_text_in_a_stream() -> None:
    """An event carries text; what is bytes as a whole body cannot be."""
    schema = "{schema: {type: string, format: binary}}"
    text = f"""\
paths:
  /a: {{get: {{responses: {{"200": {{description: x, content:
    {{text/event-stream: {schema}}}}}}}}}}}
"""
    content = api(text).operations[0].responses[0].content[0]

    assert isinstance(content, EventStream)
    assert Primitive("string") == content.event
