"""How pages follow each other: what is recognised, and what is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Exit
from clientsmith.ir import (
    Anything,
    Cursor,
    InBody,
    InHeader,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    PageStep,
    Pagination,
    Primitive,
    Sent,
)
from clientsmith.ir.page_schemes import PageScheme, SchemeError, read_scheme
from clientsmith.load import Source
from clientsmith.lower import Settings
from clientsmith.pipeline import Compiled, compile_description
from clientsmith.plan import Options
from unit.compiling import without_addresses

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
FLAG = {"type": "boolean"}
ADDRESS = {"type": "string", "format": "uri"}
TEXTS = {"type": "array", "items": TEXT}
THINGS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}


def described(
    answer: Mapping[str, Any],
    *,
    method: str = "get",
    query: Mapping[str, Any] | None = None,
    body: Mapping[str, Any] | None = None,
    headers: Mapping[str, Any] | None = None,
    extensions: Mapping[str, Any] | None = None,
    root: Mapping[str, Any] | None = None,
    beside: Mapping[str, Any] | None = None,
) -> str:
    """Write a description of one list; `beside` are other media types of it."""
    parameters = [
        {"name": name, "in": "query", "schema": each, **each.get("x-beside", {})}
        for name, each in (query or {}).items()
    ]
    schema = answer if "type" in answer or not answer else _object(answer)
    response: dict[str, Any] = {
        "description": "",
        "content": {"application/json": {"schema": schema}, **(beside or {})},
        "headers": {name: {"schema": each} for name, each in (headers or {}).items()},
    }
    operation: dict[str, Any] = {
        "operationId": "listThings",
        "parameters": parameters,
        "responses": {"200": response},
        **(extensions or {}),
    }
    if body is not None:
        content = {"application/json": {"schema": _object(body)}}
        operation["requestBody"] = {"content": content}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/things": {method: operation}},
            **(root or {}),
        }
    )


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    nested = {
        key: each if not isinstance(each, dict) or "type" in each else _object(each)
        for key, each in properties.items()
    }
    return {"type": "object", "properties": nested}


def run(text: str, *schemes: PageScheme, pinned: Any = None) -> Compiled:
    """Run the stages that decide."""
    options = Options("things", pinned=pinned or {})
    source = Source("api.json", text.encode())
    settings = Settings(schemes=schemes)
    return without_addresses(
        compile_description(source, (), options, settings=settings)
    )


def pagination(text: str, *schemes: PageScheme) -> Pagination | None:
    """Return how the pages of the one list follow each other."""
    done = run(text, *schemes)

    assert done.lowered is not None, done.diagnostics
    return done.lowered.api.operations[0].pagination


def step(answer: Mapping[str, Any], **given: Any) -> PageStep | None:
    """Return the step that is recognised."""
    found = pagination(described(answer, **given))
    return found.step if found else None


def at(*keys: str) -> InBody:
    """Return a place in an answer."""
    return InBody(keys)


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("cursor", "next_cursor"),
        ("cursor", "nextCursor"),
        ("page_token", "next_page_token"),
        ("pageToken", "next-page-token"),
        ("marker", "next_marker"),
        ("after", "end_cursor"),
    ],
)
def test_a_token_with_a_name_of_its_own_is_certain(name: str, token: str) -> None:
    """However parameter and property are spelled."""
    found = step({"data": TEXTS, token: TEXT}, query={name: TEXT})

    assert Cursor(Sent(name), at(token)) == found


@pytest.mark.parametrize(
    ("media_type", "schema"),
    [("text/csv", TEXT), ("application/pdf", {})],
)
def test_a_list_that_may_be_something_else_is_not_read_by_pages(
    media_type: str, schema: dict[str, Any]
) -> None:
    """The server may choose CSV, and a loop over that would be wrong."""
    items = {"data": {"type": "array", "items": NUMBER}, "next_cursor": TEXT}
    beside = {media_type: {"schema": schema} if schema else {}}
    asked: dict[str, Any] = {"query": {"cursor": TEXT}}

    assert step(items, **asked)
    assert step(items, **asked, beside=beside) is None


def test_what_repeats_the_json_does_not_count() -> None:
    """XML of the same object is not asked for."""
    answer = {"data": TEXTS, "next_cursor": TEXT}
    beside = {"application/xml": {"schema": _object(answer)}}

    assert step(answer, query={"cursor": TEXT}, beside=beside)


def test_csv_alone_has_no_pages() -> None:
    """Whatever its parameters are called."""
    text = described({"data": TEXTS, "next_cursor": TEXT}, query={"cursor": TEXT})

    assert pagination(text)
    assert pagination(text.replace("application/json", "text/csv")) is None


@pytest.mark.parametrize("holder", ["meta", "pagination", "response_metadata"])
def test_a_token_may_be_among_others(holder: str) -> None:
    """Where values about pages usually are."""
    answer = {"data": TEXTS, holder: {"next_cursor": TEXT}}

    assert Cursor(Sent("cursor"), at(holder, "next_cursor")) == step(
        answer, query={"cursor": TEXT}
    )


def test_a_token_elsewhere_is_none() -> None:
    """An object of the API may have a cursor of its own."""
    answer = {"data": TEXTS, "editor": {"next_cursor": TEXT}}

    assert step(answer, query={"cursor": TEXT}) is None


def test_a_token_of_a_body_is_sent_in_the_body() -> None:
    """As a number where a number is wanted."""
    answer = {"result": {"points": TEXTS, "next_page_offset": NUMBER}}
    found = step(answer, method="post", body={"offset": NUMBER})

    sent = Sent("offset", "body", integer=True)
    assert Cursor(sent, at("result", "next_page_offset")) == found


def test_a_token_of_a_form_is_sent_in_the_form() -> None:
    """As it is in a body of JSON."""
    form = "application/x-www-form-urlencoded"
    answer = {"data": TEXTS, "next_cursor": TEXT}
    text = described(answer, method="post", body={"cursor": TEXT})
    wanted = {"content": {form: {"schema": _object({"cursor": TEXT})}}}
    document = json.loads(text)
    document["paths"]["/things"]["post"]["requestBody"] = wanted
    found = pagination(json.dumps(document))

    assert found is not None
    assert Cursor(Sent("cursor", "body"), at("next_cursor")) == found.step


def test_a_cursor_that_goes_by_one_name_has_to_say_that_it_is_the_next() -> None:
    """It could be the one that was sent."""
    said = {**TEXT, "description": "What to send in a subsequent request."}

    assert step({"data": TEXTS, "cursor": TEXT}, query={"cursor": TEXT}) is None
    assert Cursor(Sent("cursor"), at("cursor")) == step(
        {"data": TEXTS, "cursor": said}, query={"cursor": TEXT}
    )


def test_a_next_page_is_a_number_or_a_token_as_its_parameter_is() -> None:
    """And an address where it has the format of one."""
    query = {"page": NUMBER, "per_page": NUMBER}

    assert Cursor(Sent("page"), at("next_page")) == step(
        {"data": TEXTS, "next_page": NUMBER}, query=query
    )
    assert NextUrl(at("next_page")) == step(
        {"data": TEXTS, "next_page": ADDRESS}, query=query
    )
    assert step({"data": TEXTS, "next_page": TEXT}, query=query) is None


def test_an_iterator_that_stays_needs_a_flag() -> None:
    """Without one, nobody knows where it ends."""
    answer = {"data": TEXTS, "iterator": TEXT}
    query = {"iterator": TEXT}

    assert step(answer, query=query) is None
    found = pagination(described({**answer, "done": FLAG}, query=query))
    assert found is not None
    assert (Cursor(Sent("iterator"), at("iterator")), at("done")) == (
        found.step,
        found.done,
    )


@pytest.mark.parametrize(
    ("says", "beside"),
    [
        ("A cursor, which is an object ID.", {}),
        ("Identifier for the last job of the previous request.", {}),
        ("", {"object": TEXT}),
    ],
)
def test_the_last_item_leads_on_where_the_document_says_so(
    says: str, beside: dict[str, Any]
) -> None:
    """In words, or by being a list object as it is known from others."""
    query = {"after": {**TEXT, "x-beside": {"description": says}}}
    answer = {"data": THINGS, "has_more": FLAG, **beside}

    assert LastItem(Sent("after"), at("id")) == step(answer, query=query)


def test_the_last_item_leads_nowhere_without_an_id() -> None:
    """Or if nothing says that it does."""
    said = {**TEXT, "x-beside": {"description": "An ID."}}

    assert step({"data": TEXTS, "has_more": FLAG}, query={"after": said}) is None
    assert step({"data": THINGS, "has_more": FLAG}, query={"after": TEXT}) is None
    assert step({"data": THINGS}, query={"after": said}) is None


def test_a_last_id_is_a_token() -> None:
    """With a flag that says when it is the last one."""
    answer = {"data": THINGS, "last_id": TEXT, "has_more": FLAG}

    assert Cursor(Sent("after"), at("last_id")) == step(answer, query={"after": TEXT})


@pytest.mark.parametrize(
    "name", ["start_after_history_item_id", "afterHistoryItemId", "starting_after_x"]
)
def test_what_comes_after_the_last_of_something_is_a_token(name: str) -> None:
    """By the same name on both sides, and with a flag that says where it ends."""
    last = "last_x" if name.endswith("_x") else "last_history_item_id"
    answer = {"history": THINGS, last: TEXT, "has_more": FLAG}
    found = pagination(described(answer, query={name: TEXT}))

    assert found is not None
    assert (Cursor(Sent(name), at(last)), at("has_more"), "start-after") == (
        found.step,
        found.more,
        found.known_by,
    )


@pytest.mark.parametrize(
    ("answer", "query"),
    [
        ({"last_id": TEXT}, {"start_after_id": TEXT}),
        ({"last_sort_id": TEXT, "has_more": FLAG}, {"start_after_id": TEXT}),
        ({"last_id": TEXT, "has_more": FLAG}, {"start_after_id": FLAG}),
        ({"last_id": TEXT, "has_more": FLAG}, {"start_after_id": TEXT, "page": NUMBER}),
        ({"last_id": TEXT, "has_more": FLAG}, {"restart_after_id": TEXT}),
    ],
)
def test_the_last_of_something_is_no_token_otherwise(
    answer: dict[str, Any], query: dict[str, Any]
) -> None:
    """Without a flag, of another name or type, or beside another way."""
    assert step({"history": TEXTS, **answer}, query=query) is None


def test_a_cursor_after_is_certain_where_a_list_is_read_one_way() -> None:
    """A `before` says that the list may begin with its end."""
    answer = {"items": TEXTS, "cursors": {"after": TEXT}}
    hubspot = {"results": TEXTS, "paging": {"next": {"after": TEXT}}}

    assert Cursor(Sent("after"), at("cursors", "after")) == step(
        answer, query={"after": TEXT}
    )
    assert step(answer, query={"after": TEXT, "before": TEXT}) is None
    assert Cursor(Sent("after"), at("paging", "next", "after")) == step(
        hubspot, query={"after": TEXT}
    )


def test_a_page_may_be_all_that_an_answer_has() -> None:
    """Under a name of its own, at whatever depth its own values are."""
    page = {"items": TEXTS, "next": TEXT, "cursors": {"after": TEXT}}
    found = pagination(described({"artists": page}, query={"after": TEXT}))
    same = pagination(
        described({"artists": {"artists": TEXTS, "next_cursor": TEXT}}, query=CURSOR)
    )

    assert found is not None
    assert same is not None
    assert (
        Cursor(Sent("after"), at("artists", "cursors", "after")),
        "cursors-after",
    ) == (
        found.step,
        found.known_by,
    )
    assert [("artists", "items"), ("artists", "artists")] == [
        found.items.keys,
        same.items.keys,
    ]


CURSOR = {"cursor": TEXT}


@pytest.mark.parametrize(
    "answer",
    [
        {"team": {"id": TEXT, "items": TEXTS, "next_cursor": TEXT}},
        {"team": {"members": TEXTS, "next_cursor": TEXT}},
        {"team": {"items": TEXTS}},
        {"team": {"items": TEXTS, "data": TEXTS, "next_cursor": TEXT}},
        {"team": {"items": TEXTS, "next_cursor": TEXT}, "owner": TEXT},
    ],
)
def test_an_object_with_a_list_is_no_page(answer: dict[str, Any]) -> None:
    """If it has an `id`, other names, nothing about pages, two lists, or company."""
    assert step(answer, query=CURSOR) is None


def test_a_header_link_is_followed() -> None:
    """Where it is documented, or where a parameter says that it comes from there."""
    said = "A cursor, obtained from the `Link` response header."
    query = {"after": {**TEXT, "x-beside": {"description": said}}}

    assert LinkHeader() == step(TEXTS, headers={"Link": TEXT})
    assert LinkHeader() == step(TEXTS, query=query)
    assert step(TEXTS, query={"after": TEXT}) is None


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        ({"next_page_uri": TEXT}, ("next_page_uri",)),
        ({"links": {"next": TEXT}}, ("links", "next")),
        ({"_links": {"next": {"href": TEXT}}}, ("_links", "next", "href")),
        ({"@odata.nextLink": TEXT}, ("@odata.nextLink",)),
        ({"next": ADDRESS}, ("next",)),
    ],
)
def test_an_address_is_followed(answer: dict[str, Any], keys: tuple[str, ...]) -> None:
    """By a name that nothing else has, or by its format; never after a `POST`."""
    assert NextUrl(at(*keys)) == step({"data": TEXTS, **answer})
    assert step({"data": TEXTS, **answer}, method="post", body={}) is None


def test_pages_are_counted_from_where_the_document_says() -> None:
    """By a default, a minimum or in words; otherwise nothing is certain."""
    answer = {"data": TEXTS, "total_pages": NUMBER}
    said = {**NUMBER, "x-beside": {"description": "page number (1-based)"}}

    def first(page: dict[str, Any]) -> int | None:
        found = step(answer, query={"page": page, "size": NUMBER})
        return found.first if isinstance(found, PageNumber) else None

    assert [1, 0, 1, 1, None] == [
        first({**NUMBER, "default": 1}),
        first({**NUMBER, "minimum": 0}),
        first({**NUMBER, "minimum": 1}),
        first(said),
        first(NUMBER),
    ]


def test_counted_pages_need_an_end() -> None:
    """How many there are, how many items there are, or an empty page of a size."""
    query = {"page": {**NUMBER, "default": 1}}
    sized = {**query, "per_page": NUMBER}

    def end(answer: Any, query: Any = query, **given: Any) -> Any:
        return step(answer, query=query, **given)

    page = PageNumber(Sent("page"), 1)
    assert PageNumber(Sent("page"), 1, pages=at("pages")) == end(
        {"data": TEXTS, "pages": NUMBER, "total": NUMBER}
    )
    assert PageNumber(Sent("page"), 1, total=at("meta", "total")) == end(
        {"data": TEXTS, "meta": {"total": NUMBER}}
    )
    assert PageNumber(Sent("page"), 1, total=InHeader("X-Total-Count")) == end(
        TEXTS, headers={"X-Total-Count": NUMBER}
    )
    assert [page, page, page] == [
        end({"data": TEXTS, "has_more": FLAG}),
        end({"data": TEXTS}, sized),
        end({"things": TEXTS}, sized),
    ]
    assert end({"data": TEXTS}) is None
    assert end({"tags": TEXTS, "id": TEXT}, sized) is None


def test_an_offset_is_a_number_of_items() -> None:
    """And no identifier, whatever it is called."""

    def offset(says: str) -> PageStep | None:
        said = {**NUMBER, "x-beside": {"description": says}}
        return step({"data": TEXTS}, query={"offset": said, "limit": NUMBER})

    assert Offset(Sent("offset")) == offset("How many items to skip.")
    assert offset("Identifier of the first update to start from.") is None
    assert offset("") is None
    assert Offset(Sent("skip"), total=at("total")) == step(
        {"data": TEXTS, "total": NUMBER}, query={"skip": {**NUMBER, "default": 0}}
    )


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_what_changes_something_is_no_list(method: str) -> None:
    """Whatever it answers with."""
    answer = {"data": TEXTS, "next_cursor": TEXT}

    assert step(answer, method=method, query={"cursor": TEXT}) is None


def test_two_ways_are_not_certain() -> None:
    """A cursor that is only there if it is asked for ends a list too early."""
    answer = {"entries": TEXTS, "next_marker": TEXT, "total_count": NUMBER}
    offset = {**NUMBER, "default": 0}

    assert step(answer, query={"marker": TEXT, "offset": offset}) is None
    assert (
        step({"data": TEXTS, "total": NUMBER}, query={"page": offset, "offset": offset})
        is None
    )


def test_an_answer_with_what_was_given_is_no_list() -> None:
    """It is what was made."""
    body = {"items": TEXTS, "next": TEXT, "limit": NUMBER}

    assert step({"items": TEXTS, "next": TEXT}, method="post", body=body) is None


def test_the_list_is_the_one_that_was_asked_for() -> None:
    """Called as the path is, or as lists are called; beside it may be others."""

    def items(answer: dict[str, Any]) -> tuple[str, ...] | None:
        text = described({**answer, "next_cursor": TEXT}, query={"cursor": TEXT})
        found = pagination(text)
        return found.items.keys if found else None

    assert [("things",), ("objects",), ("a",), None] == [
        items({"data": TEXTS, "things": TEXTS}),
        items({"others": TEXTS, "objects": TEXTS, "errors": TEXTS}),
        items({"a": TEXTS, "warnings": TEXTS}),
        items({"a": TEXTS, "b": TEXTS}),
    ]


def test_what_is_uncertain_is_said() -> None:
    """With how it can be made certain."""
    done = run(described({"data": TEXTS}, query={"page": NUMBER}))
    (problem,) = done.diagnostics

    assert "pagination-uncertain" == problem.code
    assert "`page`" in problem.message
    assert "x-clientsmith-pagination" in str(problem.hint)


@pytest.mark.parametrize(
    ("answer", "query", "lacks", "lines"),
    [
        (
            {"data": TEXTS},
            {"offset": NUMBER},
            "no value of its answer is known to lead to the next page",
            ['parameter = "offset"', 'operations = ["GET /things"]'],
        ),
        (
            {"data": TEXTS, "page": {"next": TEXT}},
            {},
            "no parameter is known to take `page.next`",
            ['parameter = "…"', 'next = "page.next"', 'operations = ["GET /things"]'],
        ),
        (
            {"page": {"items": TEXTS, "next": TEXT}},
            {"after_x": TEXT},
            "`page.next` may be what `after_x` takes, or not",
            [
                'parameter = "after_x"',
                'next = "page.next"',
                'operations = ["GET /things"]',
            ],
        ),
    ],
)
def test_what_is_missing_is_said(
    answer: dict[str, Any], query: dict[str, Any], lacks: str, lines: list[str]
) -> None:
    """With the table to complete."""
    (problem,) = run(described(answer, query=query)).diagnostics

    assert lacks in str(problem.hint)
    assert lines == [*problem.paste[2:]]


@pytest.mark.parametrize(
    ("answer", "query", "said"),
    [
        (
            {"batch_calls": TEXTS, "next_doc": TEXT, "has_more": FLAG},
            {"last_doc": TEXT},
            "answers with `has_more` and `next_doc`",
        ),
        (
            {"tracks": {"items": TEXTS}, "artists": {"items": TEXTS}},
            {"offset": NUMBER},
            "takes `offset`",
        ),
        (
            {"page": {"items": TEXTS, "next": TEXT}},
            {"after_x": TEXT},
            "takes `after_x` and answers with `page.next`",
        ),
    ],
)
def test_no_sign_of_pages_is_passed_over(
    answer: dict[str, Any], query: dict[str, Any], said: str
) -> None:
    """Whether it is sent or received, and also where the list itself is uncertain."""
    (problem,) = run(described(answer, query=query)).diagnostics

    assert "pagination-uncertain" == problem.code
    assert f"it lists something and {said}, and how" in problem.message


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ({"id": TEXT, "tags": TEXTS, "has_more": FLAG}, {}),
        ({"tags": TEXTS, "next_scheduled_time": TEXT}, {}),
        ({"has_more": FLAG, "next_cursor": TEXT}, {}),
        ({"tags": TEXTS, "has_more": TEXT}, {}),
        ({"tags": TEXTS, "has_more": FLAG}, {"method": "post"}),
        ({"tags": TEXTS, "has_more": FLAG}, {"method": "delete"}),
        ({"tags": TEXTS}, {"method": "post", "query": {"page": NUMBER}}),
        ({"tags": TEXTS}, {"query": {"start_after_create": FLAG}}),
    ],
)
def test_what_only_looks_like_pages_is_left_alone(
    answer: dict[str, Any], given: dict[str, Any]
) -> None:
    """An object with lists, a time, what has no list, and what changes something."""
    assert () == tuple(run(described(answer, **given)).diagnostics)


def test_the_report_says_by_what_pages_are_known() -> None:
    """The name of the rule, or of the setting."""
    text = described({"data": TEXTS, "next_cursor": TEXT}, query={"cursor": TEXT})
    report = run(text).report

    assert report is not None
    assert ["next-cursor"] == [one.pages for one in report.operations]


OWN = {"kind": "cursor", "parameter": "from", "next": "then", "items": "data"}
UNKNOWN = described({"data": TEXTS, "then": TEXT}, query={"from": TEXT})
STEP = Cursor(Sent("from"), at("then"))


def test_the_configuration_says_what_is_not_recognised() -> None:
    """For every operation that it fits."""
    scheme = read_scheme("ours", OWN)
    found = pagination(UNKNOWN, scheme)

    assert found is not None
    assert (STEP, "ours", True) == (found.step, found.known_by, found.asked)
    assert pagination(described({"data": TEXTS}), scheme) is None


@pytest.mark.parametrize("name", ["GET /things", "listThings", "#/paths/~1things/get"])
def test_a_scheme_may_be_for_some_operations(name: str) -> None:
    """By method and path, by `operationId` or by pointer."""
    scheme = read_scheme("ours", {**OWN, "operations": [name]})
    found = pagination(UNKNOWN, scheme)

    assert found is not None
    assert STEP == found.step


def test_a_scheme_for_an_operation_has_to_fit_it() -> None:
    """And there has to be such an operation."""
    unfit = read_scheme(
        "ours", {**OWN, "items": "others", "operations": ["listThings"]}
    )
    unknown = read_scheme("ours", {**OWN, "operations": ["listThing"]})

    (one,) = _errors(run(UNKNOWN, unfit))
    assert ("pagination-unfit", True) == (one.code, "no list `others`" in one.message)
    (other,) = _errors(run(UNKNOWN, unknown))
    assert "did you mean `listThings`?" == other.hint


def _unused(text: str, *schemes: PageScheme) -> list[tuple[str, str, str | None]]:
    return [
        (each.severity, each.message, each.hint)
        for each in run(text, *schemes).diagnostics
        if each.code == "pagination-unused"
    ]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            {"parameter": "form"},
            "no operation has a parameter `form`; did you mean `from`?",
        ),
        ({"parameter": "q"}, "no operation has a parameter `q`"),
        (
            {"items": "date"},
            "GET /things is nearest, but there is no list `date` in its answer",
        ),
        (
            {"next": "than"},
            "GET /things is nearest, but there is no `than` in its answer",
        ),
        (
            {"kind": "url", "next": "than", "parameter": "from"},
            "GET /things is nearest, but there is no `than` in its answer",
        ),
    ],
)
def test_a_scheme_that_fits_nothing_is_a_mistake(
    said: dict[str, Any], reason: str
) -> None:
    """What is in the way is said of the operation that is nearest."""
    (found,) = _unused(UNKNOWN, read_scheme("ours", {**OWN, **said}))

    assert ("warning", "`ours` in `pagination` fits no operation", reason) == found


def test_a_scheme_of_no_use_is_a_mistake_of_the_configuration() -> None:
    """Whoever fails on warnings ends with 2, and not as if something was refused."""
    nowhere = read_scheme("ours", {**OWN, "parameter": "q"})
    hidden = read_scheme("other", OWN)
    found = run(UNKNOWN, hidden, replace(hidden, name="third"), nowhere).diagnostics
    exits = [each.exit for each in found if each.code == "pagination-unused"]

    assert [Exit.USAGE, Exit.USAGE] == exits


def test_a_scheme_for_several_descriptions_need_not_fit_each() -> None:
    """It is said all the same, and stops nothing."""
    scheme = read_scheme("ours", {**OWN, "parameter": "form"})
    (found,) = _unused(UNKNOWN, replace(scheme, shared=True))

    assert "hint" == found[0]


def test_a_scheme_that_another_one_hides_is_a_mistake() -> None:
    """Or what the document says, which counts more; a scheme that is used is none."""
    first = read_scheme("followed", OWN)
    second = read_scheme("ours", {"kind": "link", "items": "data"})
    beside = described(
        {"data": TEXTS, "then": TEXT},
        query={"from": TEXT},
        extensions={"x-clientsmith-pagination": OWN},
    )

    assert [] == _unused(UNKNOWN, first)
    ((_, message, _),) = _unused(UNKNOWN, first, second)
    assert message.startswith("`ours` in `pagination` is hidden by `followed`, ")
    ((_, message, _),) = _unused(beside, second)
    assert "is hidden by `x-clientsmith-pagination`" in message


def test_a_scheme_that_is_hidden_has_to_fit_what_it_names() -> None:
    """An earlier one does not hide a mistake."""
    named = {**OWN, "operations": ["listThings"]}
    first = read_scheme("followed", named)
    second = read_scheme("ours", {**named, "items": "others"})

    (problem,) = _errors(run(UNKNOWN, first, second))
    assert problem.message.startswith("`ours` in `pagination` does not fit")


def _errors(done: Compiled) -> list[Diagnostic]:
    return [each for each in done.diagnostics if each.severity == "error"]


def test_what_a_document_leaves_open_can_be_said() -> None:
    """Of answers without a schema, and of parameters that it does not have."""
    text = described({}, method="post", body={})
    scheme = read_scheme("ours", {**OWN, "in": "body", "operations": ["listThings"]})
    found = pagination(text, scheme)

    assert found is not None
    assert Cursor(Sent("from", "body"), at("then")) == found.step
    assert (at("data"), Anything()) == (found.items, found.item)


def test_nothing_can_be_said() -> None:
    """A list that is recognised may be kept whole."""
    text = described({"data": TEXTS, "next_cursor": TEXT}, query={"cursor": TEXT})

    assert pagination(text, read_scheme("ours", {"kind": "none"})) is None
    refused = {"x-clientsmith-pagination": False}
    text = described(
        {"data": TEXTS, "next_cursor": TEXT}, query={"cursor": TEXT}, extensions=refused
    )
    assert pagination(text) is None


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "`kind` must be one of"),
        ({"kind": "cursors"}, "`kind` must be one of"),
        ({"kind": "cursor", "next": "a"}, "`cursor` needs `parameter`"),
        ({**OWN, "nex": "a"}, "did you mean `next`?"),
        ({**OWN, "next": 1}, "`next` must be a string"),
        ({**OWN, "in": "path"}, "`in` must be one of"),
        ({**OWN, "first": "1"}, "`first` must be a number"),
        ({**OWN, "operations": "a"}, "`operations` must be a list"),
        ({**OWN, "items": "$response.header.a"}, "`items` must be in the content"),
        ("cursor", "it must be a table"),
    ],
)
def test_a_wrong_scheme_says_what_is_wrong(table: Any, message: str) -> None:
    """In a sentence, for whoever wrote it."""
    with pytest.raises(SchemeError) as caught:
        read_scheme("ours", table)

    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("meta.next", at("meta", "next")),
        ("$.meta.next", at("meta", "next")),
        ("/a.b/c~1d", at("a.b", "c/d")),
        ("$response.body#/a/b", at("a", "b")),
        ("$response.header.X-Next", InHeader("X-Next")),
        ("$", at()),
    ],
)
def test_a_place_is_written_in_several_ways(text: str, place: Any) -> None:
    """With dots, as a pointer, or as OpenAPI writes it."""
    assert place == read_scheme("ours", {**OWN, "next": text}).next


SPEAKEASY = {
    "type": "cursor",
    "inputs": [{"name": "from", "in": "parameters", "type": "cursor"}],
    "outputs": {"nextCursor": "$.then", "results": "$.data"},
}
FERN = {
    "cursor": "$request.from",
    "next_cursor": "$response.then",
    "results": "$response.data",
}


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("x-clientsmith-pagination", OWN, STEP),
        ("x-speakeasy-pagination", SPEAKEASY, STEP),
        (
            "x-speakeasy-pagination",
            {**SPEAKEASY, "outputs": {"nextCursor": "$.data[-1].id"}},
            LastItem(Sent("from"), at("id")),
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "offsetLimit",
                "inputs": [
                    {"name": "limit", "in": "parameters", "type": "limit"},
                    {"name": "from", "in": "parameters", "type": "page"},
                ],
                "outputs": {"results": "$.data"},
            },
            PageNumber(Sent("from"), 1),
        ),
        (
            "x-speakeasy-pagination",
            {"type": "url", "outputs": {"nextUrl": "$.then"}},
            NextUrl(at("then")),
        ),
        ("x-fern-pagination", FERN, STEP),
        ("x-fern-pagination", True, STEP),
        (
            "x-fern-pagination",
            {"offset": "$request.from", "results": "$response.data"},
            PageNumber(Sent("from"), 1),
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.from", "step": "$request.limit"},
            Offset(Sent("from")),
        ),
        (
            "x-ms-pageable",
            {"nextLinkName": "then", "itemName": "data"},
            NextUrl(at("then")),
        ),
    ],
)
def test_extensions_say_how_pages_follow(
    name: str, said: Any, expected: PageStep
) -> None:
    """The own one, and those of others that mean the same."""
    text = described(
        {"data": THINGS, "then": TEXT},
        query={"from": TEXT},
        extensions={name: said},
        root={"x-fern-pagination": FERN},
    )
    found = pagination(text)

    assert found is not None
    assert (expected, name, True) == (found.step, found.known_by, found.asked)


BY_OFFSET = {
    "type": "offsetLimit",
    "inputs": [{"name": "from", "in": "parameters", "type": "offset"}],
    "outputs": {"results": "$.data"},
}
BY_PAGE = {**BY_OFFSET, "inputs": [{**BY_OFFSET["inputs"][0], "type": "page"}]}


@pytest.mark.parametrize(
    ("said", "answer", "expected"),
    [
        (BY_OFFSET, {"total_count": NUMBER}, Offset(Sent("from"), at("total_count"))),
        (
            BY_PAGE,
            {"total_pages": NUMBER, "total": NUMBER},
            PageNumber(Sent("from"), 1, at("total_pages")),
        ),
        (BY_PAGE, {"total": NUMBER}, PageNumber(Sent("from"), 1, None, at("total"))),
        (
            BY_OFFSET,
            {"next_url": TEXT, "total": NUMBER},
            Offset(Sent("from"), at("total")),
        ),
    ],
)
def test_what_an_answer_counts_ends_pages_that_an_extension_describes(
    said: Any, answer: dict[str, Any], expected: PageStep
) -> None:
    """Extensions of others have no word for it."""
    extensions = {"x-speakeasy-pagination": said}
    found = step(
        {"data": THINGS, **answer}, query={"from": NUMBER}, extensions=extensions
    )

    assert expected == found


def test_an_extension_that_does_not_fit_is_reported() -> None:
    """And the operation is called as if nothing were said."""
    said = {"x-clientsmith-pagination": {**OWN, "next": "nothing"}}
    done = run(described({"data": TEXTS}, query={"from": TEXT}, extensions=said))

    assert ["pagination-unfit"] == [each.code for each in done.diagnostics]
    assert done.package is not None


LISTED = described({"data": TEXTS, "next_cursor": TEXT}, query={"cursor": TEXT})
PLAIN = described({"data": TEXTS}, query={"cursor": TEXT})
KEY = "#/paths/~1things/get"


def test_what_was_published_whole_stays_whole() -> None:
    """A description that gains pages does not change what a method returns."""
    before = run(PLAIN).package
    assert before is not None
    done = run(LISTED, pinned=before.names)

    assert done.package is not None
    assert [None] == [each.pages for each in done.package.calls]
    assert ["pagination-unpublished"] == [each.code for each in done.diagnostics]
    assert f"{KEY}/pages" not in done.package.names


def test_who_asks_for_pages_gets_them() -> None:
    """Also of what was published without."""
    before = run(PLAIN).package
    assert before is not None
    scheme = {"kind": "cursor", "parameter": "cursor", "next": "next_cursor"}
    done = run(LISTED, read_scheme("ours", scheme), pinned=before.names)

    assert done.package is not None
    assert ["ours"] == [each.pages for each in done.package.calls]
    assert before.names[KEY] == done.package.names[f"{KEY}/pages"]


def test_pages_that_are_lost_are_reported() -> None:
    """What returned pages returns its answer, and somebody has to know."""
    before = run(LISTED).package
    assert before is not None
    done = run(PLAIN, pinned=before.names)

    assert ["pagination-lost"] == [
        each.code for each in done.diagnostics if each.severity == "warning"
    ]


def test_items_have_the_type_of_the_list() -> None:
    """It is what loops give."""
    found = pagination(LISTED)

    assert found is not None
    assert Primitive("string") == found.item
