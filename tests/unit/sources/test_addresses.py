"""`clientsmith pull` from a server: what is kept, and what is refused."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.load import fetch as module
from clientsmith.load.fetch import Bounds, Fetched, Unreachable, fetch
from hostile.command import DOCUMENT
from servers.publisher import Publisher, publishing
from unit.sources.pulling import FILE, LARGER, Project

DATE = "Wed, 21 Oct 2026 07:28:00 GMT"


def test_what_is_published_is_kept_byte_by_byte(
    project: Project, publisher: Publisher
) -> None:
    """With its comments and its own line ends; the lock has its digest."""
    text = b"\xef\xbb\xbf# by hand\r\n" + DOCUMENT.encode()
    project.source(f'url = "{publisher.publish("/api.yaml", text)}"')
    ended = project.pull()

    assert (Exit.OK, "spec/api.yaml: added, 18 lines\n") == (ended.code, ended.out)
    assert text == project.file.read_bytes()
    assert [FILE] == list(project.lock)
    assert ["api.yaml"] == project.left()


@pytest.mark.parametrize("how", [{"etag": True}, {"last_modified": DATE}])
def test_what_has_not_changed_is_not_sent_again(
    project: Project, publisher: Publisher, how: dict[str, object]
) -> None:
    """The server is told what is known; the file and the lock stay as they are."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT, **how)}"')
    project.pull()
    before = project.file.stat().st_mtime_ns, project.lock
    ended = project.pull()

    assert (Exit.OK, "spec/api.yaml: unchanged\n") == (ended.code, ended.out)
    assert before == (project.file.stat().st_mtime_ns, project.lock)
    header = "If-None-Match" if "etag" in how else "If-Modified-Since"
    assert [None, publisher.pages["/api.yaml"].validators().popitem()[1]] == [
        asked.get(header) for _, asked in publisher.asked
    ]


def test_what_has_changed_replaces_what_was_there(
    project: Project, publisher: Publisher
) -> None:
    """And says by how much."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT, etag=True)}"')
    project.pull()
    publisher.publish("/api.yaml", LARGER, etag=True)
    ended = project.pull()

    assert "spec/api.yaml: changed, +1 -1 lines\n" == ended.out
    assert LARGER == project.file.read_text("utf-8")


def test_a_file_that_is_gone_is_fetched_as_a_whole(
    project: Project, publisher: Publisher
) -> None:
    """The lock alone does not make a server keep it back."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT, etag=True)}"')
    project.pull()
    project.file.unlink()

    assert "spec/api.yaml: added, 17 lines\n" == project.pull().out


def test_a_check_says_what_differs_and_writes_nothing(
    project: Project, publisher: Publisher
) -> None:
    """It ends with 1, and with 0 where nothing does."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    missing = project.pull("--check")

    assert Exit.DRIFT == missing.code
    assert not project.file.exists()
    assert not (project.desk.folder / "clientsmith.lock").exists()

    project.pull()
    same = project.pull("--check")
    publisher.publish("/api.yaml", LARGER)
    other = project.pull("--check", "--quiet")

    assert (Exit.OK, "spec/api.yaml: unchanged\n") == (same.code, same.out)
    assert Exit.DRIFT == other.code
    assert "spec/api.yaml: changed, +1 -1 lines\n" == other.out
    assert DOCUMENT == project.file.read_text("utf-8")


def test_frozen_asks_nobody(project: Project, publisher: Publisher) -> None:
    """It ends with 6."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    ended = project.pull("--frozen")

    assert (Exit.NETWORK, ["error[network-frozen]"]) == (ended.code, ended.places)
    assert [] == publisher.asked


@pytest.mark.parametrize(
    ("content", "how", "code", "said"),
    [
        ("", {"status": 404}, Exit.NETWORK, "the server answered 404"),
        (DOCUMENT, {"status": 500}, Exit.NETWORK, "the server answered 500"),
        ("", {"status": 304}, Exit.NETWORK, "says that it is as before, unasked"),
        (DOCUMENT, {"missing": 9}, Exit.NETWORK, "ended before the content did"),
        (DOCUMENT, {"headers": {"Content-Encoding": "br"}}, Exit.NETWORK, "'br'"),
        (
            DOCUMENT,
            {"headers": {"Content-Encoding": "gzip"}},
            Exit.NETWORK,
            "it is not the gzip that it claims",
        ),
        (
            DOCUMENT,
            {"gzipped": True, "missing": 12},
            Exit.NETWORK,
            "ended before the content did",
        ),
        ("", {}, Exit.DOCUMENT, "error[document-empty]"),
        ("not: one\n", {}, Exit.DOCUMENT, "error[source-foreign]"),
        ('{"message": "Sorry"}', {}, Exit.DOCUMENT, "error[source-foreign]"),
        ('{"openapi": "3.1.0", "info": {', {}, Exit.DOCUMENT, "json-truncated"),
        ("openapi: 3.1.0\ninfo: {title: a}\n", {}, Exit.DOCUMENT, "[source-cut]"),
        ("openapi: 3.1.0\ninfo: {}\npaths:\n  /a", {}, Exit.DOCUMENT, "[source-cut]"),
        ("openapi: 3.1.0\npaths: {}\n", {}, Exit.DOCUMENT, "[source-cut]"),
        ("overlay: 1.0.0\ninfo: {}\n", {}, Exit.DOCUMENT, "[source-cut]"),
        (
            "<!doctype html><title>Log in</title>",
            {},
            Exit.DOCUMENT,
            'this is the HTML page "Log in", not an OpenAPI description',
        ),
        (b"PK\x03\x04zip", {}, Exit.DOCUMENT, "error[document-binary]"),
    ],
)
def test_what_cannot_be_had_leaves_the_old_file_as_it_is(
    project: Project,
    publisher: Publisher,
    content: bytes | str,
    how: dict[str, object],
    code: Exit,
    said: str,
) -> None:
    """And the lock, and nothing beside it."""
    project.source(f'url = "{publisher.publish("/api.json", DOCUMENT)}"')
    project.pull()
    lock = project.lock
    publisher.publish("/api.json", content, **how)
    ended = project.pull()

    assert (code, "spec/api.yaml: failed\n") == (ended.code, ended.out)
    assert said in ended.err
    assert "  hint: " in ended.err
    assert DOCUMENT == project.file.read_text("utf-8")
    assert (lock, ["api.yaml"]) == (project.lock, project.left())


def test_what_is_fetched_may_be_compressed(
    project: Project, publisher: Publisher
) -> None:
    """It is asked for, and kept as what it says."""
    url = publisher.publish("/api.yaml", DOCUMENT, gzipped=True)
    project.source(f'url = "{url}"')
    project.pull()

    assert DOCUMENT == project.file.read_text("utf-8")
    assert "gzip" == publisher.asked[0][1]["Accept-Encoding"]


@pytest.mark.parametrize("gzipped", [False, True])
def test_the_size_is_bounded_as_it_is_decoded(
    publisher: Publisher, *, gzipped: bool
) -> None:
    """A few bytes may say millions; they are not all written out first."""
    url = publisher.publish("/bomb", b"\0" * 30_000_000, gzipped=gzipped)
    told = fetch(url, None, bounds=Bounds(largest=2_000_000))

    assert Unreachable("it is larger than 2,000,000 bytes") == told


def test_the_time_is_bounded(publisher: Publisher) -> None:
    """A server that says nothing is not waited for."""
    url = publisher.publish("/slow", DOCUMENT, pause=1.0)
    told = fetch(url, None, bounds=Bounds(patience=0.1))

    assert Unreachable("timed out") == told


def test_nobody_listens(project: Project) -> None:
    """The reason is the system's."""
    with publishing() as gone:
        project.source(f'url = "{gone.address}/api.yaml"')
    ended = project.pull()

    assert Exit.NETWORK == ended.code
    assert "clientsmith.toml:7:1: error[source-unreachable]" in ended.err
    assert "Connection refused" in ended.err


def test_headers_take_secrets_from_the_environment(
    project: Project, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as there are, in the middle of a value, too."""
    wants = {"Authorization": "Bearer s3cret", "X-Tenant": "t1"}
    url = publisher.publish("/api.yaml", DOCUMENT, wants=wants)
    headers = '{ Authorization = "Bearer ${TOKEN}", X-Tenant = "t1" }'
    project.source(f'url = "{url}"', f"headers = {headers}")
    monkeypatch.setenv("TOKEN", "s3cret")
    ended = project.pull()

    assert Exit.OK == ended.code
    assert "s3cret" not in str(project.lock)


@pytest.mark.parametrize("value", [None, "", "s3cret\n", "s3cr\u00e9t"])
def test_a_secret_that_is_not_there_is_said_and_never_shown(
    project: Project,
    publisher: Publisher,
    monkeypatch: pytest.MonkeyPatch,
    value: str | None,
) -> None:
    """Nor one that no header can hold; nobody is asked."""
    url = publisher.publish("/api.yaml", DOCUMENT)
    project.source(f'url = "{url}"', 'headers = { Authorization = "Bearer ${TOKEN}" }')
    monkeypatch.delenv("TOKEN", raising=False)
    if value is not None:
        monkeypatch.setenv("TOKEN", value)
    ended = project.pull("--json")

    assert Exit.NETWORK == ended.code
    assert "source-variable" in ended.out
    assert "`TOKEN`" in ended.out
    assert "s3cr" not in ended.out + ended.err
    assert [] == publisher.asked


def test_a_wrong_secret_is_not_shown(
    project: Project, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads the log of a build learns nothing."""
    url = publisher.publish("/a", DOCUMENT, wants={"Authorization": "Bearer other"})
    project.source(f'url = "{url}"', 'headers = { Authorization = "Bearer ${TOKEN}" }')
    monkeypatch.setenv("TOKEN", "s3cret")
    ended = project.pull()

    assert "the server answered 403" in ended.err
    assert 'headers = { Authorization = "Bearer ${TOKEN}" }' in ended.err
    assert "s3cret" not in ended.err + ended.out


def test_a_redirect_in_the_same_place_keeps_the_headers(publisher: Publisher) -> None:
    """A file may have moved."""
    publisher.publish("/new", DOCUMENT, wants={"Authorization": "a"})
    moved = publisher.redirect("/old", "/new", status=308)
    found = fetch(moved, None, {"Authorization": "a"})

    assert isinstance(found, Fetched)
    assert DOCUMENT.encode() == found.content


@pytest.mark.parametrize("header", ["Authorization", "x-api-key", "PRIVATE-TOKEN"])
def test_a_redirect_to_another_origin_is_sent_no_secret(
    publisher: Publisher, header: str
) -> None:
    """Not even on the way back, and under no name."""
    with publishing() as other:
        back = publisher.publish("/back", DOCUMENT)
        moved = publisher.redirect("/api", other.redirect("/on", back))
        found = fetch(moved, None, {header: "s3cret", "Accept": "text/yaml"})

        assert isinstance(found, Fetched)
        asked = [*publisher.asked, *other.asked]
        assert ["/api", "/back", "/on"] == [path for path, _ in asked]
        assert ["s3cret", None, None] == [headers[header] for _, headers in asked]


def test_a_server_that_redirects_for_ever_is_left(publisher: Publisher) -> None:
    """After ten times."""
    publisher.redirect("/a", "/b")
    publisher.redirect("/b", "/a")
    told = fetch(f"{publisher.address}/a", None)

    assert isinstance(told, Unreachable)
    assert "it is redirected again and again" == told.reason


@pytest.mark.parametrize("to", ["ftp://127.0.0.1/api", "file:///etc/hostname"])
def test_a_redirect_stays_in_http(publisher: Publisher, to: str) -> None:
    """What a server says cannot read the files of this machine."""
    told = fetch(publisher.redirect("/api", to), None)

    assert isinstance(told, Unreachable)


def test_an_encrypted_address_does_not_lead_to_one_that_is_not() -> None:
    """Others could read what is sent, and change what comes."""
    handler = module._Redirects(None, {})
    request = module.Request("https://127.0.0.1/api")

    with pytest.raises(module._RefusedError, match="which is not encrypted"):
        handler.redirect_request(
            request,
            None,
            302,
            "",
            None,
            "http://127.0.0.1/api",  # type: ignore[arg-type]
        )
