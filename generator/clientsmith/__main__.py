"""Where the program starts."""

from __future__ import annotations

import gc
import sys

from .diagnostics import Exit
from .startup import only_the_view_of_3_1


def main() -> None:
    """Run the command line; what is not a diagnostic is a bug and says so."""
    # Everything a run makes lives until it ends, so that looking for garbage
    # would only cost time.
    gc.disable()
    with only_the_view_of_3_1():
        from .cli import app

    try:
        app()
    except Exception:  # noqa: BLE001 - the last frame there is
        sys.stderr.write(
            "clientsmith has a bug: please report what follows, and the document.\n",
        )
        import traceback

        traceback.print_exc()
        sys.exit(Exit.BUG)


if __name__ == "__main__":
    main()
