"""What is measured, one of it in each process, by what its own environment has.

`python subjects.py SUBJECT MEASURE ADDRESS FOLDER` prints figures as JSON. Nothing but
the standard library is imported before the clock is started.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from answering import EVENTS

CALLS = 100
LARGE = 5
BLOCKS = 4
KEPT = 1000

MESSAGES: Any = [{"role": "user", "content": "Why is the sky blue?"}]
MANY: Any = [
    {"role": "user", "content": [{"type": "text", "text": f"Why is sky {n} blue?"}]}
    for n in range(500)
]
MODEL = "openai/gpt-5.1"


Messages: TypeAlias = Any


class Subject(ABC):
    """A client of the server."""

    package: str

    @abstractmethod
    def call(self, messages: Messages) -> object:
        """Send messages, and return the answer."""

    def events(self) -> Iterable[object]:
        """Ask for a stream."""
        raise NotImplementedError


Kind: TypeAlias = Callable[[str], Subject]
"""Makes one from an address."""


class Raw(Subject):
    """The HTTP library and Pydantic, with nothing between them."""

    package = "httpx2"

    def __init__(self, address: str) -> None:
        import httpx2
        from pydantic import BaseModel

        class Said(BaseModel):
            role: str | None = None
            content: str | None = None

        class Choice(BaseModel):
            index: int
            message: Said | None = None
            delta: Said | None = None
            finish_reason: str | None = None

        class Usage(BaseModel):
            prompt_tokens: int
            completion_tokens: int
            total_tokens: int

        class Answer(BaseModel):
            id: str
            object: str
            created: int
            model: str
            system_fingerprint: str | None = None
            choices: list[Choice]
            usage: Usage | None = None

        self.answer = Answer
        self.http = httpx2.Client(headers={"authorization": "Bearer k"})
        self.url = f"{address}/api/v1/chat/completions"

    def call(self, messages: Messages) -> object:
        body = {"model": MODEL, "messages": messages}
        return self.answer.model_validate_json(
            self.http.post(self.url, json=body).content
        )

    def events(self) -> Iterable[object]:
        read, rest = self.answer.model_validate_json, b""
        body = {"model": MODEL, "messages": MESSAGES, "stream": True}
        with self.http.stream("POST", self.url, json=body) as response:
            for piece in response.iter_bytes():
                *events, rest = (rest + piece).split(b"\n\n")
                for event in events:
                    if event != b"data: [DONE]":
                        yield read(event[6:])


class Bytes(Raw):
    """The HTTP library alone: what a stream costs that nobody reads."""

    def events(self) -> Iterable[object]:
        body = {"model": MODEL, "messages": MESSAGES, "stream": True}
        with self.http.stream("POST", self.url, json=body) as response:
            yield from response.iter_bytes()


class Clientsmith(Subject):
    """A generated package."""

    package = "fastrouter"

    def __init__(self, address: str) -> None:
        folder = Path(__file__).parents[1] / "generated" / "fastrouter"
        sys.path.insert(0, str(folder))
        from fastrouter import Client

        self.client = Client(api_key="k", base_url=address)

    def call(self, messages: Messages) -> object:
        return self.client.chat.completions.create(model=MODEL, messages=messages)

    def events(self) -> Iterable[object]:
        return self.client.chat.completions.create_stream(
            model=MODEL, messages=MESSAGES
        )


class OpenAI(Subject):
    """The client of OpenAI."""

    package = "openai"

    def __init__(self, address: str) -> None:
        from openai import OpenAI  # type: ignore[import-not-found]

        self.client: Any = OpenAI(api_key="k", base_url=f"{address}/v1", max_retries=0)

    def call(self, messages: Messages) -> object:
        return self.client.chat.completions.create(model=MODEL, messages=messages)

    def events(self) -> Iterable[object]:
        stream = self.client.chat.completions.create(
            model=MODEL, messages=MESSAGES, stream=True
        )
        yield from stream


class Anthropic(Subject):
    """The client of Anthropic."""

    package = "anthropic"

    def __init__(self, address: str) -> None:
        from anthropic import Anthropic  # type: ignore[import-not-found]

        self.client: Any = Anthropic(api_key="k", base_url=address, max_retries=0)

    def call(self, messages: Messages) -> object:
        return self.client.messages.create(model=MODEL, messages=messages, max_tokens=9)

    def events(self) -> Iterable[object]:
        stream = self.client.messages.create(
            model=MODEL, messages=MESSAGES, max_tokens=9, stream=True
        )
        yield from stream


class OpenapiPythonClient(Subject):
    """What openapi-python-client has generated."""

    package = "chat_client"

    def __init__(self, address: str) -> None:
        sys.path.insert(0, sys.argv[4])
        from chat_client import AuthenticatedClient  # type: ignore[import-not-found]

        self.client: Any = AuthenticatedClient(base_url=address, token="k")  # noqa: S106

    def call(self, messages: Messages) -> object:
        api: Any = import_module("chat_client.api.completions.create")
        question: Any = import_module("chat_client.models.question").Question
        body = question.from_dict({"model": MODEL, "messages": messages})
        return api.sync(client=self.client, body=body)


SUBJECTS: dict[str, Kind] = {
    "bytes": Bytes,
    "httpx2": Raw,
    "clientsmith": Clientsmith,
    "openai": OpenAI,
    "anthropic": Anthropic,
    "openapi-python-client": OpenapiPythonClient,
}


def importing(kind: Kind, address: str) -> dict[str, float]:
    """Import, and make a client: milliseconds, modules of its own, and all."""
    before, began = len(sys.modules), time.process_time()
    subject = kind(address)
    spent = time.process_time() - began
    package = subject.package
    own = [name for name in sys.modules if name.split(".")[0] == package]
    return {
        "import": spent * 1e3,
        "own modules": len(own),
        "modules": len(sys.modules) - before,
    }


def first(kind: Kind, address: str) -> dict[str, float]:
    """Make the first call: milliseconds, without those of importing."""
    subject = kind(address)
    return {"first call": _spent(lambda: subject.call(MESSAGES)) * 1e3}


def calling(kind: Kind, address: str) -> dict[str, float]:
    """Call: microseconds, and milliseconds more for 500 messages."""
    subject = kind(address)
    subject.call(MANY)
    call = _least(lambda: _repeat(CALLS, lambda: subject.call(MESSAGES))) / CALLS
    many = _least(lambda: _repeat(LARGE, lambda: subject.call(MANY))) / LARGE
    return {"call": call * 1e6, "500 messages": (many - call) * 1e3}


def streaming(kind: Kind, address: str) -> dict[str, float]:
    """Read events that come in large pieces, and one by one: microseconds of each."""
    return {
        f"event, {name}": _least(_reader(kind(f"{address}/{path}"))) / EVENTS * 1e6
        for name, path in (("in bulk", "bulk"), ("one by one", "single"))
    }


def keeping(kind: Kind, address: str) -> dict[str, float]:
    """Keep answers: MiB of 10,000 of them."""
    import tracemalloc

    subject = kind(address)
    subject.call(MESSAGES)
    gc.collect()
    tracemalloc.start()
    kept = [subject.call(MESSAGES) for _ in range(KEPT)]
    gc.collect()
    used, _ = tracemalloc.get_traced_memory()
    return {"10,000 answers": used * 10_000 / len(kept) / 2**20}


def _reader(subject: Subject) -> Callable[[], None]:
    def read() -> None:
        for _ in subject.events():
            pass

    read()
    return read


def _repeat(times: int, work: Callable[[], object]) -> None:
    for _ in range(times):
        work()


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _least(work: Callable[[], object]) -> float:
    return min(_spent(work) for _ in range(BLOCKS))


MEASURES: dict[str, Callable[[Kind, str], dict[str, float]]] = {
    "importing": importing,
    "first": first,
    "calling": calling,
    "streaming": streaming,
    "keeping": keeping,
}

if __name__ == "__main__":
    print(json.dumps(MEASURES[sys.argv[2]](SUBJECTS[sys.argv[1]], sys.argv[3])))
