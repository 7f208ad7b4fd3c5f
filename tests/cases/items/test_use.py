"""Arrays are lists of their items; what a request takes may be any sequence."""

from __future__ import annotations

import pytest

from cases.using import Case

PLAYLIST = {
    "songs": [{"title": "So What"}, {"title": "Naima"}],
    "ratings": [5, None],
    "grid": [[0.5], []],
    "extras": [1, "a", None],
    "nothing": [],
    "votes": [5, 1],
    "tags": ["modal", "cool"],
}


def test_items_are_typed(case: Case) -> None:
    """To any depth; an inline object is named after the list, in the singular."""
    playlist = case.client(PLAYLIST).playlists.create(songs=[])

    assert isinstance(playlist.songs[0], case.models.PlaylistSong)
    assert [5, None] == playlist.ratings
    assert [[0.5], []] == playlist.grid
    assert PLAYLIST == case.written(playlist)


def test_any_sequence_is_sent(case: Case) -> None:
    """A tuple of models and dictionaries is an array."""
    song = case.models.PlaylistSong(title="So What")
    case.client(PLAYLIST).playlists.create(songs=(song, {"title": "Naima"}))

    assert {"songs": PLAYLIST["songs"]} == case.sent


def test_how_many_there_are_is_said(case: Case) -> None:
    """In the docstring; what is said of each item stands beside its type."""
    docs = case.docs("models/playlist")

    assert "What it sounds like. From 1 to 5 items. Each item once." in docs
    assert "list[Annotated[int, Asserts(minimum=1, maximum=5)]]" in docs


@pytest.mark.parametrize(
    "wrong", [{"tags": []}, {"tags": list("abcdef")}, {"tags": ["a", "a"]}]
)
def test_too_many_and_too_few_are_kept_by_default(
    case: Case, wrong: dict[str, object]
) -> None:
    """Strict validation refuses them."""
    answer = {**PLAYLIST, **wrong}
    client = case.client(answer, validation="lenient")

    assert answer == case.written(client.playlists.create(songs=[]))
    assert case.refuses(lambda client: client.playlists.create(songs=[]), answer)


def test_each_item_is_checked(case: Case) -> None:
    """The error says which one."""
    answer = {**PLAYLIST, "votes": [1, 5, 6]}

    assert case.refuses(lambda client: client.playlists.create(songs=[]), answer)


def test_an_item_of_another_type_is_kept_by_default(case: Case) -> None:
    """The others are read; strict validation refuses the list."""
    answer = {"songs": [{"title": "So What"}, "Naima"]}
    playlist = case.client(answer, validation="lenient").playlists.create(songs=[])

    assert "Naima" == playlist.songs[1]
    assert isinstance(playlist.songs[0], case.models.PlaylistSong)
    assert case.refuses(lambda client: client.playlists.create(songs=[]), answer)
