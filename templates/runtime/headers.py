"""Headers of responses, those that the description has a type for as attributes.

https://spec.openapis.org/oas/v3.1.1.html#header-object
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from .decode import decode_json
from .drift import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter

    from .decode import Context

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Headers(Mapping[str, str]):
    """All headers of a response by name, in any case.

    Documented ones are attributes, too: read when they are asked for, and None
    where the server left them out or they cannot be read.
    """

    def __init__(self, fields: Mapping[str, str], context: Context) -> None:
        self._fields = {name.lower(): value for name, value in fields.items()}
        self._context = context

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        # Some values are secret: cookies, for example.
        return f"<{type(self).__name__}: {', '.join(self)}>"

    def read(self, field: Field) -> Any:
        """Read one header as its type.

        Raises:
            ResponseValidationError: It does not fit, and strict validation is on.
        """
        text = self._fields.get(field.name)
        if text is None:
            return None
        if field.json:
            return decode_json(text, field.kind, self._context)
        from pydantic import ValidationError

        try:
            return field.parse(text)
        except ValidationError as problem:
            said = problem.errors(include_url=False)[0]["msg"]
        if self._context.validation == "strict":
            raise self._context.refuse(f"header {field.name}: {said}", text)
        place = f"header {field.name}"
        tell(self._context.operation, place, said, self._context.validation)
        return None


class Field:
    """An attribute that is a header: its name in small letters, and its type."""

    def __init__(self, name: str, kind: Any, *, explode: bool, json: bool) -> None:
        self.name = name
        self.kind = kind
        self.json = json
        self._explode = explode

    def __get__(self, headers: Headers | None, owner: type) -> Any:
        return self if headers is None else headers.read(self)

    def parse(self, text: str) -> Any:
        """Read the text of a header, written in the style `simple`."""
        text = text.strip()
        if self.kind is datetime and text.startswith(_DAYS):
            return _http_date(text)
        origin = get_origin(self.kind) or self.kind
        if origin is list:
            (item,) = get_args(self.kind)
            return [_parsed(item, part) for part in _parts(text)]
        if origin is dict or hasattr(origin, "model_fields"):
            return _parsed(self.kind, dict(self._pairs(text)))
        return _parsed(self.kind, text)

    def _pairs(self, text: str) -> Iterator[tuple[str, str]]:
        parts = _parts(text)
        if self._explode:
            for part in parts:
                name, _, value = part.partition("=")
                yield name, value
        else:
            yield from zip(parts[::2], parts[1::2], strict=False)


def header(name: str, kind: Any, *, explode: bool = False, json: bool = False) -> Any:
    """Declare an attribute that is a header."""
    return Field(name, kind, explode=explode, json=json)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] if text else []


def _parsed(kind: Any, value: Any) -> Any:
    return _adapter(kind).validate_strings(value)


@lru_cache(maxsize=1024, typed=True)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    # A mark would hide from the library that it reads text.
    return TypeAdapter(get_args(kind)[0] if get_origin(kind) is Annotated else kind)


def _http_date(text: str) -> datetime:
    """Read the form that dates have in HTTP.

    https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
    """
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        moment = _parsed(datetime, text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
