"""Methods of real packages are called as somebody would call them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from clientsmith.ir import Content, MediaType, Primitive, name_of
from clientsmith.resolve import members
from corpus.descriptions import Described, chosen
from corpus.names import measured, modifying, repeating, speaking_http

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)

REPEATING = {
    "asana": (4, "a `user task list` is no task, a `graph export` one of two"),
    "box": (4, "a card of Box Skills is no card"),
    "cohere": (1, "what `api` is the key of is not the resource `api`"),
    "directus": (24, "one and several are changed under the same words"),
    "forgejo": (4, "settings of one part beside those of others"),
    "getstream": (1, "it has no verb"),
    "github-rest": (60, "the document says it: `for_authenticated_user`, sub-issues"),
    "hetzner-cloud": (22, "actions of one thing and of all of them"),
    "letta": (6, "tools of MCP are some of them"),
    "linode": (5, "accounts have child accounts, regions the availability of one"),
    "okta-management": (21, "schemas and templates of one kind, beside others"),
    "openai": (1, "a batch of a vector store is no batch"),
    "openrouter": (5, "the document sets them, for another generator"),
    "ory": (1, "the sessions of an identity and all of them"),
    "prefect": (19, "one and several are read, the latter by `POST`"),
    "qdrant": (4, "points are got by `POST`, snapshots recovered from"),
    "rebilly": (47, "reports, rules and segments of one kind, beside others"),
    "square": (6, "the profile of a booking is no booking"),
    "stripe": (1, "the path says `set_reader_display`"),
    "vercel": (3, "runtime logs, and deployments of an integration"),
}
"""How many methods say their resource again, and why they have to."""
MODIFYING = {
    "hetzner-cloud": (1, "`power_off` is one verb"),
    "letta": (2, "two paths list embedding models"),
}
"""How many methods say which things and not what they are, and why they have to."""
SPEAKING_HTTP = {
    "meilisearch": (1, "similar documents are got by `POST` as well"),
    "rebilly": (1, "nothing says what is done to credentials"),
    "stripe": (2, "a payment is posted"),
}
"""How many methods say how they are asked, and why they have to."""
WHOLE_PATHS = {
    # Whose `operationId` says the path, under a tag that says nothing of it.
    "adyen-checkout": 1,
    "okta-management": 1,
    "prefect": 1,
    "rebilly": 2,
    # Emulated services under one tag, most of them without an `operationId`.
    "localstack": 18,
}
"""How many methods are called by all that is in their path."""
_MANY = 2


def test_no_method_says_its_resource_again(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """But where a shorter name would be that of another method."""
    lowered = described.run.compiled.lowered
    assert lowered is not None
    most, _ = REPEATING.get(described.slug, (0, ""))
    operations = lowered.api.operations
    record_property("names", (described.slug, str(measured(operations))))

    assert len(found := repeating(operations)) <= most, found


def test_no_method_says_only_which_things(described: Described) -> None:
    """What is left of `create_api_key` is no API."""
    compiled = described.run.compiled
    lowered, description = compiled.lowered, compiled.description
    assert lowered is not None
    assert description is not None
    most, _ = MODIFYING.get(described.slug, (0, ""))
    operations = lowered.api.operations
    identifiers = {
        one.at: str(members(description.lookup(one.at)).get("operationId", ""))
        for one in operations
    }

    assert len(found := modifying(operations, identifiers)) <= most, found


def test_no_method_is_called_after_a_method_of_http(described: Described) -> None:
    """`post`, `with_post` and `by_query` say how something is asked."""
    lowered = described.run.compiled.lowered
    assert lowered is not None
    most, _ = SPEAKING_HTTP.get(described.slug, (0, ""))

    found = speaking_http(lowered.api.operations)

    assert len(found) <= most, found


def test_only_what_answers_with_a_list_is_called_a_list(described: Described) -> None:
    """Text is none, whatever a path is called."""
    lowered = described.run.compiled.lowered
    assert lowered is not None

    assert [] == [
        f"{one.path} {one.name.snake}"
        for one in lowered.api.operations
        if one.name.lower.words[0] == "list"
        for response in one.responses
        if response.status.startswith("2") and response.content
        if all(map(_is_plain_text, response.content))
    ]


def _is_plain_text(content: Content) -> bool:
    return (
        isinstance(content, MediaType)
        and content.type == Primitive("string")
        and content.content_type.startswith("text/plain")
    )


def test_no_method_is_called_by_its_whole_path(described: Described) -> None:
    """There is always something that people would say, but for a few."""
    lowered = described.run.compiled.lowered
    assert lowered is not None
    found = [
        one.path
        for one in lowered.api.operations
        if len(re.findall(r"/[^/{]+(?=/|$)", one.path)) > 1
        if len(whole := name_of(one.path).snake.split("_")) > _MANY
        and one.name.snake.split("_")[-len(whole) :] == whole
    ]

    assert len(found) <= WHOLE_PATHS.get(described.slug, 0), found
