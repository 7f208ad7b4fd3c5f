"""Names that are imported at first use, and what is not imported before."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from types import ModuleType

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A package of two lazy names, not imported yet."""
    folder = tmp_path / "lazy_pets"
    folder.mkdir()
    folder.joinpath("__init__.py").write_text(
        "from runtime.lazy import lazy_exports\n"
        "__all__ = ['Pet', '__version__', 'errors']\n"
        "__version__ = '1'\n"
        "__getattr__, __dir__ = lazy_exports(\n"
        "    __name__, {'.': ('errors',), '.pet': ('Pet',)}\n"
        ")\n"
    )
    folder.joinpath("pet.py").write_text("class Pet: ...\n")
    folder.joinpath("errors.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    import lazy_pets  # type: ignore[import-not-found]

    yield lazy_pets
    for name in [name for name in sys.modules if name.startswith("lazy_pets")]:
        del sys.modules[name]


def test_a_name_is_imported_when_it_is_used(package: ModuleType) -> None:
    """Classes and modules alike; nothing before."""
    assert "lazy_pets.pet" not in sys.modules
    assert package.Pet.__name__ == "Pet"
    assert package.errors.__name__ == "lazy_pets.errors"


def test_dir_has_all_public_names(package: ModuleType) -> None:
    """Also those that are not lazy, and nothing else."""
    assert dir(package) == ["Pet", "__version__", "errors"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As for any module."""
    getattribute, _ = lazy_exports("shop", {})
    with pytest.raises(AttributeError, match="module 'shop' has no attribute 'Pet'"):
        getattribute("Pet")


def test_threads_see_one_class(package: ModuleType) -> None:
    """Eight threads that ask at once get the same object."""
    barrier = threading.Barrier(8)
    seen: list[type] = []

    def look() -> None:
        barrier.wait(5)
        seen.append(package.Pet)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5)

    assert (len(seen), len(set(seen))) == (8, 1)


def test_a_client_is_made_without_pydantic_or_httpx() -> None:
    """Importing and making a client loads neither."""
    script = """
import sys
from runtime import api, body, client, errors, keywords, lazy, options, parameters
from runtime import request, retry, security, sse
class Pets(keywords.Resource): ...
made = client.BaseClient(api.Api(name="shop", version="1"), {})
client.AsyncBaseClient(api.Api(name="shop", version="1"), {})
print(sorted({"pydantic", "httpx2", "anyio", "ssl"} & {*sys.modules}))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=TEMPLATES,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "[]\n"
