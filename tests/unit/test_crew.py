"""A process of the crew ends when it is told to, whatever it was told before."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

WORK = """
import os, signal
from clientsmith import crew

def work(names):
    try:
        for name in names:
            os.kill(os.getpid(), getattr(signal, name))
    except KeyboardInterrupt:
        os.kill(os.getpid(), signal.SIGTERM)
    return names

crew._begin()
print(crew._done(work, {names}), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals")
@pytest.mark.parametrize(
    "names", [["SIGTERM"], ["SIGINT"], ["SIGTERM", "SIGTERM"]], ids="-".join
)
def test_what_is_interrupted_ends_by_the_signal_that_comes_next(
    names: list[str],
) -> None:
    """It is not kept, waiting for work that nobody gives it: who waits for it hangs.

    Here the second one comes while the first is cleaned up after.
    """
    ended = subprocess.run(
        [sys.executable, "-c", WORK.replace("{names}", repr(names))],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert 128 + signal.SIGTERM == ended.returncode, ended.stderr
    assert "" == ended.stdout
