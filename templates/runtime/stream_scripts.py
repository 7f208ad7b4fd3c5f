"""What a fake is told to stream: events, and how a stream ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from .replies import Reply, check_delivery
from .scripts import Script, UnscriptedCall
from .written_events import write_events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Self, Unpack

    from .recorded import RecordedCall
    from .replies import Delivery
    from .scripts import Problem, Wire
    from .sse import ServerSentEvent

T = TypeVar("T")


class ScriptedStream(Script, Generic[T]):
    """The answers of an operation that yields `T`s."""

    _hint = ".streams([...])"

    def streams(
        self,
        events: Iterable[T | ServerSentEvent | Wire],
        *,
        error: Problem | Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        **delivery: Unpack[Delivery],
    ) -> Self:
        """Answer with events, and with what ends the stream, or an `error` after them.

        Args:
            events: What the stream yields, or what a server sends for it; bytes are
                sent as they are, and need not be whole events.
            error: What fails after them: a status, an error, or the JSON of an event.
            headers: What comes before them.
            delivery: How they arrive: the first after `delay=` seconds, `pause=`
                seconds between them, `chunk_size=` bytes at a time instead of each by
                itself, and `cut_at=` after so many bytes. What is silent for longer
                than the timeout of the client fails.

        Raises:
            TypeError: A keyword does not exist.
        """
        check_delivery("streams", delivery)
        ends = error
        if isinstance(error, int | Exception | type):
            ends = self._problem(error)
        written = partial(write_events, tuple(events), ends)
        return self._add(Reply(None, None, headers or {}, delivery, events=written))

    def answers(
        self,
        answer: Callable[[RecordedCall], Iterable[T | ServerSentEvent | Wire] | Reply],
    ) -> Self:
        """Answer with the events that a function returns, or raises, for each call."""

        def reply(call: RecordedCall) -> Reply:
            found = answer(call)
            if isinstance(found, Reply):
                return found
            return Reply(events=partial(write_events, tuple(found), None))

        return self._answer(reply)

    def cuts(self, events: Iterable[T | ServerSentEvent | Wire]) -> Iterator[int]:
        """Script a stream that breaks off: after no byte, then after one, and so on.

        >>> for cut in fake.chat.completions.create_stream.cuts(events):
        ...     with pytest.raises(errors.ConnectionFailed):
        ...         read_all(fake.client)

        Raises:
            UnscriptedCall: The stream was not asked for inside of the loop.
        """
        listed, cut_at, size = tuple(events), 0, 1
        while cut_at < size:
            self.sent = 0
            self.forget().streams(listed, cut_at=cut_at)
            yield cut_at
            if not self.sent:
                raise UnscriptedCall(f"{self._operation} was not asked for")
            cut_at, size = cut_at + 1, self.sent
