"""Reads JSON as the type that a description promises."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from .any_json import loads
from .drift import json_path, report
from .errors import ResponseValidationError
from .forks import Lock, unlock_in_children
from .hooks import CHECKING
from .leaves import with_leaves
from .schema_parts import properties
from .undeclared import apart, is_marking

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

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
        return self._apart(SchemaValidator(schema).validate_json)

    @cached_property
    def read_strictly(self) -> Any:
        """Validate JSON text, and what the description asserts beyond types."""
        schema = self._schema
        if not CHECKING:
            return self.read
        return self._apart(CHECKING[0](schema).validate_json)

    @cached_property
    def _lenient(self) -> Any:
        from .lenient import lenient_validator

        return self._apart(lenient_validator(self._schema).validate_json)

    def _apart(self, read: Any) -> Any:
        """Look at what was read, where undeclared names are marked in it."""
        return apart(read) if self._is_marking else read

    @cached_property
    def _is_marking(self) -> bool:
        return is_marking(self._schema)

    @cached_property
    def names(self) -> frozenset[str]:
        """The properties that are declared anywhere in it."""
        return frozenset(properties(self._schema))

    def reads(self, validation: Validation) -> Any:
        """Return what validates: what is left of lenient reading comes after."""
        return self.read if validation == "lenient" else self.read_strictly

    def read_leniently(self, content: bytes | str) -> Any:
        """Validate JSON text and keep what does not fit as it came."""
        return self._lenient(content, by_name=False, strict=True)

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
        found = problems.errors(
            include_url=False, include_context=False, include_input=False
        )
        if found[0]["type"] == "json_invalid":
            return _decode_halves(content, returns, context, found[0]["msg"])
        if context.validation == "strict":
            raise context.refuse(_first(found, content), content) from problems
        report(context.operation, found, content, context.validation, chosen.names)
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


def _decode_any(content: bytes | str, context: Context) -> Any:
    try:
        return loads(content)
    except ValueError:
        raise context.not_json(content) from None


def _first(found: list[ErrorDetails], content: bytes | str) -> str:
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return f"{json_path(found[0], loads(content))}: {found[0]['msg']}{more}"
