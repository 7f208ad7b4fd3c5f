"""Arrays are lists of their items; what a request takes may be any sequence."""

from __future__ import annotations

from cases.using import Case

PLAYLIST = {
    "songs": [{"title": "So What"}, {"title": "Naima"}],
    "ratings": [5, None],
    "grid": [[0.5], []],
    "extras": [1, "a", None],
    "nothing": [],
    "tags": ["modal", "modal"],
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


def test_how_many_there_are_is_for_the_server_to_judge(case: Case) -> None:
    """Bounds are in the docstring; the order of what should be unique is kept."""
    docs = case.docs("models/playlist")

    assert "What it sounds like. From 1 to 5 items. Each item once." in docs
    assert not case.refuses(lambda client: client.playlists.create(songs=[]), PLAYLIST)


def test_an_item_of_another_type_is_kept_by_default(case: Case) -> None:
    """The others are read; strict validation refuses the list."""
    answer = {"songs": [{"title": "So What"}, "Naima"]}
    playlist = case.client(answer, validation="lenient").playlists.create(songs=[])

    assert "Naima" == playlist.songs[1]
    assert isinstance(playlist.songs[0], case.models.PlaylistSong)
    assert case.refuses(lambda client: client.playlists.create(songs=[]), answer)
