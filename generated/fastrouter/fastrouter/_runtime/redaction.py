"""Keeps credentials in queries out of what the HTTP library logs of each request."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any
from urllib.parse import quote

_LIBRARIES = ("httpx2", "httpx")


class _Redaction(logging.Filter):
    """Puts dots into the place of one parameter, in everything that is a URL."""

    def __init__(self, parameter: str) -> None:
        super().__init__()
        self._value = re.compile(rf"([?&]{re.escape(parameter)}=)[^&#\s]*")

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the value."""
        if isinstance(record.args, tuple):
            arguments: tuple[Any, ...] = record.args
            record.args = tuple(self._redacted(each) for each in arguments)
        return True

    def _redacted(self, argument: Any) -> Any:
        if type(argument).__name__ not in {"URL", "str"}:
            return argument
        return self._value.sub(r"\1...", str(argument))


@cache
def keep_out_of_logs(parameter: str) -> None:
    """Keep the value of a query parameter out of the logs of HTTP libraries."""
    redaction = _Redaction(quote(parameter, safe=""))
    for name in _LIBRARIES:
        logging.getLogger(name).addFilter(redaction)
