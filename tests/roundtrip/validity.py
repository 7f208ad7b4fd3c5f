"""Whether a value is valid by a schema of a description, and how thoroughly.

https://json-schema.org/draft/2020-12/json-schema-validation#section-7
"""

from __future__ import annotations

import datetime as dt
import re
from base64 import b64decode
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from clientsmith.pointer import Pointer

from .assertive import Assertive
from .files import Files
from .patterns import pattern

_DOCUMENT = "document:"
_Validator: Any = extend(Draft202012Validator, {"pattern": pattern})
_DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\Z"
)

_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\Z")
_DURATION = re.compile(
    r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?)\Z"
)
_UNJUDGEABLE = (
    re.error,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    Unresolvable,
)
"""A ValueError says that a place is not one of the document, but of what is merged."""
_INTEGER = re.compile(r"[+-]?\d+\Z")
_NUMBER = re.compile(r"-?\d+(\.\d+)?\Z")

formats = FormatChecker(())


class Verdict(Enum):
    """What a schema says of a value."""

    VALID = "valid"
    MISFORMATTED = "valid but for a format"
    """A `format` is an annotation, which nobody has to assert."""
    INVALID = "invalid"
    UNJUDGED = "with a schema that is not valid"


@formats.checks("date-time", raises=ValueError)
def is_date_time(value: object) -> bool:
    """Tell whether a text is a date-time of RFC 3339."""
    if not isinstance(value, str):
        return True
    return bool(_DATE_TIME.match(value) and dt.datetime.fromisoformat(value.upper()))


@formats.checks("date", raises=ValueError)
def is_date(value: object) -> bool:
    """Tell whether a text is a full-date of RFC 3339."""
    if not isinstance(value, str):
        return True
    return bool(re.match(r"\d{4}-\d\d-\d\d\Z", value) and dt.date.fromisoformat(value))


@formats.checks("uuid", raises=ValueError)
def is_uuid(value: object) -> bool:
    """Tell whether a text is a UUID as RFC 4122 writes them."""
    return not isinstance(value, str) or str(UUID(value)) == value.lower()


@formats.checks("time", raises=ValueError)
def is_time(value: object) -> bool:
    """Tell whether a text is a full-time of RFC 3339."""
    if not isinstance(value, str):
        return True
    return bool(_TIME.match(value) and dt.time.fromisoformat(value.upper()))


@formats.checks("duration")
def is_duration(value: object) -> bool:
    """Tell whether a text is a duration as appendix A of RFC 3339 writes them."""
    return not isinstance(value, str) or _DURATION.match(value) is not None


@formats.checks("decimal")
def is_decimal(value: object) -> bool:
    """Tell whether a text is a decimal number."""
    return not isinstance(value, str) or _NUMBER.match(value) is not None


@formats.checks("int32")
@formats.checks("int64")
@formats.checks("uint32")
@formats.checks("uint64")
def is_integer(value: object) -> bool:
    """Tell whether a text is an integer, as it is where JSON has too few bits."""
    return not isinstance(value, str) or _INTEGER.match(value) is not None


@formats.checks("byte", raises=ValueError)
def is_base64(value: object) -> bool:
    """Tell whether a text is base64."""
    return not isinstance(value, str) or b64decode(value, validate=True) is not None


@dataclass(slots=True)
class Judge:
    """Judges values by the schemas of one upgraded description."""

    files: Files
    _assertive: Assertive = field(init=False)
    _plain: Any = field(init=False)
    _strict: Any = field(init=False)
    _validators: dict[tuple[Pointer, bool], Any] = field(
        default_factory=dict[tuple[Pointer, bool], Any]
    )

    def __post_init__(self) -> None:
        self._assertive = Assertive(self.files, _DOCUMENT)
        registry = Registry[Any]().with_resources(
            (
                f"{_DOCUMENT}{Pointer(name)}".removesuffix("#"),
                Resource(self._assertive.rewritten(value), DRAFT202012),
            )
            for name, value in self.files.items()
        )
        self._plain = _Validator({}, registry=registry)
        self._strict = _Validator({}, registry=registry, format_checker=formats)

    def verdict(self, value: Any, schema: Pointer) -> Verdict:
        """Say what the schema at a pointer says of a value."""
        try:
            if not self._validator(schema, assertive=False).is_valid(value):
                return Verdict.INVALID
            if not self._validator(schema, assertive=True).is_valid(value):
                return Verdict.MISFORMATTED
        except _UNJUDGEABLE:
            return Verdict.UNJUDGED
        return Verdict.VALID

    def _validator(self, schema: Pointer, *, assertive: bool) -> Any:
        if (schema, assertive) not in self._validators:
            # Made of another one: a new one looks through the whole registry.
            base = self._strict if assertive else self._plain
            made = base.evolve(schema={"allOf": self._assertive.used(schema)})
            self._validators[schema, assertive] = made
        return self._validators[schema, assertive]
