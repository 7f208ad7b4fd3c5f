"""Plays scenarios with a generated client, and says what is not as it should be."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from clientsmith.load import Source
from clientsmith.report import OperationEntry
from conformance.typespec import FOLDER, Step, steps_in
from conformance.typespec_answers import (
    TERMINATOR,
    expected,
    is_stream,
    value_of,
    wrong,
)
from conformance.typespec_arguments import arguments
from roundtrip.packages import forget, generate, use

_EVENTS = {"ServerSentEvent", "UnknownEvent"}
"""What events of no declared type become: their data is text."""
_FAILURES = range(400, 600)


def play(document: str, server: str, folder: Path) -> dict[str, str]:
    """Generate the client of a document and play its scenarios; return what is wrong.

    Raises:
        ValueError: It does not generate.
    """
    path = FOLDER / document
    package = f"typespec_{path.stem}".replace("-", "_").replace(".", "_")
    made = generate(Source(path.name, path.read_bytes()), package)
    report = made.compiled.report
    if report is None or not made.files:
        problem = f"{document} does not generate: {made.compiled.diagnostics}"
        raise ValueError(problem)
    operations = {(each.method, each.path): each for each in report.operations}
    address = server + _prefix(json.loads(path.read_text()))
    player = Player(use(made, folder), operations, server, address)
    found = [(step.scenario, player.problem(step)) for step in steps_in(document)]
    forget(package)
    return {scenario: problem for scenario, problem in found if problem}


def _prefix(document: dict[str, Any]) -> str:
    """Return the path of the server that a document names."""
    [server] = document.get("servers") or [{"url": ""}]
    variables = server.get("variables") or {}
    url: str = server["url"]
    for name, variable in variables.items():
        url = url.replace(f"{{{name}}}", variable["default"])
    return urlsplit(url).path


@dataclass(frozen=True, slots=True)
class Player:
    """A generated package that calls a server."""

    module: ModuleType
    operations: Mapping[tuple[str, str], OperationEntry]
    server: str
    address: str
    """The server with what the document adds to paths."""

    def problem(self, step: Step) -> str | None:
        """Play one call; say what is wrong with it, if something is."""
        if "call" not in step.api:
            return "nothing says how it is called"
        try:
            return self._play(step, self.operations[step.method.upper(), step.path])
        except Exception as problem:  # noqa: BLE001 - any exception is a failure
            return f"{type(problem).__name__}: {problem}"

    def _play(self, step: Step, operation: OperationEntry) -> str | None:
        given = arguments(step.api["call"], operation, self.server)
        streams = is_stream(step.api) and operation.stream_call is not None
        call = operation.stream_call if streams else operation.call
        status = step.api["response"]["status"]
        wanted = expected(step.api, self.server)
        with self._client(step.api["call"]) as client:
            try:
                result = _method(client, str(call))(**given)
                if hasattr(type(result), "by_page"):
                    result = result.first().value
                plain = self._events(result) if streams else self._plain(result)
            except self.module.errors.StatusError as error:
                if error.status != status:
                    raise
                return wrong(wanted, self._plain(error.body))
        if status in _FAILURES:
            return f"{status} was not raised"
        return wrong(wanted, plain)

    def _client(self, call: dict[str, Any]) -> Any:
        signature = inspect.signature(self.module.Client.__init__)
        # Servers and their variables are one of several; credentials are not.
        taken = signature.parameters.values()
        names = [one.name for one in taken if _is_credential(one)]
        given = dict.fromkeys(names, "invalid")
        for name, each in zip(given, call.get("security", ()), strict=False):
            sent = each.get("value") or each["authorization"]
            given[name] = sent.rpartition(" ")[2]
        retry = self.module.RetryPolicy(max_retries=0)
        return self.module.Client(**given, base_url=self.address, retry=retry)

    def _plain(self, value: Any) -> Any:
        """Write a result as the client would send it back."""
        if value is None or isinstance(value, bytes | str):
            return value
        writer = import_module(f"{self.module.__name__}._runtime.to_json")
        return json.loads(writer.to_json(value))

    def _events(self, stream: Any) -> list[Any]:
        """Read a stream to its end; data of no declared type may be JSON all the same.

        Nothing says of such data that some of it is the end.
        """
        found: list[Any] = []
        for event in stream:
            data = event.data if type(event).__name__ in _EVENTS else event
            plain = self._plain(data)
            found.append(value_of(plain) if isinstance(plain, str) else plain)
        return found[:-1] if found[-1:] == [TERMINATOR] else found


def _method(client: Any, dotted: str) -> Any:
    for name in dotted.split(".")[1:]:  # the first is `client` itself
        client = getattr(client, name)
    return client


def _is_credential(one: inspect.Parameter) -> bool:
    return one.default is None and "Literal" not in str(one.annotation)
