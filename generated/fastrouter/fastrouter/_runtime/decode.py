"""Reads JSON as the type that a description promises."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from .any_json import loads
from .drift import json_path, report
from .errors import ResponseValidationError
from .forks import Lock, unlock_in_children
from .hooks import CHECKING
from .leaves import with_leaves

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import SchemaValidator

    from .options import Validation

_building = Lock()


class Reader:
    """Reads JSON as one type."""

    def __init__(self, returns: Any) -> None:
        self._returns = returns

    @cached_property
    def _schema(self) -> dict[str, Any]:
        from pydantic import TypeAdapter

        # Models are built at first use, and building is not safe in threads.
        with _building.held:
            adapter: TypeAdapter[Any] = TypeAdapter(self._returns)
            adapter.rebuild()
            return with_leaves(dict(**adapter.core_schema))

    @cached_property
    def read(self) -> Any:
        """Validate JSON text; properties go by the names of the wire alone."""
        from pydantic_core import SchemaValidator

        schema: Any = self._schema
        return SchemaValidator(schema).validate_json

    @cached_property
    def read_strictly(self) -> Any:
        """Validate JSON text, and what the description asserts beyond types."""
        schema = self._schema
        return CHECKING[0](schema).validate_json if CHECKING else self.read

    @cached_property
    def _lenient(self) -> SchemaValidator:
        from .lenient import lenient_validator

        return lenient_validator(self._schema)

    def reads(self, validation: Validation) -> Any:
        """Return what validates: what is left of lenient reading comes after."""
        return self.read if validation == "lenient" else self.read_strictly

    def read_leniently(self, content: bytes | str) -> Any:
        """Validate JSON text and keep what does not fit as it came."""
        return self._lenient.validate_json(content, by_name=False, strict=True)

    def keep(self, content: bytes | str) -> Any:
        """Read what strict validation refuses: as it should be, or leniently."""
        from pydantic import ValidationError

        try:
            return self.read(content, by_name=False, strict=True)
        except ValidationError:
            return self.read_leniently(content)


unlock_in_children(Reader)


@lru_cache(maxsize=4096, typed=True)
def reader(returns: Any) -> Reader:
    """Return the one reader of a type."""
    return Reader(returns)


def may_be_null(returns: Any) -> bool:
    """Tell whether null is one of the values of a type."""
    from pydantic import ValidationError

    try:
        return reader(returns).read("null", by_name=False, strict=True) is None
    except ValidationError:
        return False


@dataclass(frozen=True, slots=True)
class Context:
    """What a message about unreadable content should say."""

    operation: str
    validation: Validation
    status: int
    request_id: str | None = None
    accept: str = ""
    """The media types that the request has asked for, where that is known."""

    media_type: str = ""
    """What the content is said to be, if that is not JSON."""

    def not_json(self, content: bytes | str, why: str = "") -> ResponseValidationError:
        """Make the error for content that should be JSON."""
        problem = "the response is not JSON"
        if self.media_type:
            problem = f"expected JSON, and the response is {self.media_type}"
        return self.refuse(f"{problem} ({why})" if why else problem, content)

    def refuse(self, problem: str, content: bytes | str) -> ResponseValidationError:
        """Make the error for content that cannot be read."""
        return ResponseValidationError(
            f"{self.operation}: {problem}",
            status=self.status,
            content=content,
            request_id=self.request_id,
        )


def decode_json(content: bytes | str, returns: Any, context: Context) -> Any:
    """Read JSON as a type.

    Raises:
        ResponseValidationError: It is not JSON, or does not fit and must.
    """
    if returns is Any:
        return _decode_any(content, context)
    from pydantic import ValidationError

    chosen = reader(returns)
    lenient = context.validation == "lenient"
    try:
        # Strict: a text that looks like a number is no number. JSON has no dates,
        # so that these are read from text all the same.
        read = chosen.reads(context.validation)
        return read(content, by_name=False, strict=True)
    except ValidationError as problems:
        found = problems.errors(include_url=False, include_context=False)
        for each in found:
            if each["type"] == "json_invalid":
                return _decode_halves(content, returns, context, each["msg"])
        if any(_is_whole(each["input"]) for each in found):
            return decode_json(_without_fractions(content), returns, context)
        if context.validation == "strict":
            text = _first(problems, content)
            raise context.refuse(text, content) from problems
        report(context.operation, problems, content, context.validation)
        return chosen.read_leniently(content) if lenient else chosen.keep(content)


def _decode_halves(
    content: bytes | str, returns: Any, context: Context, problem: str
) -> Any:
    """Read what the library takes for no JSON: it knows no halves of characters."""
    from .surrogates import hidden, shown

    text = hidden(content)
    if text is None:
        raise context.not_json(content, problem.partition(": ")[2]) from None
    return shown(decode_json(text, returns, context))


def _is_whole(value: object) -> bool:
    return isinstance(value, float) and value.is_integer()


def _without_fractions(content: bytes | str) -> str:
    """Write `1.0` as `1`: they are the same number, and the same integer.

    https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
    """
    return json.dumps(loads(content, _number))


def _number(text: str) -> float:
    number = float(text)
    return int(number) if number.is_integer() else number


def _decode_any(content: bytes | str, context: Context) -> Any:
    try:
        return loads(content)
    except ValueError:
        raise context.not_json(content) from None


def _first(problems: ValidationError, content: bytes | str) -> str:
    first, *others = problems.errors(include_input=False, include_url=False)
    more = f" (and {len(others)} more)" if others else ""
    return f"{json_path(first, loads(content))}: {first['msg']}{more}"
