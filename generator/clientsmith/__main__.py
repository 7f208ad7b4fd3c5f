"""Where the program starts, and where it ends."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from .diagnostics import Exit


def main() -> NoReturn:
    """Run the command line; what is not a diagnostic is a bug and says so."""
    # Everything a run makes lives until it ends, so that looking for garbage
    # would only cost time.
    gc.disable()
    from .cli import app

    _leave(_ran(app))


def _ran(app: Callable[[], object]) -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else Exit.OK
    except Exception:  # noqa: BLE001 - the last frame there is
        sys.stderr.write(
            "clientsmith has a bug: please report what follows, and the document.\n",
        )
        import traceback

        traceback.print_exc()
        return Exit.BUG
    return Exit.OK


def _leave(code: int) -> NoReturn:
    """End at once: freeing one by one what a run has made takes as long as loading."""
    with suppress(OSError):  # nobody reads any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
