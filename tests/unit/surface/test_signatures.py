"""What callers write and read is written down as a stub would have it."""

from __future__ import annotations

from clientsmith.surface import (
    Alias,
    Enumeration,
    ErrorClass,
    Event,
    Generic,
    Literals,
    Method,
    Named,
    Overload,
    Parameter,
    Plain,
    Record,
    signature_of_call,
    signature_of_client,
    signature_of_definition,
    signature_of_error,
    signature_of_event,
    signature_of_reader,
    spelled,
)

TEXT = Plain("str")
PET = Named("models.Pet")


def call(*overloads: Overload) -> Method:
    """Make a call with some sets of arguments."""
    return Method(
        name="pets.get",
        manner="call",
        verb="GET",
        path="/",
        overloads=overloads,
        returns=PET,
    )


def test_a_call_has_an_argument_on_a_line() -> None:
    """First what has a place, then the rest by name; what is optional has a default."""
    given = (
        Parameter(name="pet_id", position=0, type=TEXT, required=True),
        Parameter(name="zoom", type=TEXT, required=True),
        Parameter(name="age", type=Plain("int")),
    )

    assert (
        "client.pets.get(",
        "    pet_id: str,",
        "    *,",
        "    age: int = ...,",
        "    zoom: str,",
        ") -> Pet",
    ) == signature_of_call(call(Overload("PetGetParams", given)))


def test_each_set_of_arguments_is_a_signature() -> None:
    """One without arguments takes one line."""
    named = (Parameter(name="name", type=TEXT, required=True),)
    lines = signature_of_call(call(Overload("A", ()), Overload("B", named)))

    assert (
        "client.pets.get() -> Pet",
        "client.pets.get(",
        "    *,",
        "    name: str,",
        ") -> Pet",
    ) == lines


def test_a_client_is_made_and_returns_nothing() -> None:
    """Its options are given by name."""
    options = [Parameter(name="key", type=Plain("Secret"))]

    assert ("Client(", "    *,", "    key: Secret = ...,", ")") == signature_of_client(
        options
    )


def test_attributes_are_read_and_keys_may_be_left_out() -> None:
    """In the order of their names, and with what has none."""
    fields = (
        Parameter(name="tag", type=TEXT),
        Parameter(name="name", type=TEXT, required=True),
    )
    model = Record(name="models.Pet", fields=fields, others=Plain("int"))
    sent = Record(name="params.PetParam", fields=fields)

    assert (
        "class Pet:",
        "    name: str",
        "    tag: str",
        "    __pydantic_extra__: dict[str, int]",
    ) == signature_of_definition(model)
    assert (
        "class PetParam:",
        "    name: str",
        "    tag: NotRequired[str]",
    ) == signature_of_definition(sent)


def test_other_definitions_are_written_as_they_are_defined() -> None:
    """Aliases by what they stand for, enumerations by their members."""
    sort = Alias(name="models.Sort", type=Literals(("a", "b")))
    status = Enumeration(name="models.Status", members=(("SOLD", '"sold"'),))

    assert ('Sort = Literal["a", "b"]',) == signature_of_definition(sort)
    assert (
        "class Status(Enum):",
        '    SOLD = "sold"',
    ) == signature_of_definition(status)
    assert ("class Empty:", "    ...") == signature_of_definition(
        Record(name="models.Empty")
    )


def test_what_arrives_and_what_is_raised_is_written_by_its_type() -> None:
    """An error without a body says nothing of it."""
    assert ("class Gone:", "    body: Pet") == signature_of_error(
        ErrorClass("Gone", PET)
    )
    assert ("class Gone:", "    ...") == signature_of_error(ErrorClass("Gone"))
    assert ('"pet.sold": Pet',) == signature_of_event(Event("pet.sold", PET))
    assert ("webhooks.parse_sold(...) -> Pet",) == signature_of_reader(
        Event("parse_sold", PET)
    )


def test_a_type_that_holds_nothing_has_no_brackets() -> None:
    """`Download` is a class of its own."""
    assert "Download" == spelled(Generic("Download", ()))
    assert "dict[str, int]" == spelled(Generic("dict", (Plain("int"),)))
