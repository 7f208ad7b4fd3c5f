"""Text is UTF-8; anything else is named, with the place where that shows."""

from __future__ import annotations

import gzip

from unit.load.loading import at, document, places, shown


def test_a_byte_order_mark_is_no_character() -> None:
    """Columns count from behind the mark."""
    loaded = document(b'\xef\xbb\xbf{"openapi": "3.1.0"}')

    assert at(loaded, "openapi") == "api.yaml:1:2"


def test_a_bad_byte_is_located_in_characters() -> None:
    """The é before it is two bytes and one column."""
    assert places("a: b\né: ".encode() + b"\xff") == ["api.yaml:2:4 document-encoding"]


def test_a_bad_byte_behind_a_byte_order_mark_is_located() -> None:
    """The codec counts from behind the mark, and so do columns."""
    text = b"\xef\xbb\xbfa: \xff"

    assert places(text) == ["api.yaml:1:4 document-encoding"]


def test_other_unicode_encodings_are_named() -> None:
    """The message names the encoding that was used."""
    [line, *_] = shown("openapi: 3.1.0".encode("utf-16"))

    assert line.endswith("the text is not UTF-8: it is UTF-16")


def test_archives_are_named() -> None:
    """A download that is still compressed is recognised."""
    [line, *_] = shown(gzip.compress(b"openapi: 3.1.0"))

    assert line.endswith("this is a gzip archive, not UTF-8 text")


def test_binary_data_is_refused() -> None:
    """A null byte stands in no description."""
    assert places(b"a\nb\0c") == ["api.yaml:2:2 document-binary"]


def test_an_empty_document_is_refused() -> None:
    """White space is no document."""
    assert places(" \n\t") == ["api.yaml:1:1 document-empty"]


def test_yaml_comments_alone_are_an_empty_document() -> None:
    """A file of comments holds no value."""
    assert places("# nothing\n") == ["api.yaml:1:1 document-empty"]
