"""Fakes that are generated with a package answer its real clients as scripted."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import anyio
import httpx2
import pytest

if TYPE_CHECKING:
    from packages import Packages

DOCUMENT = Path(__file__).with_name("fakes.yaml")
PET = {"id": "p1", "name": "Flaff"}
Ask: TypeAlias = Callable[[Any, Callable[[Any], Any]], Any]
"""Returns what a client of a fake is answered by; streams and lists as lists."""


def _blocking(fake: Any, call: Callable[[Any], Any]) -> Any:
    found = call(fake.client)
    return list(found) if hasattr(found, "__next__") else found


async def _awaited(fake: Any, call: Callable[[Any], Any]) -> Any:
    found = call(fake.async_client)
    if isinstance(found, Awaitable):
        return await found
    return [each async for each in found]


def _asynchronous(fake: Any, call: Callable[[Any], Any], *, backend: str) -> Any:
    return anyio.run(_awaited, fake, call, backend=backend)


WAYS: dict[str, Ask] = {
    "blocking": _blocking,
    "asyncio": partial(_asynchronous, backend="asyncio"),
    "trio": partial(_asynchronous, backend="trio"),
}


@pytest.fixture(params=WAYS)
def ask(request: pytest.FixtureRequest) -> Ask:
    """Return each of the ways to call."""
    return WAYS[request.param]


@pytest.fixture
def shelter(packages: Packages) -> Any:
    """Return the package of the description."""
    return packages.get(DOCUMENT, "shelter").module


@pytest.fixture
def fake(shelter: Any) -> Any:
    """Return a fake that knows no answers yet."""
    return shelter.testing.FakeApi()


def test_a_model_is_returned_as_it_is(shelter: Any, fake: Any, ask: Ask) -> None:
    """Through JSON, so that what cannot be sent cannot be scripted either."""
    pet = shelter.models.Pet(id="p1", name="Flaff", born="2024-02-29T12:00:00+01:00")
    fake.pets.get.returns(pet)

    assert pet == ask(fake, lambda client: client.pets.get("p1"))


@pytest.mark.parametrize("wire", [PET, b'{"id": "p1", "name": "Flaff"}'])
def test_what_the_server_sends_is_read(
    wire: object, shelter: Any, fake: Any, ask: Ask
) -> None:
    """JSON and bytes go through everything that reads answers."""
    fake.pets.get.returns(wire)

    assert shelter.models.Pet(**PET) == ask(fake, lambda c: c.pets.get("p1"))


def test_texts_bytes_lists_and_nothing_are_returned(fake: Any, ask: Ask) -> None:
    """As the operation says: a text without quotes, bytes, a list, no content."""
    fake.pets.read_story.returns("Once.")
    fake.pets.download_photo.returns(b"\xff\x00")
    fake.calls_.list.returns(["one", "two"])
    fake.pets.delete.returns(None)

    assert ask(fake, lambda c: c.pets.read_story("p1")) == "Once."
    assert ask(fake, lambda c: c.pets.download_photo("p1")) == b"\xff\x00"
    assert ask(fake, lambda c: c.calls.list()) == ["one", "two"]
    assert ask(fake, lambda c: c.pets.delete("p1")) is None


@pytest.mark.parametrize(("value", "status"), [(PET, 201), (None, 202)])
def test_a_value_has_the_status_of_its_type(
    value: object, status: int, fake: Any
) -> None:
    """Where a description has one success for each."""
    fake.pets.create.returns(value)
    request = fake.client.pets.requests.create(**PET)

    assert fake.client.send(request).status == status


def test_a_download_is_scripted_with_its_operation(fake: Any, tmp_path: Path) -> None:
    """It knows its size, and goes on after a break if the headers allow it."""
    headers = {"accept-ranges": "bytes", "etag": '"1"'}
    rest = {**headers, "content-range": "bytes 4-9/10"}
    fake.pets.download_photo.returns(b"0123456789", headers=headers, cut_at=4)
    fake.pets.download_photo.returns(b"456789", status=206, headers=rest)
    told: list[tuple[int, int | None]] = []

    fake.client.pets.download_photo_stream("p1").save(
        tmp_path / "photo", progress=lambda *done: told.append(done)
    )

    assert (tmp_path / "photo").read_bytes() == b"0123456789"
    assert told == [(4, 10), (10, 10)]
    assert [call.headers.get("range") for call in fake.calls] == [None, "bytes=4-"]


def test_pages_follow_each_other(fake: Any, ask: Ask) -> None:
    """Each is one answer, and what leads to the next is in it."""
    other = {"id": "p2", "name": "Moo"}
    fake.pets.list.returns({"pets": [PET], "next_cursor": "two"})
    fake.pets.list.returns({"pets": [other]})

    found = ask(fake, lambda client: client.pets.list(limit=1).items())

    assert [pet.id for pet in found] == ["p1", "p2"]
    cursors = [call.query.get("cursor") for call in fake.pets.list.calls]
    assert cursors == [None, "two"]


def test_each_answer_is_given_once_and_the_last_one_stays(fake: Any, ask: Ask) -> None:
    """So that a test says only as much as it needs."""
    fake.pets.read_story.returns("one").returns("two")

    told = [ask(fake, lambda c: c.pets.read_story("p1")) for _ in range(3)]

    assert told == ["one", "two", "two"]


def test_what_is_scripted_later_comes_next(fake: Any, ask: Ask) -> None:
    """An answer that stays is not given once more before it."""
    said: list[str] = []
    for story in ("one", "two"):
        fake.pets.read_story.returns(story)
        said.append(ask(fake, lambda client: client.pets.read_story("p1")))

    assert ["one", "two"] == said


def test_answers_are_worked_out(shelter: Any, fake: Any, ask: Ask) -> None:
    """From what was asked, with a status if need be; what is raised is a failure."""

    def answer(call: Any) -> Any:
        if call.path.endswith("p0"):
            return shelter.testing.Reply({"message": "No."}, 404)
        if call.path.endswith("p1"):
            raise httpx2.ConnectError(call.path)
        return {**PET, "id": call.path.rpartition("/")[2]}

    fake.pets.get.answers(answer)

    assert ask(fake, lambda c: c.pets.get("p2")).id == "p2"
    with pytest.raises(shelter.errors.NotFoundError, match="No") as caught:
        ask(fake, lambda c: c.pets.get("p0"))
    assert caught.value.body == shelter.models.Problem(message="No.")
    with pytest.raises(shelter.errors.ConnectionFailed, match="/pets/p1"):
        ask(fake, lambda c: c.pets.get("p1"))


def test_an_error_is_what_the_server_does(shelter: Any, fake: Any, ask: Ask) -> None:
    """A class, a status or an exception of the HTTP library; the client retries."""
    errors = shelter.errors
    expected = [
        (errors.NotFoundError, errors.NotFoundError, 404, 1),
        (503, errors.ServerError, 503, 3),
        (errors.ServerError, errors.ServerError, 500, 3),
        (errors.TimedOut, errors.TimedOut, None, 3),
        (httpx2.ReadError, errors.ConnectionFailed, None, 3),
        (httpx2.ConnectError("x"), errors.ConnectionFailed, None, 3),
    ]
    for problem, kind, status, attempts in expected:
        fake.forget()
        fake.pets.get.raises(problem, body={"message": "Sorry"})
        with pytest.raises(kind) as caught:
            ask(fake, lambda c: c.pets.get("p1"))

        assert getattr(caught.value, "status", None) == status
        assert [call.attempt for call in fake.calls] == [*range(1, attempts + 1)]


def test_an_error_that_no_server_makes_is_refused(shelter: Any, fake: Any) -> None:
    """A deadline passes by a delay."""
    with pytest.raises(TypeError, match="DeadlineExceeded"):
        fake.pets.get.raises(shelter.errors.DeadlineExceeded)


def test_retries_do_not_wait(fake: Any, ask: Ask) -> None:
    """Whatever the server asks for; a client of one's own has its own policy."""
    fake.pets.get.raises(429, headers={"retry-after": "100"}).returns(PET)
    start = time.monotonic()

    assert ask(fake, lambda client: client.pets.get("p1")).id == "p1"
    assert time.monotonic() - start < 10
    assert [call.attempt for call in fake.pets.get.calls] == [1, 2]


def test_silence_is_as_long_as_on_a_network(shelter: Any, fake: Any, ask: Ask) -> None:
    """Before the answer and inside of it: timeouts and deadlines are the real ones."""
    fake.pets.get.returns(PET, delay=60)
    fake.news.watch.streams([PET, PET], pause=60)
    soon = {"timeout": 0.05, "max_retries": 0}

    with pytest.raises(shelter.errors.TimedOut):
        ask(fake, lambda c: c.pets.get("p1", request_options=soon))
    with pytest.raises(shelter.errors.DeadlineExceeded):
        ask(fake, lambda c: c.pets.get("p1", request_options={"deadline": 0.05}))
    with pytest.raises(shelter.errors.StreamInterrupted) as caught:
        ask(fake, lambda c: c.news.watch(request_options={"idle_timeout": 0.05}))
    assert caught.value.received == 1


def test_a_keyword_of_no_delivery_is_refused(shelter: Any, fake: Any) -> None:
    """With the nearest one, instead of an answer that is not slow."""
    for script in (
        lambda: fake.pets.get.returns(PET, delays=1),
        lambda: fake.pets.get.raises(500, delays=1),
        lambda: fake.news.watch.streams([PET], delays=1),
    ):
        with pytest.raises(TypeError, match="'delays'; did you mean 'delay'"):
            script()
    assert {"delay", "pause", "chunk_size", "cut_at"} == {
        *shelter.testing.Delivery.__annotations__
    }


def test_a_pause_does_not_hold_the_event_loop(fake: Any) -> None:
    """Other tasks go on while an answer is awaited."""
    fake.pets.get.returns(PET, delay=0.2)

    async def both() -> float:
        start = time.monotonic()
        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(fake.async_client.pets.get, "p1")
        return time.monotonic() - start

    assert anyio.run(both) < 20 * 0.2 / 2


@pytest.mark.parametrize("chunk_size", [None, 1, 7])
def test_streams_are_written_as_they_are_read(
    chunk_size: int | None, shelter: Any, fake: Any, ask: Ask
) -> None:
    """Events with their names, texts without quotes, lines of JSON."""
    models, unknown = shelter.models, shelter.UnknownEvent("left", "p1\np2")
    events = [models.Pet(**PET), "hello", "two\nlines", unknown, "é"]
    how = {"chunk_size": chunk_size} if chunk_size else {}
    fake.news.watch.streams([*events, b": ping\n\n"], **how)
    fake.weights.watch.streams([{"kilos": 1.5}, models.Weight(kilos=2)], **how)

    assert ask(fake, lambda client: client.news.watch()) == events
    assert [each.kilos for each in ask(fake, lambda c: c.weights.watch())] == [1.5, 2]


def test_a_stream_can_be_worked_out(fake: Any, ask: Ask) -> None:
    """From what was asked."""
    fake.news.watch.answers(lambda call: [call.method])

    assert ask(fake, lambda client: client.news.watch()) == ["GET"]


def test_a_stream_breaks_at_every_byte(shelter: Any, fake: Any, ask: Ask) -> None:
    """What arrived before is handed out; nothing is handed out that did not."""
    seen: list[int] = []
    once = {"max_retries": 0}
    for cut in fake.news.watch.cuts(["one", "two"]):
        with pytest.raises(shelter.errors.ConnectionFailed) as caught:
            ask(fake, lambda client: client.news.watch(request_options=once))
        assert caught.value.last == [None, "one", "two"][caught.value.received]
        seen.append(caught.value.received)
        assert cut + 1 == len(seen)

    frame = len(b"event: said\ndata: one\n\n")
    assert seen == [0] * frame + [1] * frame


def test_cuts_want_the_stream_to_be_asked_for(shelter: Any, fake: Any) -> None:
    """Otherwise the loop would test nothing."""
    with pytest.raises(shelter.testing.UnscriptedCall, match=r"news\.watch"):
        [*fake.news.watch.cuts(["one"])]


@pytest.mark.parametrize("error", [429, {"error": {"code": 429}}])
def test_a_stream_fails_in_its_middle(
    error: object, shelter: Any, fake: Any, ask: Ask
) -> None:
    """By an event that says so, or by the connection."""
    fake.weights.watch.streams([{"kilos": 1}], error=error)
    fake.news.watch.streams(["one"], error=shelter.errors.StreamInterrupted)

    with pytest.raises(shelter.errors.StatusError) as caught:
        ask(fake, lambda client: client.weights.watch())
    assert (caught.value.status, caught.value.received) == (429, 1)
    with pytest.raises(shelter.errors.StreamInterrupted) as caught:
        ask(fake, lambda client: client.news.watch())
    assert caught.value.last == "one"


def test_a_call_that_nobody_scripted_says_what_to_write(
    shelter: Any, fake: Any, ask: Ask
) -> None:
    """With the name of the operation in the fake, and how such a thing is scripted."""
    unscripted = shelter.testing.UnscriptedCall
    with pytest.raises(unscripted, match=r"POST /pets: write fake.pets.create.returns"):
        ask(fake, lambda client: client.pets.create(**PET))
    with pytest.raises(unscripted, match=r"write fake.news.watch.streams"):
        ask(fake, lambda client: client.news.watch())
    with pytest.raises(unscripted, match=r"write fake.calls_.list.returns"):
        ask(fake, lambda client: client.calls.list())


def test_calls_are_recorded(fake: Any, ask: Ask) -> None:
    """In order, with all that was sent; of each operation by itself, too."""
    fake.pets.create.returns(PET)
    fake.pets.delete.returns(None)
    key = {"idempotency_key": "k"}
    ask(fake, lambda c: c.pets.create(**PET, request_options=key))
    ask(fake, lambda c: c.pets.delete("a b"))

    first, second = fake.calls
    assert [first] == fake.pets.create.calls
    assert (first.operation, first.method, first.attempt) == ("pets.create", "POST", 1)
    assert first.json == PET
    assert first.headers["Idempotency-Key"] == "k"
    assert (second.path, second.content, second.json) == ("/pets/a b", b"", None)


def test_credentials_are_not_recorded(shelter: Any, fake: Any) -> None:
    """Neither in headers nor in the query; that they were sent, is."""
    fake.pets.delete.returns(None)
    mine = shelter.Client(api_key="s3cret", http_client=fake.http_client)
    headers = {"Authorization": "s3cret", "Cookie": "s3cret"}
    mine.pets.delete("p1", request_options={"headers": headers, "query": {"a": 1}})
    (call,) = fake.calls

    assert "s3cret" not in f"{call} {call.headers.multi_items()}"
    assert [*call.query.items()] == [("a", "1"), ("key", "...")]
    assert call.headers["authorization"] == call.headers["cookie"] == "..."
    assert call.url.host == "shelter.example"


def test_a_recorded_call_shows_no_header(fake: Any) -> None:
    """Those of the caller may be secrets; each can be asked for by its name."""
    fake.pets.delete.returns(None)
    fake.client.with_options(headers={"X-Auth-Token": "s3cret"}).pets.delete("p1")
    (call,) = fake.calls

    assert "s3cret" not in repr(call)
    assert "s3cret" == call.headers["x-auth-token"]


def test_a_client_of_ones_own_is_answered_by_an_async_fake(
    shelter: Any, fake: Any
) -> None:
    """As `http_client` of it, with whatever options it has."""
    fake.pets.get.returns({"id": 1, "name": "Flaff"})

    async def get() -> None:
        http = fake.async_http_client
        client = shelter.AsyncClient(api_key="k", http_client=http, validation="strict")
        await client.pets.get("p1")

    with pytest.raises(shelter.errors.ResponseValidationError):
        asyncio.run(get())


def test_options_are_those_of_clients(shelter: Any) -> None:
    """What a fake is told, its clients are told."""
    fake = shelter.testing.FakeApi(validation="strict")
    fake.pets.get.returns({"id": 1, "name": "Flaff"})

    with pytest.raises(shelter.errors.ResponseValidationError):
        fake.client.pets.get("p1")


def test_what_is_no_operation_is_answered_by_others(shelter: Any, fake: Any) -> None:
    """Tokens are given to whoever asks; all else wants a script."""
    form = {"grant_type": "client_credentials"}
    token = fake.http_client.post("http://login.test/token", data=form).json()
    with pytest.raises(shelter.testing.UnscriptedCall, match=r"fake\.others\.returns"):
        fake.http_client.get("http://other.test/")
    fake.others.returns({"hello": "you"})

    assert (token["access_token"], token["token_type"]) == ("test", "Bearer")
    assert fake.http_client.get("http://other.test/").json() == {"hello": "you"}
    assert [call.method for call in fake.others.calls] == ["POST", "GET", "GET"]


def test_a_redirect_is_followed_inside_of_its_attempt(fake: Any, ask: Ask) -> None:
    """The operation of what it leads to is the same."""
    fake.pets.read_story.returns("", status=302, headers={"location": "/elsewhere"})
    fake.pets.read_story.returns("there")

    assert ask(fake, lambda client: client.pets.read_story("p1")) == "there"
    assert [call.path for call in fake.calls] == ["/pets/p1/story", "/elsewhere"]
    assert [call.attempt for call in fake.calls] == [1, 1]


def test_threads_share_a_script(fake: Any) -> None:
    """Each answer but the last is given to one of them."""
    for number in range(50):
        fake.pets.read_story.returns(str(number))
    told: list[str] = []

    def read() -> None:
        told.extend(fake.client.pets.read_story("p1") for _ in range(10))

    threads = [threading.Thread(target=read) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(told, key=int) == [str(number) for number in range(50)]


def test_the_package_does_not_import_its_fake(shelter: Any) -> None:
    """Until somebody asks for it."""
    text = Path(shelter.__file__).parent
    importing = [
        path.name
        for path in text.rglob("*.py")
        if "testing" not in path.parts and "_runtime.fakes" in path.read_text()
    ]

    assert importing == []
    assert "testing" in shelter.__all__
