"""Requests as commands, which do what the client does, and prove nothing."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from loopback import Received, reply, serve
from shop import AsyncClient, Client

from runtime.api import Api
from runtime.api_keys import ApiKey
from runtime.basic import BasicAuth
from runtime.bearer import BearerToken
from runtime.binary import binary_body
from runtime.body import json_body
from runtime.certificates import ClientCertificate
from runtime.client import BaseClient
from runtime.digest import DigestAuth
from runtime.forms import form_body
from runtime.multipart import Part, multipart_body
from runtime.request import Request
from runtime.text_bodies import text_body

if TYPE_CHECKING:
    from pathlib import Path

    from runtime.body import Body

OK = reply(200, b'{"id": 7, "name": "a"}')
AWKWARD = 'it\'s "$HOME" `id` \\ {a}[1] ünï\n@x'

needs_curl = pytest.mark.skipif(not shutil.which("curl"), reason="curl is missing")


def request(body: Body | None = None, **more: Any) -> Request[Any]:
    """Make a request with a body."""
    usual = {"method": "POST", "path": "/pets/a%2Fb", "returns": Any}
    return Request(operation="pets.put", body=body, **{**usual, **more})


def arguments(written: str) -> list[str]:
    """Read a command as a shell would."""
    program, *words = shlex.split(written)
    assert "curl" == program
    return words


def headers_of(received: Received) -> dict[str, str]:
    """Return the headers that say something of the request."""
    others = {"accept-encoding", "connection", "host"}
    return {k: v for k, v in received.headers.items() if k not in others}


BODIES = {
    "none": None,
    "JSON": json_body({"name": AWKWARD, "at": "@file"}),
    "form": form_body({"name": AWKWARD, "b": ["1", "2"]}),
    "text": text_body("@no file\r\n" + AWKWARD),
}


@needs_curl
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "HEAD"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_command_does_what_the_client_does(
    method: str, body: Body | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Method, address, headers and content are the same, byte by byte."""
    if method == "HEAD" and body:
        pytest.skip("curl sends no content with HEAD")
    monkeypatch.setenv("SHOP_API_KEY", "k-env")
    asked = request(
        body,
        method=method,
        query="q=%5B1%5D&a={b}&empty=",
        headers={"x-plain": AWKWARD.partition("ü")[0].strip(), "x-empty": ""},
    )
    with serve(reply(204)) as server, Client(None, base_url=server.address) as client:
        client.send(asked)
        run(client.as_curl(asked))

    ours, its = server.requests
    assert ours.line == its.line
    assert headers_of(ours) == headers_of(its)
    assert ours.body == its.body


def run(written: str) -> None:
    """Give a command to a shell."""
    command = f"{written} --silent --max-time 5 --output /dev/null"
    subprocess.run(["/bin/sh", "-c", command], check=True)


@needs_curl
def test_files_are_named_and_not_read(tmp_path: Path) -> None:
    """A form of several parts has the same parts, a body of bytes is the file."""
    image = tmp_path / 'a "b"; c.png'
    image.write_bytes(b"\0\1\2")
    parts = {"meta": Part(content_type="application/json")}
    form = multipart_body(
        {"title": AWKWARD, "meta": {"a": "é"}, "image": image}, parts=parts
    )
    whole = request(binary_body(image, media_type="image/png"))
    with serve(reply(204)) as server, Client(base_url=server.address) as client:
        for asked in (request(form), whole):
            client.send(asked)
            run(client.as_curl(asked))
            assert "\\x01" not in client.as_curl(asked)

    ours, its, our_file, its_file = server.requests
    assert parsed(ours) == parsed(its)
    assert our_file.body == its_file.body == b"\0\1\2"
    assert headers_of(our_file)["content-type"] == headers_of(its_file)["content-type"]


def parsed(received: Received) -> list[tuple[dict[str, str], bytes]]:
    """Return the parts of a form."""
    boundary = received.headers["content-type"].partition("boundary=")[2]
    found = received.body.split(f"--{boundary}".encode())[1:-1]
    parts = [part.strip(b"\r\n").partition(b"\r\n\r\n") for part in found]
    return [(_lines(head), content) for head, _, content in parts]


def _lines(head: bytes) -> dict[str, str]:
    pairs = [line.partition(": ") for line in head.decode().split("\r\n")]
    # Browsers escape a quote in a name as %22, and so does the client.
    return {name.lower(): re.sub('\\\\"', "%22", value) for name, _, value in pairs}


def test_bytes_that_are_no_text_come_from_standard_input() -> None:
    """They have no name that could stand in a command."""
    with Client(base_url="http://test") as client:
        words = arguments(client.as_curl(request(binary_body(b"\xff\0"))))

    assert ["--data-binary", "@-"] == words[-2:]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (
            BearerToken("hidden", env="A_KEY"),
            '--header "authorization: Bearer ${A_KEY}"',
        ),
        (BearerToken("hidden"), "--header 'authorization: Bearer ...'"),
        (ApiKey("hidden", name="X-Key", env="B"), '--header "x-key: ${B}"'),
        (ApiKey("hidden", name="k", place="query", env="B"), '/pets?a=1&k=${B}"'),
        (ApiKey("hidden", name="s", place="cookie", env="B"), '"cookie: s=${B}"'),
        (
            BasicAuth("hidden", "hidden", username_env="U", env="P"),
            '--user "${U}:${P}"',
        ),
        (DigestAuth("hidden", "hidden", env="P"), '--digest --user "...:${P}"'),
        (ClientCertificate("hidden"), "--cert ..."),
        (BearerToken(), "--header 'authorization: Bearer ...'"),
        (ClientCertificate(), "--cert ..."),
    ],
    ids=[
        "bearer",
        "argument",
        "header",
        "query",
        "cookie",
        "basic",
        "digest",
        "certificate",
        "no token",
        "no certificate",
    ],
)
def test_credentials_are_variables_or_dots(scheme: Any, expected: str) -> None:
    """Whatever they are, and wherever they go."""
    api = Api(name="shop", version="1", security=({"key": ()},))
    asked = request(method="GET", path="/pets", query="a=1")
    with BaseClient(api, {"key": scheme}, base_url="http://test") as client:
        written = client.as_curl(asked)

    assert expected in written
    assert "hidden" not in written


def test_the_credentials_that_are_there_are_chosen() -> None:
    """As the client does, but nobody is asked for one."""
    asked: list[str] = []

    def token() -> str:
        asked.append("")
        return "hidden"

    api = Api(name="shop", version="1", security=({"a": ()}, {"b": ()}))
    schemes = {"a": ApiKey(name="X-A", env="NO_SUCH_KEY"), "b": BearerToken(token)}
    with BaseClient(api, schemes, base_url="http://test") as client:
        written = client.as_curl(request())

    assert "Bearer ..." in written
    assert "x-a" not in written
    assert [] == asked


def test_what_may_be_a_secret_is_dots() -> None:
    """Headers of the caller, and whatever is called like one."""
    asked = request(
        query="q=1&access_token=hidden",
        headers={"x-session-id": "hidden", "x-version": "2", "idempotency-key": "i"},
        cookies="sid=hidden",
    )
    given = {"Authorization": "hidden", "X-Tenant": "hidden", "accept": "text/csv"}
    address = "http://ann:hidden@test"
    with Client("hidden", base_url=address, headers=given) as client:
        written = client.as_curl(asked, {"headers": {"x-more": "hidden"}})

    words = arguments(written)
    assert "hidden" not in written
    assert "http://test/pets/a%2Fb?q=1&access_token=..." in words
    for header in ("authorization: ...", "x-tenant: ...", "x-session-id: ..."):
        assert header in words
    for header in ("accept: text/csv", "x-version: 2", "idempotency-key: i"):
        assert header in words
    assert {"x-more: ...", "cookie: ..."} <= set(words)


def test_async_clients_write_the_same() -> None:
    """Nothing has to be awaited for it."""
    asked = request(json_body({"a": 1}))

    assert Client(base_url="http://test").as_curl(asked) == AsyncClient(
        base_url="http://test"
    ).as_curl(asked)


@needs_curl
def test_parts_have_their_names_whatever_is_in_them(tmp_path: Path) -> None:
    """To curl, a name ends at its first `=`, and nothing quotes that."""
    image = tmp_path / "a.png"
    image.write_bytes(b"\0\1\2")
    part = Part(content_type="a/b", headers={"x-a": "1"})
    given = {"a=b": "v=w", "": "x", "=": image, 'q"=;': {"a": 1}}
    form = request(multipart_body(given, parts={"a=b": part}))
    with serve(reply(204)) as server, Client(base_url=server.address) as client:
        client.send(form)
        run(client.as_curl(form))

    ours, its = map(parsed, server.requests)
    assert ours == its


def test_what_bodies_tell_under_names_of_secrets_is_dots() -> None:
    """In JSON, wherever it is; in the fields of a form; and in parts."""
    inner = {"client_secret": 'a"b', "max_tokens": 5, "author": "ann", "say": '"token'}
    told = {"password": "hidden", "user": [{**inner, "apiKey": "hid\\den"}], "id": "7"}
    fields = {"password": "hidden", "id": "7", "refresh_token": "hidden"}
    with Client(base_url="http://test") as client:
        written = [
            arguments(client.as_curl(request(body)))[-1]
            for body in (json_body(told), form_body(fields))
        ]
        parts = arguments(client.as_curl(request(multipart_body(fields))))

    shown = {**inner, "client_secret": "...", "apiKey": "..."}
    assert {**told, "password": "...", "user": [shown]} == json.loads(written[0])
    assert "password=...&id=7&refresh_token=..." == written[1]
    assert {'password="..."', 'id="7"', 'refresh_token="..."'} <= {*parts}
