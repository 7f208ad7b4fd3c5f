"""Has Steady judge what the FastRouter client sends."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from description import described

from servers import steady

EXAMPLE = {
    "id": "gen-1",
    "object": "chat.completion.chunk",
    "created": 1763900000,
    "model": "m",
    "choices": [{"index": 0, "delta": {"content": "a"}}],
}


@contextmanager
def judging(folder: Path) -> Generator[str]:
    """Serve the document of the FastRouter client, and yield the address."""
    document = folder / "openapi.json"
    document.write_text(json.dumps(_with_example(described())))
    with steady.judging(document, "--reject-on-sdk-error") as address:
        yield address


def _with_example(document: dict[str, Any]) -> dict[str, Any]:
    """Say what is to be streamed: made-up events would not end with `[DONE]`."""
    operation = document["paths"]["/api/v1/chat/completions"]["post"]
    operation["responses"]["200"]["content"]["text/event-stream"]["example"] = [
        {"event": None, "id": None, "data": EXAMPLE},
        {"event": None, "id": None, "data": "[DONE]"},
    ]
    return document
