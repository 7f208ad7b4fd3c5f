"""An `operationId` says what is done; what its resource says is left out."""

from __future__ import annotations

import pytest

from unit.lower.naming.calling import calls


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
