"""HTTP digest authentication: a password that never goes over the wire.

The library's own is not used: it remembers one challenge for all threads, and knows
neither `auth-int`, `userhash` nor SHA-512/256.
https://www.rfc-editor.org/rfc/rfc7616
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from .basic import Login
from .forks import Lock
from .security import Credential

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .message import Message
    from .response import Answer

_ALGORITHMS = {"MD5": "md5", "SHA-256": "sha256", "SHA-512-256": "sha512_256"}
_PART = re.compile(
    r"""
    (?P<scheme>[A-Za-z][\w-]*)\ +(?=[\w*-]+\ *=)
    | (?P<name>[\w*-]+)\ *=\ *(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s,"]*))
    """,
    re.VERBOSE,
)


class Challenge(NamedTuple):
    """What a server wants to see solved."""

    realm: str
    nonce: str
    algorithm: str
    qop: str
    """`auth`, `auth-int` or nothing."""

    opaque: str | None
    hides_user: bool

    def digest(self, *parts: str | bytes) -> str:
        """Return the hash of some parts with colons between."""
        texts = [each.encode() if isinstance(each, str) else each for each in parts]
        joined = b":".join(texts)
        name = _ALGORITHMS[self.algorithm.removesuffix("-SESS")]
        return hashlib.new(name, joined, usedforsecurity=False).hexdigest()


class DigestAuth(Login):
    """`Authorization: Digest`, from a name and a password.

    The first request has to be refused to learn what to solve; those after it solve
    that again until the server wants to see something else.
    """

    __slots__ = ("_challenge", "_count", "_lock")

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        username_env: str | None = None,
        env: str | None = None,
    ) -> None:
        super().__init__(username, password, username_env=username_env, env=env)
        self.__setstate__({})

    def __getstate__(self) -> dict[str, object]:
        names = ("_secret", "env", "_username", "_username_env")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: Mapping[str, object]) -> None:
        for name, value in state.items():
            setattr(self, name, value)
        self._lock = Lock()
        self._challenge: Challenge | None = None
        self._count = 0

    def in_curl(self, variable: Callable[[str | None], str], /) -> list[str]:
        """See `Scheme.in_curl`."""
        return ["--digest", *super().in_curl(variable)]

    def _written(self, secret: str) -> Credential | None:
        username = self.username
        if username is None:
            return None
        used: list[Challenge] = []

        def sign(message: Message) -> str:
            with self._lock.held:
                challenge = self._challenge
                self._count += 1
                count = self._count
            if challenge is None:
                return ""
            used[:] = [challenge]
            return solve(challenge, message, username, secret, count=count)

        def renew(answer: Answer) -> bool:
            found = choose(answer.headers.get("www-authenticate", ""))
            if found is None or found in used:
                return False
            with self._lock.held:
                if self._challenge != found:
                    self._challenge, self._count = found, 0
            return True

        return Credential("header", self.name, "", secret, renew, sign)


def choose(header: str) -> Challenge | None:
    """Return the first challenge that can be solved: servers list the best first."""
    for scheme, parts in _challenges(header):
        algorithm = parts.get("algorithm", "MD5").upper()
        offered = [each.strip() for each in parts.get("qop", "").split(",")]
        qops = [each for each in ("auth", "auth-int", "") if each in offered]
        known = _ALGORITHMS.get(algorithm.removesuffix("-SESS"))
        is_able = known in hashlib.algorithms_available and qops
        if scheme == "digest" and is_able and {"realm", "nonce"} <= parts.keys():
            return Challenge(
                parts["realm"],
                parts["nonce"],
                algorithm,
                qops[0],
                parts.get("opaque"),
                parts.get("userhash", "").lower() == "true",
            )
    return None


def _challenges(header: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Split a header, or several in one, into schemes and what each asks for."""
    scheme = ""
    parts: dict[str, str] = {}
    for part in _PART.finditer(header):
        if part["scheme"]:
            yield scheme, parts
            scheme, parts = part["scheme"].lower(), {}
        else:
            quoted = part["quoted"]
            value = part["bare"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
            parts[part["name"].lower()] = value
    yield scheme, parts


def solve(
    challenge: Challenge,
    message: Message,
    username: str,
    password: str,
    *,
    count: int = 1,
    cnonce: str | None = None,
) -> str:
    """Write the header that answers a challenge."""
    cnonce = cnonce or secrets.token_hex(16)
    uri = _target(message.url)
    asked = [message.method, uri]
    if challenge.qop == "auth-int":
        asked.append(challenge.digest(_whole(message)))
    # It is as good as the password: nothing raises from here on.
    mine = challenge.digest(username, challenge.realm, password)
    if challenge.algorithm.endswith("-SESS"):
        mine = challenge.digest(mine, challenge.nonce, cnonce)
    proof = [f"{count:08x}", cnonce, challenge.qop] if challenge.qop else []
    response = challenge.digest(mine, challenge.nonce, *proof, challenge.digest(*asked))
    fields = [
        *_user(challenge, username),
        f'realm="{_escaped(challenge.realm)}"',
        f'nonce="{_escaped(challenge.nonce)}"',
        f'uri="{uri}"',
        f"algorithm={challenge.algorithm.replace('-SESS', '-sess')}",
        f'response="{response}"',
    ]
    if challenge.opaque is not None:
        fields.append(f'opaque="{_escaped(challenge.opaque)}"')
    if challenge.qop:
        fields += [f"qop={challenge.qop}", f"nc={count:08x}", f'cnonce="{cnonce}"']
    return f"Digest {', '.join(fields)}"


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path


def _whole(message: Message) -> bytes:
    if isinstance(message.content, bytes | None):
        return message.content or b""
    raise TypeError("this server wants a proof of the body, which must be bytes")


def _user(challenge: Challenge, username: str) -> list[str]:
    if challenge.hides_user:
        hidden = challenge.digest(username, challenge.realm)
        return [f'username="{hidden}"', "userhash=true"]
    if username.isascii():
        return [f'username="{_escaped(username)}"']
    return [f"username*=UTF-8''{quote(username, safe='')}"]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
