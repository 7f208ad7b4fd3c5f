"""An `operationId` says what is done; what its resource says is left out."""

from __future__ import annotations

import pytest

from unit.compiling import operations
from unit.lower.naming.calling import called, calls


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("GET /issues/{n} issueGetIssue issue", "issues.get"),
        ("GET /droplets droplets_list Droplets", "droplets.list"),
        ("GET /repos/{o} repoGet repository", "repos.get"),
        ("GET /orgs/{o}/members orgListMembers organization", "orgs.list_members"),
        ("GET /lists listLists lists", "lists.list"),
        ("GET /search/messages search_messages search", "search.messages"),
        ("GET /checks getAllChecks checks", "checks.list"),
        ("GET /contents repoGetContentsList repo", "repo.list_contents"),
        ("GET /tax-rates GetTaxRateCollection taxes", "taxes.list_rates"),
        ("GET /users/{username} getUserByUsername users", "users.get"),
        ("GET /users/name/{name} getUserByName users", "users.get_by_name"),
        ("GET /attempts/{tag} listByTag attempts", "attempts.list_by_tag"),
        ("GET /teams/{t}/tasks getTasksForTeam tasks", "tasks.list_for_team"),
        ("POST /a/{id}/x addMembersToProject projects", "projects.add_members"),
        (
            "POST /x/{id} updatePolicyRule Server+rules",
            "server_rules.update_policy_rule",
        ),
        ("DELETE /threads/{id} DeleteThreadMethod threads", "threads.delete"),
        (
            "DELETE /payment-methods/{id} removePaymentMethod account",
            "account.remove_payment_method",
        ),
        ("DELETE /pet_toys/{id} deletepettoys", "pet_toys.delete"),
        ("DELETE /blocks/{id} delete-a-block", "blocks.delete"),
        ("POST /session Session Session", "session.create"),
    ],
)
def test_the_words_of_the_resource_are_left_out(described: str, expected: str) -> None:
    """At the start, where they stand together, and after a small word at the end."""
    assert [expected] == calls(described)


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("GET /keys listApiKeys Keys", "keys.list"),
        ("POST /keys createApiKey Keys", "keys.create"),
        ("PUT /c/{id}/index create_field_index Indexes", "indexes.create"),
        ("GET /meta/schemas/group getGroupSchema Schema", "schemas.get_group_schema"),
        ("GET /i/{n}/sub_issues list_sub_issues issues", "issues.list_sub_issues"),
        ("GET /jobs/active listActiveJobs jobs", "jobs.list_active"),
        ("GET /books/{id}/similar listSimilarBooks books", "books.list_similar"),
        ("POST /flows/bulk_delete bulk_delete_flows flows", "flows.bulk_delete"),
        ("POST /queues/{id}/frobnicate frobnicateQueue queues", "queues.frobnicate"),
        (
            "GET /r/{id}/users listRolePolicyUsers policies",
            "policies.list_role_policy_users",
        ),
        ("POST /invites inviteUser Invites", "invites.invite_user"),
        ("PUT /me/albums save-albums-user Albums", "albums.save"),
        ("PUT /me update_user_password Users", "users.update_password"),
        ("GET /albums/{id}/songs list-albums-songs Albums", "albums.list_songs"),
        ("POST /feeds/delete deleteFeedsBatch Feeds", "feeds.delete_batch"),
        ("POST /docs/edit edit_docs_by_function Docs", "docs.edit_by_function"),
    ],
)
def test_what_only_says_which_things_is_no_object(
    described: str, expected: str
) -> None:
    """The whole object goes where the path knows no others, or it stays."""
    assert [expected] == calls(described)


def test_an_object_stays_where_a_name_without_it_is_taken() -> None:
    """Of two that lose the same, both keep what they are done to."""
    found = calls(
        "POST /v1/keys createApiKey Keys",
        "POST /v2/secrets createSigningKey Keys",
    )

    assert ["keys.create_api_key", "keys.create_signing_key"] == found


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("GET /volumes volumes_list storage", "storage.list_volumes"),
        ("GET /volumes/{id} volumes_get storage", "storage.get_volume"),
        ("GET /v/{id}/bills/{b}/pdf bills_get_pdf storage", "storage.get_bill_pdf"),
        ("POST /batch/delete batch_delete storage", "storage.batch_delete"),
    ],
)
def test_a_verb_may_stand_behind_a_thing_of_the_path(
    described: str, expected: str
) -> None:
    """It is what is done, unless a word before it says how."""
    assert [expected] == calls(described)


def test_parts_of_a_thing_are_got_where_there_is_no_verb() -> None:
    """A path that is itself the name of a method keeps it."""
    found = calls(
        "GET /mails/{id}/recipients mails/recipients Mails",
        "GET /users.identity users_identity users",
    )

    assert ["mails.get_recipients", "users.identity"] == found


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("POST /i/{id}/search search_with_post Indexes", "indexes.search"),
        (
            "POST /multi-search multi_search_with_post Multi-search",
            "multi_search.search",
        ),
        ("POST /i/{id}/docs/fetch docs_by_query_post docs", "docs.fetch"),
        ("POST /vdb/{id}/resize vdb_post_resize vdb", "vdb.resize"),
    ],
)
def test_how_something_is_asked_is_not_what_is_done(
    described: str, expected: str
) -> None:
    """Words for a method of HTTP go where something else is left."""
    assert [expected] == calls(described)


def test_only_what_answers_with_a_list_is_called_one() -> None:
    """What is one text, or one thing with several lists, is got."""
    text = "content: {text/plain: {schema: {type: string}}}"
    one = (
        "properties: {words: {type: array, items: {}}, rules: {type: array, items: {}}}"
    )
    several = "properties: {data: {type: array, items: {}}}"
    found = operations(
        "/metrics: {get: {operationId: getMetrics, tags: [stats],"
        f" responses: {{'200': {{description: x, {text}}}}}}}}}\n"
        "/settings: {get: {operationId: getAll, tags: [settings],"
        f" responses: {{'200': {_json(one)}}}}}}}\n"
        "/pets: {get: {operationId: getPets, tags: [pets],"
        f" responses: {{'200': {_json(several)}}}}}}}",
    )

    assert ["pets.list", "settings.get_all", "stats.get_metrics"] == sorted(
        map(called, found)
    )


def _json(schema: str) -> str:
    content = f"{{application/json: {{schema: {{type: object, {schema}}}}}}}"
    return f"{{description: x, content: {content}}}"


def test_whose_things_they_are_is_said_with_for() -> None:
    """`list_project` would list a project."""
    found = calls(
        "GET /organization/certificates listOrganizationCertificates Certificates",
        "GET /projects/{id}/certificates listProjectCertificates Certificates",
    )

    assert [
        "certificates.list_for_organization",
        "certificates.list_for_project",
    ] == found


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("GET /v1/pollers/{id} v1.message.poller.seek message", "message.poller.seek"),
        ("GET /repos/{o} repos/list-for-org repos", "repos.list_for_org"),
        ("GET /p/{id} pipelines.countPipelines pipelines", "pipelines.count"),
        ("GET /p/{id} pipelines.countPipelines other", "other.count_pipelines"),
        ("GET /m monitoring_get_metrics.yml monitoring", "monitoring.get_metrics"),
    ],
)
def test_an_operation_id_may_say_where_it_is(described: str, expected: str) -> None:
    """With dots and slashes, if its tag does not say something else."""
    others = [f"GET /o{index} {'get'} other{index}" for index in range(3)]
    found = calls(described, *others)

    assert expected in found


def test_numbers_of_tools_are_left_out() -> None:
    """What they tell apart has other words that do."""
    found = calls("GET /a listPets pets", "GET /b listPets_1 pets")

    assert all("1" not in one for one in found)


def test_methods_of_http_are_not_what_is_done() -> None:
    """Where most identifiers begin with them; a few may mean something else."""
    speaking = calls(
        "POST /contacts post-contact contacts",
        "POST /contacts/{id}/close post-close-contact contacts",
        "POST /contacts/{id}/badge/recycle post-contact-badge-recycle contacts",
        "GET /contacts/{id}/notes get-contact-notes contacts",
    )
    other = calls("POST /chat.postMessage chat_postMessage chat", "POST /x x chat")

    assert [
        "contacts.close",
        "contacts.create",
        "contacts.list_notes",
        "contacts.recycle_badge",
    ] == speaking
    assert "chat.post_message" in other
