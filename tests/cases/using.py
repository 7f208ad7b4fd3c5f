"""A generated package in use: it asks a server in process, and shows what it sent."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any

from cases.packages import generate, package_name
from golden.answering import Server
from golden.packages import write


class Case:
    """The package of one case."""

    def __init__(self, package: ModuleType) -> None:
        self.package = package
        self._server = Server()

    def client(
        self, answer: object = None, *, validation: str = "strict", **about: Any
    ) -> Any:
        """Make a client whose server answers the same to everything."""
        self._server = Server(answer, **about)
        return self._server.client(self.package, validation=validation)

    def connect(self, **options: Any) -> Any:
        """Make a client that is told something, whose server has nothing to say."""
        self._server = Server(b"", status=204)
        return self._server.client(self.package, **options)

    @property
    def models(self) -> Any:
        """The models of the package."""
        return self.package.models

    @property
    def request(self) -> Any:
        """The last request."""
        return self._server.request

    @property
    def sent(self) -> Any:
        """The JSON of the last request."""
        return json.loads(self.content)

    @property
    def content(self) -> bytes:
        """The bytes of the last request."""
        return self._server.request.read()

    def written(self, value: object) -> Any:
        """Write a value as the client does, and read it as JSON."""
        writer = import_module(f"{self.package.__name__}._runtime.to_json")
        return json.loads(writer.to_json(value))

    def docs(self, module: str) -> str:
        """Return the text of a module, on one line, for what its docstrings say."""
        path = Path(str(self.package.__file__)).parent / f"{module}.py"
        return " ".join(path.read_text("utf-8").split())

    def refuses(self, call: Any, answer: object) -> bool:
        """Tell whether strict validation refuses an answer."""
        try:
            call(self.client(answer))
        except self.package.errors.ResponseValidationError:
            return True
        return False


@cache
def package_of(name: str, folder: Path) -> ModuleType:
    """Write the package of a case and import it."""
    write(generate(name), folder)
    invalidate_caches()
    return import_module(package_name(name))
