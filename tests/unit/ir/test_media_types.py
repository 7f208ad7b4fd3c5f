"""What names of media types say, whichever way content goes."""

from __future__ import annotations

import pytest

from clientsmith.ir import Binary, MediaType, Primitive, is_binary, is_json, is_text
from clientsmith.plan.bodies import sent_bodies
from runtime import media_types as runtime
from unit.compiling import api

JSON = (
    "application/json",
    "application/problem+json",
    "application/vnd.github.v3+json",
    "model/gltf+json",
    "text/json",
)
TEXTS = (
    "application/csv",
    "application/graphql",
    "application/javascript",
    "application/sql",
    "application/toml",
    "application/vnd.oai.openapi+yaml",
    "application/x-yaml",
    "application/xml",
    "application/yaml",
    "image/svg+xml",
    "text/calendar",
    "text/csv; charset=utf-8",
    "text/html",
    "text/plain",
    "Text/XML",
)
BINARIES = (
    "application/gzip",
    "application/octet-stream",
    "application/pdf",
    "application/vnd.apache.parquet",
    "application/vnd.docker.image.rootfs.diff.tar",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/x-7z-compressed",
    "application/x-bzip2",
    "application/x-protobuf",
    "application/x-tar",
    "application/zip",
    "application/zstd",
    "audio/mpeg",
    "font/woff2",
    "image/*",
    "image/png",
    "model/gltf-binary",
    "video/mp4",
)
UNTOLD = ("application/*", "application/sdp", "application/vnd.acme", "*/*")
ALL = (*JSON, *TEXTS, *BINARIES, *UNTOLD)


@pytest.mark.parametrize("name", ALL)
def test_a_name_says_one_thing_at_most(name: str) -> None:
    """JSON, text or bytes; of the rest a schema has to say it."""
    told = (is_json(name), is_text(name) and not is_json(name), is_binary(name))

    assert (name in JSON, name in TEXTS, name in BINARIES) == told


@pytest.mark.parametrize("name", ALL)
def test_packages_read_names_alike(name: str) -> None:
    """What was generated as text is not given as bytes where it arrives."""
    essence = runtime.essence(name)

    assert is_json(name) == runtime.is_json(essence)
    assert is_text(name) == runtime.is_text(essence)


@pytest.mark.parametrize("schema", ["{type: string}", "{type: object}", ""])
@pytest.mark.parametrize("name", [*TEXTS, *BINARIES])
def test_content_is_the_same_both_ways(name: str, schema: str) -> None:
    """A schema that says `string` makes no text of a ZIP file."""
    content = f'content: {{"{name}": {{{f"schema: {schema}" if schema else ""}}}}}'
    asked = f"requestBody: {{required: true, {content}}}"
    answered = f'responses: {{"200": {{description: x, {content}}}}}'
    found = api(f"paths: {{/x: {{put: {{{asked}, {answered}}}}}}}")
    (operation,) = found.operations
    (sent,) = sent_bodies(found, operation)
    (answer,) = operation.responses
    (received,) = answer.content

    if name in TEXTS:
        assert "text" == sent.kind
        assert isinstance(received, MediaType)
        assert Primitive("string") == received.type
    else:
        assert "bytes" == sent.kind
        assert isinstance(received, Binary)
