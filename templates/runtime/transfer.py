"""How far a download has come, and how it goes on after a break, without any I/O.

https://www.rfc-editor.org/rfc/rfc9110#section-14
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .errors import Error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .call import Call
    from .response import Answer

_OK = 200
_PARTIAL = 206
_LENGTH = re.compile("[0-9]{1,19}")
_RANGE = re.compile(r"bytes (\d{1,19})-(\d{1,19})/(\d{1,19}|\*)")


class Transfer:
    """What has been received of one file, and what would be the rest of it."""

    def __init__(self, call: Call[Any]) -> None:
        self.received = 0
        self.head: Answer | None = None
        """The first response, without its content."""

        self._call = call
        self._skipped = 0
        # Of content that is encoded, neither the length nor a part is known.
        self._asked = {"accept-encoding": "identity", **call.request.headers}
        self._ask(self._asked)

    @property
    def total(self) -> int | None:
        """The size of the whole, where the server says it."""
        if self.head is None or self.head.headers.get("content-encoding"):
            return None
        length = self.head.headers.get("content-length", "")
        return int(length) if _LENGTH.fullmatch(length) else None

    def begin(self, answer: Answer) -> bool:
        """Take a response, and say whether it goes on where the last one ended."""
        if self.head is None:
            self.head, self._asked = answer, {**self._call.request.headers}
            return True
        if answer.status == _PARTIAL:
            self._skipped = 0
            return self._is_rest(answer)
        # The server sends everything again: what is known of it is skipped.
        self._skipped = self.received
        return self._validator is not None and self._validator == _etag(answer)

    def take(self, chunk: bytes) -> bytes:
        """Return what is new in a piece."""
        fresh = chunk[self._skipped :]
        self._skipped -= len(chunk) - len(fresh)
        self.received += len(fresh)
        return fresh

    def shortage(self, chunk: bytes | None) -> Exception | None:
        """Return what is wrong with an end at which something is missing."""
        if chunk is None and self.total is not None and self.received < self.total:
            return ConnectionError(f"{self.received} of {self.total} bytes arrived")
        return None

    def recover(
        self, problem: Exception, restart: Callable[[], object] | None
    ) -> float:
        """Prepare the next attempt, and return the seconds to wait before.

        It asks for the rest where that can be had, else for everything: what was
        handed out cannot be taken back, and what was not may `restart`.

        Raises:
            Error: There is nothing more to try.
        """
        resumes = self._can_resume()
        if not resumes and restart is None:
            raise self.interrupted(problem)
        try:
            seconds = self._call.delay(problem)
        except Error:
            raise self.interrupted(problem) from problem
        if resumes:
            self._ask_for_rest()
        elif restart:
            self.restart(restart)
        return seconds

    def restart(self, restart: Callable[[], object] | None) -> None:
        """Forget what was received, and ask for everything again.

        Raises:
            Error: It was handed out.
        """
        if restart is None:
            raise self.interrupted(ConnectionError("what is left has changed"))
        restart()
        self.received = self._skipped = 0
        self.head = None
        self._ask(self._asked)

    def refuse_started(self, *, closed: bool) -> None:
        """Refuse to return all of what is partly gone.

        Raises:
            RuntimeError: It has been read, or closed.
        """
        if closed or self.received:
            raise RuntimeError("this download has been read or closed already")

    def _can_resume(self) -> bool:
        """Say whether the server has the rest of just what it has begun to send."""
        head = self.head
        return not self.received or (
            head is not None
            and head.status == _OK
            and self._call.request.method == "GET"
            and not head.headers.get("content-encoding")
            and head.headers.get("accept-ranges", "").lower() == "bytes"
            and self._validator is not None
        )

    def _ask_for_rest(self) -> None:
        """Ask for what is missing; if the file has changed, all of it comes."""
        if not self.received:
            self.head = None
        elif self._validator is not None:
            rest = {"range": f"bytes={self.received}-", "if-range": self._validator}
            self._ask(self._asked | rest)

    def interrupted(self, problem: Exception) -> Error:
        """Make the error for a download that broke off."""
        return self._call.failures.of_content(problem, received=self.received)

    @property
    def _validator(self) -> str | None:
        return None if self.head is None else _etag(self.head)

    def _ask(self, headers: dict[str, str]) -> None:
        self._call.request = replace(self._call.request, headers=headers)

    def _is_rest(self, answer: Answer) -> bool:
        found = _RANGE.fullmatch(answer.headers.get("content-range", "").strip())
        if found is None or int(found[1]) != self.received:
            return False
        return found[3] == "*" or self.total in {None, int(found[3])}


class Facts:
    """What is known of a download, blocking or async."""

    def __init__(self, transfer: Transfer) -> None:
        self._transfer = transfer

    @property
    def received(self) -> int:
        """How many bytes have come so far."""
        return self._transfer.received

    @property
    def total(self) -> int | None:
        """How many bytes there are, once the server has said it."""
        return self._transfer.total

    @property
    def status(self) -> int | None:
        """The status of the response, once there is one."""
        return self._transfer.head.status if self._transfer.head else None

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; none before there is one."""
        return self._transfer.head.headers if self._transfer.head else {}


def _etag(answer: Answer) -> str | None:
    """Return what tells this very content, byte by byte, from any other."""
    etag = answer.headers.get("etag", "")
    return etag if etag.startswith('"') else None
