"""Constants are known to who makes an object, and read where an answer has them."""

from __future__ import annotations

import copy
from typing import Annotated, Literal

import pytest

from runtime.constants import Exact
from runtime.decode import Context, decode_json
from runtime.errors import ResponseValidationError
from runtime.models import Model

LENIENT = Context("pay", "lenient", 200)


class Cash(Model):
    """It has a constant, and nothing else that it requires."""

    method: Literal["cash"] = "cash"
    id: str | None = None


class Vaulted(Model):
    """It requires what the other one may have."""

    id: str


def test_a_constant_need_not_be_said() -> None:
    """It is sent all the same, by copies too."""
    cash = Cash(id="a")

    assert {"method": "cash", "id": "a"} == cash.__json__()
    for same in (copy.deepcopy(cash), cash.model_copy(), Cash(**vars(cash))):
        assert cash == same
        assert cash.__json__() == same.__json__()


def test_a_constant_is_not_made_up() -> None:
    """What an answer lacks stays absent, and is reported."""
    read = decode_json(b'{"id": "a"}', Cash, LENIENT)

    assert (None, {"id": "a"}) == (read.method, read.__json__())
    with pytest.raises(ResponseValidationError, match=r"\$\.method: Field required"):
        decode_json(b'{"id": "a"}', Cash, Context("pay", "strict", 200))


@pytest.mark.parametrize(
    ("content", "expected"),
    [('{"id": "a"}', Vaulted), ('{"id": "a", "method": "cash"}', Cash)],
)
def test_a_constant_tells_variants_apart(content: str, expected: type[Model]) -> None:
    """A value without it is no value of the variant that requires it."""
    assert expected is type(decode_json(content.encode(), Cash | Vaulted, LENIENT))


@pytest.mark.parametrize(("content", "kept"), [("true", True), ("1.0", 1), ("2", 2)])
def test_a_number_is_no_boolean(content: str, kept: object) -> None:
    """Python says that `True` is `1`; JSON does not."""
    one = Annotated[Literal[1], Exact]
    strict = Context("pay", "strict", 200)

    found = decode_json(content, one, LENIENT)

    assert (kept, type(kept)) == (found, type(found))
    if content == "1.0":
        assert 1 == decode_json(content, one, strict)
    else:
        with pytest.raises(ResponseValidationError):
            decode_json(content, one, strict)
