"""Names are words."""

from __future__ import annotations

import pytest

from clientsmith.ir import Name, name_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("createChatCompletion", "create Chat Completion"),
        ("list_pets", "list pets"),
        ("X-Request-ID", "X Request ID"),
        ("HTTPError", "HTTP Error"),
        ("OAuth2Token", "OAuth2 Token"),
        ("getV2Beta1", "get V2 Beta1"),
        ("imageURLs", "image URLs"),
        ("@type", "type"),
        ("größeMaxÖl", "größe Max Öl"),
        ("名前", "名前"),
        ("", ""),
    ],
)
def test_a_name_is_split_where_a_reader_would(text: str, words: str) -> None:
    """At case, digits and everything that is no letter."""
    assert words == " ".join(name_of(text).words)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("pets", "pet"),
        ("categories", "category"),
        ("ties", "tie"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("branches", "branch"),
        ("children", "child"),
        ("status", "status"),
        ("Aliases", "Alias"),
        ("DNS", "DNS"),
        ("series", "series"),
        ("data", "data"),
        ("analysis", "analysis"),
        ("chatCompletions", "chat Completion"),
    ],
)
def test_an_item_has_the_singular(plural: str, singular: str) -> None:
    """Of the last word."""
    assert singular == " ".join(name_of(plural).singular.words)


def test_what_both_say_is_said_once() -> None:
    """Where two names are joined."""
    assert "Chat Completion Chunk" == " ".join(
        (name_of("ChatCompletion") + name_of("CompletionChunk")).words
    )


def test_a_verb_remains_without_its_noun() -> None:
    """In singular or plural."""
    assert Name(("create",)) == name_of("createPets").without(name_of("pet"))


def test_snake_case_is_what_names_are_compared_by() -> None:
    """Whatever their spelling."""
    assert name_of("chat-completions").snake == name_of("ChatCompletions").snake
