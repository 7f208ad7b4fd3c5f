"""Digest authentication, by the examples of its specification and over sockets."""

from __future__ import annotations

import copy
import hashlib
import pickle
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from loopback import Received, Step, reply, serve
from shop import API, AT_ONCE, PetsRequests

from runtime.client import BaseClient
from runtime.digest import Challenge, DigestAuth, choose, solve
from runtime.errors import StatusError
from runtime.message import Message
from runtime.requirements import choose as choose_credentials

PET = b'{"id": 1, "name": "Flaff"}'
REALM = "http-auth@example.org"
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
WORSE = 'Digest realm="r", nonce="n", algorithm=MD5'
BETTER = 'Digest realm="r", nonce="n", algorithm=SHA-256'
GET = Message("GET", "http://www.example.org/dir/index.html", {}, None)


def fields(header: str) -> dict[str, str]:
    """Read what an answer to a challenge says."""
    found = re.findall(r'([\w*]+)=(?:"([^"]*)"|([^\s,]+))', header)
    return {name: quoted or bare for name, quoted, bare in found}


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_example_of_the_specification(algorithm: str, response: str) -> None:
    """https://www.rfc-editor.org/rfc/rfc7616#section-3.9.1"""  # noqa: D415
    challenge = Challenge(REALM, NONCE, algorithm, "auth", OPAQUE, hides_user=False)
    header = solve(challenge, GET, "Mufasa", "Circle of Life", cnonce=CNONCE)

    assert fields(header) == {
        "username": "Mufasa",
        "realm": REALM,
        "nonce": NONCE,
        "uri": "/dir/index.html",
        "algorithm": algorithm,
        "response": response,
        "opaque": OPAQUE,
        "qop": "auth",
        "nc": "00000001",
        "cnonce": CNONCE,
    }


def test_a_name_can_be_hidden_and_need_not_be_ascii() -> None:
    """https://www.rfc-editor.org/rfc/rfc7616#section-3.9.2, whose values are erroneous.

    Its erratum 4897 says what SHA-512/256 gives for the name.
    """
    challenge = Challenge("api@example.org", "n", "SHA-512-256", "auth", None, True)  # noqa: FBT003
    name = "J\u00e4s\u00f8n Doe"
    header = solve(challenge, GET, name, "Secret, or not?")
    shown = challenge._replace(hides_user=False)

    expected = hashlib.new("sha512_256", f"{name}:api@example.org".encode()).hexdigest()
    assert fields(header)["username"] == expected
    assert fields(header)["userhash"] == "true"
    assert "username*=UTF-8''J%C3%A4s%C3%B8n%20Doe" in solve(shown, GET, name, "x")


def test_a_session_and_a_body_are_part_of_the_proof() -> None:
    """`-sess` and `auth-int`."""
    challenge = Challenge("r", "n", "SHA-256-SESS", "auth-int", None, hides_user=False)
    message = Message("POST", "http://a.example/x?y=1", {}, b"body")
    found = fields(solve(challenge, message, "u", "p", count=3, cnonce="c"))

    def digest(text: str) -> str:
        return hashlib.sha256(text.encode()).hexdigest()

    mine = digest(f"{digest('u:r:p')}:n:c")
    asked = digest(f"POST:/x?y=1:{digest('body')}")
    assert found["response"] == digest(f"{mine}:n:00000003:c:auth-int:{asked}")
    assert (found["algorithm"], found["uri"]) == ("SHA-256-sess", "/x?y=1")


@pytest.mark.parametrize(
    ("header", "algorithm", "qop"),
    [
        ('Digest realm="r", nonce="n"', "MD5", ""),
        ('digest realm="r",nonce="n",qop="auth-int,auth",algorithm=md5', "MD5", "auth"),
        ('Digest realm="r", nonce="n", qop=auth-int', "MD5", "auth-int"),
        (f'Basic realm="Digest x", {BETTER}, {WORSE}', "SHA-256", ""),
        (
            'Digest realm="r", nonce="n", algorithm=SHA-3, Digest realm="r", nonce="n"',
            "MD5",
            "",
        ),
    ],
)
def test_the_first_challenge_that_can_be_solved_is(
    header: str, algorithm: str, qop: str
) -> None:
    """Servers list what they like best first, in one header or several."""
    found = choose(header)

    assert found
    assert (found.realm, found.nonce, found.algorithm, found.qop) == (
        "r",
        "n",
        algorithm,
        qop,
    )


@pytest.mark.parametrize(
    "header",
    ["", "Basic", 'Basic realm="x"', 'Digest realm="r"', "Negotiate abc==", "Digest"],
)
def test_what_cannot_be_solved_is_no_challenge(header: str) -> None:
    """The answer is an error then."""
    assert choose(header) is None


def test_quotes_are_read_and_written() -> None:
    """A realm may hold them."""
    found = choose(r'Digest realm="a \"b\" \\c", nonce="n"')

    assert found
    assert found.realm == 'a "b" \\c'
    assert r'realm="a \"b\" \\c"' in solve(found, GET, "u", "p")


def client(address: str) -> BaseClient:
    """Return a client whose API wants digests."""
    api = replace(API, security=({"d": ()},))
    return BaseClient(
        api, {"d": DigestAuth("ann", "d-secret")}, base_url=address, retry=AT_ONCE
    )


def guarded(request: Received) -> list[Step]:
    """Answer as a server that wants a digest with the nonce `n1`."""
    given = fields(request.headers.get("authorization", ""))
    challenge = Challenge("r", "n1", "SHA-256", "auth", None, hides_user=False)
    method, target, _ = request.line.split()
    message = Message(method, f"http://a.example{target}", {}, request.body or None)
    if not given:
        header = 'Digest realm="r", nonce="n1", algorithm=SHA-256, qop="auth"'
        return reply(401, www_authenticate=header)
    count = int(given["nc"], 16)
    right = solve(
        challenge, message, "ann", "d-secret", count=count, cnonce=given["cnonce"]
    )
    return reply(200 if fields(right) == given else 403, PET)


def test_a_client_solves_what_it_is_asked() -> None:
    """The first request is refused, and those after it are not; nothing is retried."""
    with serve(guarded) as server, client(server.address) as api:
        for _ in range(3):
            assert api.send(PetsRequests.get(1), {"max_retries": 0}).value.name
        api.send(PetsRequests.create(name="x", limit=2))

    counts = [fields(r.headers.get("authorization", "")) for r in server.requests]
    assert [each.get("nc") for each in counts] == [
        None,
        "00000001",
        "00000002",
        "00000003",
        "00000004",
    ]
    assert "d-secret" not in str([each.headers for each in server.requests])


def test_threads_never_use_a_count_twice() -> None:
    """Servers refuse what was used before."""
    with serve(guarded) as server, client(server.address) as api:
        api.send(PetsRequests.get(1))
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _: api.send(PetsRequests.get(1)), range(40)))

    counts = [
        fields(each.headers["authorization"])["nc"] for each in server.requests[1:]
    ]
    assert len(counts) == len({*counts}) == 41


def test_a_redirect_is_signed_anew() -> None:
    """The address is part of the proof."""

    def moving(request: Received) -> list[Step]:
        first = "/pets/1 " in request.line and "authorization" in request.headers
        return reply(307, location="/elsewhere?x=1") if first else guarded(request)

    with serve(moving) as server, client(server.address) as api:
        assert api.send(PetsRequests.get(1)).value.name == "Flaff"

    assert 'uri="/elsewhere?x=1"' in server.requests[-1].headers["authorization"]


def test_a_wrong_password_is_an_error_without_it() -> None:
    """After one attempt to solve the challenge."""
    challenge = 'Digest realm="r", nonce="n", qop="auth"'
    script = reply(401, b'{"message": "not d-secret"}', www_authenticate=challenge)
    with (
        serve(script) as server,
        client(server.address) as api,
        pytest.raises(StatusError, match=r"401: not \.\.\.$"),
    ):
        api.send(PetsRequests.get(1))

    assert len(server.requests) == 2


def test_a_password_never_shows_and_clients_can_be_copied() -> None:
    """A copy asks for a challenge of its own."""
    scheme = DigestAuth("ann", "d-secret")
    twins: list[DigestAuth] = [
        copy.deepcopy(scheme),
        pickle.loads(pickle.dumps(scheme)),  # noqa: S301 - made here
    ]
    for each in (scheme, *twins):
        assert "d-secret" not in repr(each)
        with pytest.raises(TypeError):
            vars(each)
        found = each.credential()
        assert "d-secret" not in repr(found)


def test_the_user_may_be_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Like any other credential."""
    scheme = DigestAuth(username_env="SHOP_USER", env="SHOP_PASSWORD")
    given: Mapping[str, str] = {}
    assert scheme.credential() is None
    monkeypatch.setenv("SHOP_USER", "ann")
    steps = choose_credentials(({"d": ()},), {"d": scheme}, given)

    with pytest.raises(StopIteration) as done:
        next(steps)
    assert [each.name for each in done.value.value] == ["Authorization"]
