"""What README and reference of a package show works as it is written."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import sys
import warnings
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest

from golden.packages import NAMES, generate, write

_CONTENT = {"text/event-stream": b'data: {"id": "1"}\n\n'}
_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture(params=NAMES)
def written(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Write a package where it can be imported under its name."""
    name: str = request.param
    write(generate(name), tmp_path)
    known = [one for one in sys.modules if one.partition(".")[0] == name]
    for one in known:
        monkeypatch.delitem(sys.modules, one)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", NAMES)
def test_no_part_of_a_document_comes_twice(name: str) -> None:
    """Each heading is a place of its own."""
    documents = [file.text for file in generate(name).files if file.path.endswith(".md")]

    assert documents
    for text in documents:
        headings = re.findall(r"^## .*$", text, re.MULTILINE)
        assert sorted({*headings}) == sorted(headings)


def test_every_call_in_the_reference_can_be_made(written: Path) -> None:
    """With the arguments that it shows; a stream is read to its end."""
    package = _imported(written)
    text = (written / "REFERENCE.md").read_text("utf-8")
    readme = (written / "README.md").read_text("utf-8")
    [setup, *_] = re.findall(r"^client = Client.*$", readme, re.MULTILINE)
    blocks = _BLOCK.findall(text)
    shown = [call for block in blocks for call in block.split("\n\n")]

    assert shown
    for call in shown:
        asked: list[httpx2.Request] = []
        known = partial(package.Client, http_client=_answering(asked))
        _run(f"{setup}\n{call}", Client=known)
        assert f"`{asked[0].method} " in text


def test_the_first_call_of_the_readme_can_be_made(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it stands there, with the client that it makes before."""
    package = _imported(written)
    text = (written / "README.md").read_text("utf-8")
    block = _BLOCK.findall(text)[0]
    asked: list[httpx2.Request] = []
    known = partial(package.Client, http_client=_answering(asked))
    monkeypatch.setattr(package, "Client", known, raising=False)
    _run(block)

    assert 1 == len(asked)


def _answering(asked: list[httpx2.Request]) -> httpx2.Client:
    """Make an HTTP client that gets what it accepts, and keeps what it asks for."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        media_type = request.headers["accept"].partition(",")[0]
        content = _CONTENT.get(media_type, b"{}")
        headers = {"content-type": media_type}
        return httpx2.Response(200, headers=headers, content=content)

    return httpx2.Client(transport=httpx2.MockTransport(answer))


def _run(text: str, **names: object) -> None:
    """Run what a user would copy."""
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecated methods are shown as well
        exec(text, names)  # noqa: S102 - it comes from the package


def _imported(written: Path) -> Any:
    name = next(one.parent.name for one in written.glob("*/client.py"))
    return importlib.import_module(name)
