"""Operations are found in the client where one would look for them."""

from __future__ import annotations

import pytest

from clientsmith.ir import Operation
from unit.compiling import operations

OK = "responses: {'200': {description: x}}"


def calls(*described: str) -> list[str]:
    """Name operations given as `METHOD PATH [operationId] [tag]`; `-` is none."""
    paths: dict[str, list[str]] = {}
    for one in described:
        method, path, operation_id, tag = (*one.split(), "-", "-")[:4]
        told = f"operationId: {operation_id}, " if operation_id != "-" else ""
        told += f"tags: ['{tag}'], " if tag != "-" else ""
        paths.setdefault(path, []).append(f"{method.lower()}: {{{told}{OK}}}")
    found = operations(
        "\n".join(f"{path}: {{{', '.join(each)}}}" for path, each in paths.items()),
    )
    return sorted(map(called, found))


def called(operation: Operation) -> str:
    """Write where an operation is found."""
    return ".".join(name.snake for name in [*operation.resource, operation.name])


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        (
            "POST /v1/chat/completions createChatCompletion Chat",
            "chat.create_completion",
        ),
        ("GET /pets listPets pets", "pets.list"),
        ("GET /pets/{id} getPetById pets", "pets.get_by_id"),
        ("GET /pets", "pets.list"),
        ("GET /pets/{id}", "pets.get"),
        ("PUT /pets/{id}", "pets.replace"),
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
        "series.get_id",
        "series.list",
    ] == found


def test_a_path_that_is_read_is_no_verb() -> None:
    """What can be listed is a resource, in which one creates."""
    found = calls("GET /pets/{id}/toys", "POST /pets/{id}/toys", "POST /pets/{id}/feed")

    assert ["pets.feed", "pets.toys.create", "pets.toys.list"] == found


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
