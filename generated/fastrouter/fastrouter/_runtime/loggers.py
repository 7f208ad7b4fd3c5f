"""Where the package logs: nowhere, until the program configures `logging`.

https://docs.python.org/3/howto/logging.html#configuring-logging-for-a-library
"""

from __future__ import annotations

import logging

from .package import PACKAGE

logging.getLogger(PACKAGE).addHandler(logging.NullHandler())

DRIFT = logging.getLogger(f"{PACKAGE}.drift")
"""Warns of responses that do not have the shape the description promises."""

CALLS = logging.getLogger(f"{PACKAGE}.calls")
"""Has a line at INFO for each call, when it is over."""

ATTEMPTS = logging.getLogger(f"{PACKAGE}.attempts")
"""Has a line at DEBUG for each request of a call, and for each wait before one."""
