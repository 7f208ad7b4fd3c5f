"""Operations are found in the client where one would look for them."""

from __future__ import annotations

import pytest

from unit.compiling import operations
from unit.lower.naming.calling import OK, calls


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        (
            "POST /v1/chat/completions createChatCompletion Chat",
            "chat.create_completion",
        ),
        ("GET /pets listPets pets", "pets.list"),
        ("GET /pets/{id} getPetById pets", "pets.get"),
        ("GET /pets", "pets.list"),
        ("GET /pets/{id}", "pets.get"),
        ("PUT /pets/{id}", "pets.update"),
        ("DELETE /pets/{id}", "pets.delete"),
        ("POST /pets", "pets.create"),
        ("POST /pets/{id}/feed", "pets.feed"),
        ("GET /api/v2/pets", "pets.list"),
        ("GET /items/{id} read_item_items__id__get items", "items.read"),
        (
            "POST /servers/{id}/actions/poweron power_on_server servers",
            "servers.power_on",
        ),
        ("POST /users/{id}/token create_token_for_user users", "users.create_token"),
        ("GET /scans getScans scans", "scans.list"),
        ("GET /scans getScan scans", "scans.get"),
        ("GET /v1/charges GetCharges", "charges.list"),
        ("GET /series getSeries series", "series.get"),
        ("GET /stats getStats", "stats.get"),
        ("GET /pets pets.get pets", "pets.get"),
    ],
)
def test_an_operation_is_named(described: str, expected: str) -> None:
    """By its tag and `operationId`, or else by path and method."""
    assert [expected] == calls(described)


def test_one_and_several_are_told_apart() -> None:
    """By what the `operationId` gets; the path decides where its words do not."""
    found = calls(
        "GET /pets getPets pets",
        "GET /pets/{id} getPet pets",
        "GET /v1/series GetSeries",
        "GET /v1/series/{id} GetSeriesId",
        "GET /project_settings getProjectSettings project_settings",
        "GET /project_settings/{id} getProjectSetting project_settings",
    )

    assert [
        "pets.get",
        "pets.list",
        "project_settings.get",
        "project_settings.list",
        "series.get",
        "series.list",
    ] == found


def test_a_path_that_is_read_is_no_verb() -> None:
    """What can be listed is a resource, in which one creates."""
    found = calls("GET /pets/{id}/toys", "POST /pets/{id}/toys", "POST /pets/{id}/feed")

    assert ["pets.feed", "pets.toys.create", "pets.toys.list"] == found


def test_who_loses_least_has_the_name() -> None:
    """An `operationId` that says no more keeps what a longer one could be called."""
    found = calls(
        "GET /aliases listAliases aliases",
        "GET /deployments/{id}/aliases listDeploymentAliases aliases",
        "DELETE /files deleteFiles files",
        "DELETE /files/{id} deleteFile files",
    )

    assert [
        "aliases.list",
        "aliases.list_for_deployment",
        "files.delete",
        "files.delete_files",
    ] == found


def test_the_order_of_a_document_does_not_matter() -> None:
    """Operations are called the same, whoever stands first."""
    described = [
        "GET /aliases listAliases aliases",
        "GET /deployments/{id}/aliases listDeploymentAliases aliases",
        "POST /charges/{charge} PostChargesCharge",
        "POST /charges PostCharges",
        "GET /charges/search GetChargesSearch",
        "GET /reports-a get_1 reports",
        "GET /reports-b get_2 reports",
    ]

    assert calls(*described) == calls(*reversed(described))


def test_names_do_not_clash() -> None:
    """Both give way, so that the order of the document does not matter."""
    found = calls("GET /pets listPets pets", "GET /pets/all listPet pets")

    assert 2 == len(set(found))


def test_one_of_a_resource_and_one_of_its_plural_stay_apart() -> None:
    """Their arguments would share one module otherwise."""
    found = operations(
        f"/registry: {{post: {{tags: [Registry], {OK}}}}}\n"
        f"/registries: {{post: {{tags: [Registries], {OK}}}}}",
    )

    assert {"registry", "registries"} == {one.noun.snake for one in found}
