"""A server on loopback that knows as much of GitLab's API as `glab` asks for.

https://docs.gitlab.com/api/merge_requests/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

_NOWHERE = {"message": "404 Not Found"}


@dataclass
class GitLab:
    """One project, its merge requests, and who has asked."""

    port: int
    path: str = "example/shop"
    requests: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    tokens: set[str] = field(default_factory=set[str])

    @property
    def project(self) -> dict[str, Any]:
        """What is said of the project."""
        return {
            "id": 7,
            "path_with_namespace": self.path,
            "merge_requests_enabled": True,
            "default_branch": "main",
            "ssh_url_to_repo": f"git@127.0.0.1:{self.path}.git",
            "http_url_to_repo": f"http://127.0.0.1/{self.path}.git",
            "web_url": f"http://127.0.0.1/{self.path}",
        }

    def answer(self, method: str, address: str, given: dict[str, Any]) -> Any:
        """Answer a request; None where there is no such thing."""
        parts = urlsplit(address)
        known = {f"/api/v4/projects/{each}" for each in ("7", quote(self.path, ""))}
        start, _, rest = parts.path.partition("/merge_requests")
        if start not in known:
            return None
        if start == parts.path:
            return self.project
        match method, rest.strip("/"):
            case "GET", "":
                return self._listed(parse_qs(parts.query))
            case "POST", "":
                return self._opened(given)
            case _, number:
                (one,) = (each for each in self.requests if str(each["iid"]) == number)
                one.update({**given, "labels": []})
                return one

    def _listed(self, wanted: dict[str, list[str]]) -> list[dict[str, Any]]:
        keys = ("state", "source_branch", "target_branch")
        return [
            one
            for one in self.requests
            if all(one[key] == wanted[key][0] for key in keys if key in wanted)
        ]

    def _opened(self, given: dict[str, Any]) -> dict[str, Any]:
        number = len(self.requests) + 1
        address = f"http://127.0.0.1/{self.path}/-/merge_requests/{number}"
        one = {"id": 100 + number, "iid": number, "state": "opened", "web_url": address}
        self.requests.append({**one, **given, "labels": []})
        return self.requests[-1]


@contextmanager
def gitlab() -> Iterator[GitLab]:
    """Answer on a port of loopback."""
    host = GitLab(0)

    class Handler(BaseHTTPRequestHandler):
        def answers(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            given = json.loads(self.rfile.read(size) or b"{}")
            host.tokens.add(self.headers.get("Private-Token", ""))
            found = host.answer(self.command, self.path, given)
            body = json.dumps(_NOWHERE if found is None else found).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self.answers()

        def do_POST(self) -> None:
            self.answers()

        def do_PUT(self) -> None:
            self.answers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
