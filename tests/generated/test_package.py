"""The generated package from outside: its own tests, its names, its weight."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Callable

import fastrouter
import pytest
from fastrouter import errors, models, params, resources

Run = Callable[..., str]

THREADS = """
import json, random, sys, threading
import fastrouter
from fastrouter import errors, models, params, resources

places = (fastrouter, errors, models, params, resources)
names = [(place, name) for place in places for name in place.__all__]
start = threading.Barrier(8)
seen = []

def touch():
    mine = random.sample(names, len(names))
    start.wait()
    found = {(p.__name__, n): id(getattr(p, n)) for p, n in mine}
    seen.append(sorted(found.items()))

threads = [threading.Thread(target=touch) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps([len(names), len(seen), all(each == seen[0] for each in seen)]))
"""

CHILDREN = f"""
import os, signal, sys, threading
import fastrouter

idle = threading.Event()
threading.Thread(target=idle.wait, daemon=True).start()
fastrouter.Client(api_key="k").chat
children = []
for _ in range(3):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        sys.stdout = open(os.devnull, "w")
        code = 1
        try:
            exec({THREADS!r})
            code = 0 if all(each == seen[0] for each in seen) else 2
        finally:
            os._exit(code)
    children.append(child)
codes = [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in children]
print(codes, len([name for name in sys.modules if name.startswith("fastrouter.mod")]))
"""

WEIGHT = """
import json, sys
import fastrouter
fastrouter.Client(api_key="k").chat.completions
own = [name for name in sys.modules if name.split(".")[0] == "fastrouter"]
heavy = sorted({"pydantic", "httpx2", "anyio"} & sys.modules.keys())
print(json.dumps([len(own), heavy]))
"""


def test_its_own_tests_pass(run: Run) -> None:
    """The ones that are generated with it."""
    report = run("-m", "pytest", "tests", "-q", "-p", "no:cacheprovider")

    assert "3 passed" in report


def test_every_name_can_be_had_from_many_threads_at_once(run: Run) -> None:
    """Each thread gets the same object, though none was imported before."""
    names, threads, same = json.loads(run("-c", THREADS))

    public = (fastrouter, errors, models, params, resources)
    assert sum(len(module.__all__) for module in public) == names
    assert (threads, same) == (8, True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_so_it_can_in_child_processes(run: Run) -> None:
    """Each imports for itself what the parent has not, from many threads, too."""
    assert run("-W", "ignore", "-c", CHILDREN) == "[0, 0, 0] 0\n"


def test_it_knows_its_version_and_that_of_the_api() -> None:
    """Both are texts, and there before anything is imported."""
    versions = [vars(fastrouter)[name] for name in ("__version__", "__api_version__")]

    assert versions == ["0.1.0", "1.0.0"]


def test_importing_it_is_cheap(run: Run) -> None:
    """Neither Pydantic nor the HTTP library, and few modules of its own."""
    own, heavy = json.loads(run("-c", WEIGHT))

    assert own <= 40
    assert heavy == []


def test_a_star_import_gives_every_public_name() -> None:
    """And no others."""
    namespace: dict[str, object] = {}
    exec("from fastrouter import *", namespace)  # noqa: S102 - a function may not

    assert sorted(fastrouter.__all__) == sorted(namespace.keys() - {"__builtins__"})


@pytest.mark.parametrize("module", [fastrouter, errors, models, params])
def test_dir_shows_every_public_name(module: object) -> None:
    """Completion in a shell depends on it."""
    assert set(getattr(module, "__all__", ())) <= set(dir(module))


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    """It says which module has no such name."""
    with pytest.raises(AttributeError, match=r"'fastrouter.models'.*'ChatMesage'"):
        getattr(models, "ChatMesage")  # noqa: B009 - type checkers know better


def test_every_error_is_in_the_tree() -> None:
    """The drawing in the docstring is complete, and all derive from one class."""
    classes = [
        getattr(errors, name) for name in errors.__all__ if name != "STATUS_ERRORS"
    ]

    assert all(issubclass(each, errors.FastRouterError) for each in classes)
    assert all(each.__name__ in (errors.__doc__ or "") for each in classes)


def test_it_is_marked_as_typed() -> None:
    """Type checkers look at nothing else."""
    spec = importlib.import_module("importlib.resources")

    assert (spec.files("fastrouter") / "py.typed").is_file()
