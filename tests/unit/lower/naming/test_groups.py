"""A tag is one resource, called as its paths call it."""

from __future__ import annotations

import pytest

from unit.lower.naming.calling import calls


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("GET /batches listBatches Batch", "batches.list"),
        ("GET /calls/{id}/recordings listX CallRecording", "calls.recordings.list_x"),
        ("GET /chat/completions listX Chat+Completions", "chat.completions.list_x"),
        ("GET /admin.users.list admin_users_list admin.users", "admin.users.list"),
        ("GET /repos getX repository", "repos.get_x"),
        ("GET /lke/types getX Linode+Kubernetes+Engine+(LKE)", "lke.get_x"),
        ("GET /deposit-x/{a}/deposit getX Deposits", "deposits.get_x"),
        ("GET /x getX Catalog+API", "catalog.get_x"),
        ("GET /x getX Post+training+(Coming+soon)", "post_training.get_x"),
    ],
)
def test_a_tag_is_spelled_as_its_paths_do(described: str, expected: str) -> None:
    """In the plural, in several levels, or shortly."""
    assert [expected] == calls(described)


def test_what_a_few_paths_say_does_not_spell_a_tag() -> None:
    """One resource holds all operations of a tag."""
    found = calls(
        "GET /task_assignments/{id} getAssignment Task+assignments",
        "PUT /task_assignments/{id} putAssignment Task+assignments",
        "GET /tasks/{id}/assignments listAssignments Task+assignments",
    )

    assert {"task_assignments"} == {one.rpartition(".")[0] for one in found}


def test_what_all_tags_begin_with_is_left_out() -> None:
    """It says which API it is, if anything."""
    tags = ("product:chat", "product:feeds", "product:video")
    found = calls(*(f"GET /x{i} getX {tag}" for i, tag in enumerate(tags)))

    assert ["chat.get_x", "feeds.get_x", "video.get_x"] == found


def test_what_stands_in_parentheses_stays_where_it_is_needed() -> None:
    """Tags stay apart."""
    found = calls("GET /x getX Marks+(Files)", "GET /y getX Marks+(Folders)")

    assert ["marks_files.get_x", "marks_folders.get_x"] == found


def test_a_tag_is_where_all_of_its_identifiers_say() -> None:
    """`ListUsageRecordDaily` names all of the path down to `Daily`."""
    found = calls(
        "GET /accounts/{id}/Usage/Records/Daily ListUsageRecordDaily Daily",
        "GET /accounts/{id}/Keys ListKey Key",
    )

    assert ["keys.list", "usage.records.daily.list"] == found


def test_a_part_may_be_said_before_its_whole() -> None:
    """`Receiving Emails` in the namespace `emails` are `/emails/receiving`."""
    found = calls(
        "GET /emails emails/list Emails",
        "GET /emails/receiving emails/list-receiving Receiving+Emails",
        "GET /emails/receiving/{id} emails/get-receiving Receiving+Emails",
    )

    assert [
        "emails.list",
        "emails.receiving.get",
        "emails.receiving.list",
    ] == found
