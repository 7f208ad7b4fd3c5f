"""Where no tag and no `operationId` says more, the path does."""

from __future__ import annotations

import pytest

from unit.lower.naming.calling import calls

SHOP = (
    "GET /v1/customers GetCustomers",
    "POST /v1/customers PostCustomers",
    "GET /v1/customers/{customer} GetCustomersCustomer",
    "POST /v1/customers/{customer} PostCustomersCustomer",
    "DELETE /v1/customers/{customer} DeleteCustomersCustomer",
    "GET /v1/customers/search GetCustomersSearch",
    "GET /v1/customers/{customer}/sources GetCustomersCustomerSources",
    "POST /v1/customers/{customer}/sources PostCustomersCustomerSources",
    "POST /v1/customers/{customer}/sources/{id} PostCustomersCustomerSourcesId",
    "POST /v1/customers/{customer}/sources/{id}/verify",
    "GET /v1/customers/{customer}/balance GetCustomersCustomerBalance",
    "POST /v1/customers/{customer}/balance PostCustomersCustomerBalance",
    "POST /v1/customers/{customer}/login_links PostCustomersCustomerLoginLinks",
    "POST /v1/portal/sessions PostPortalSessions",
)


def test_things_are_resources_and_acts_are_methods() -> None:
    """A `POST` on one thing changes it, if nothing else does.

    What is asked in one way only is a method of what it belongs to, unless that is
    nothing but the beginning of paths.
    """
    assert [
        "customers.balance.get",
        "customers.balance.update",
        "customers.create",
        "customers.create_login_link",
        "customers.delete",
        "customers.get",
        "customers.list",
        "customers.search",
        "customers.sources.create",
        "customers.sources.list",
        "customers.sources.update",
        "customers.sources.verify",
        "customers.update",
        "portal.sessions.create",
    ] == calls(*SHOP)


def test_an_operation_id_that_spells_the_path_says_nothing() -> None:
    """The names are those that operations without one have."""
    without = [" ".join(one.split()[:2]) for one in SHOP]

    assert calls(*SHOP) == calls(*without)


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        (
            "GET /files/{file_id}/metadata get_files_id_metadata Files",
            "files.get_metadata",
        ),
        ("PUT /files/{file_id} put_files_id Files", "files.update"),
        ("POST /files/{id}#copy post_files_id#copy Files", "files.copy"),
        ("POST /files/{id}:copy - Files", "files.copy"),
        ("GET /files/{id}.json - Files", "files.get"),
        ("GET /2010-04-01/Files/{Sid}.json", "files.get"),
        ("GET /{apiVersion}/files/{id}", "files.get"),
        ("GET /tasks/{id}/assignments - Task+assignments", "tasks.assignments.list"),
        ("POST /searches/{id}/payment - searches", "searches.create_payment"),
        ("POST /search", "api.search"),
        ("POST /sendMessage sendMessage", "api.send_message"),
        ("POST /chat.postMessage", "chat.post_message"),
        ("GET /", "root.get"),
    ],
)
def test_a_path_is_read(described: str, expected: str) -> None:
    """Without versions and extensions, with acts after a colon or a hash."""
    assert [expected] == calls(described)


def test_several_are_changed_at_once_under_a_longer_name() -> None:
    """The short one is that of one thing."""
    found = calls("DELETE /pets", "DELETE /pets/{id}", "GET /pets")

    assert ["pets.delete", "pets.delete_all", "pets.list"] == found


def test_a_short_summary_says_what_many_words_of_a_path_do_not() -> None:
    """What is the usual thing to do keeps its usual name."""
    restore = "POST /files/{id} - Files", "PUT /files/{id} - Files"
    create = "POST /files - Files"

    assert ["files.restore", "files.update"] == sorted(
        [*calls(restore[0], extra="summary: Restore file"), *calls(restore[1])],
    )
    assert ["files.create"] == calls(create, extra="summary: Upload file")
    assert ["labels.update"] == calls(
        "PUT /templates/enterprise/schema-6V#update - Labels",
        extra="summary: Update label",
    )


def test_a_number_in_a_path_is_a_value() -> None:
    """It is one of the things that the path lists, and no name of them."""
    assert ["users.folders.replace", "users.folders.update"] == calls(
        "PUT /users/{id}/folders/0 put_users_id_folders_0",
        "PATCH /users/{id}/folders/0",
    )
