"""Names are words."""

from __future__ import annotations

import pytest

from clientsmith.ir import Name, name_of, name_of_key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("createChatCompletion", "create Chat Completion"),
        ("list_pets", "list pets"),
        ("X-Request-ID", "X Request ID"),
        ("HTTPError", "HTTP Error"),
        ("OAuth2Token", "OAuth2 Token"),
        ("oAuth2Token", "oAuth2 Token"),
        ("videoAuth", "video Auth"),
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
        ("alias", "alias"),
        ("gpus", "gpu"),
        ("uris", "uri"),
        ("diagnoses", "diagnosis"),
        ("women", "woman"),
        ("analytics", "analytics"),
        ("schemas", "schema"),
        ("chatCompletions", "chat Completion"),
    ],
)
def test_an_item_has_the_singular(plural: str, singular: str) -> None:
    """Of the last word."""
    assert singular == " ".join(name_of(plural).singular.words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BASIC_SMTP_AUTH", ("basic", "smtp", "auth")),
        ("CNAME", ("CNAME",)),
        ("SMTPServer", ("SMTP", "Server")),
    ],
)
def test_what_is_written_in_capitals_throughout_is_no_acronym(
    text: str, words: tuple[str, ...]
) -> None:
    """Where underscores show that it is several words."""
    assert words == name_of(text).words


def test_a_long_key_in_capitals_is_no_acronym_either() -> None:
    """A class may still be one."""
    assert ("windows",) == name_of_key("WINDOWS").words
    assert ("CNAME",) == name_of_key("CNAME").words
    assert ("STRIPES",) == name_of("STRIPES").words


@pytest.mark.parametrize(
    ("name", "end", "ends"),
    [
        ("EdgeConfigs", "config", True),
        ("Config", "EdgeConfig", False),
        ("EdgeConfig", "edge", False),
    ],
)
def test_a_name_may_end_with_another_one(name: str, end: str, *, ends: bool) -> None:
    """In singular or plural."""
    assert ends is name_of(name).ends(name_of(end))


def test_a_name_may_say_all_words_of_another_one() -> None:
    """In whatever order."""
    assert name_of("ResponseStreamEvents").says(name_of("stream-responses"))
    assert not name_of("ResponseEvent").says(name_of("stream"))


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
