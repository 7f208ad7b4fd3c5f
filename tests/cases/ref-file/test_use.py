"""A schema of another file is a class as any other."""

from __future__ import annotations

from cases.using import Case

ALBUM = {
    "songs": [{"title": "Naima", "writer": {"name": "Coltrane"}}],
    "label": {"name": "Atlantic"},
}


def test_classes_are_named_after_files_and_keys(case: Case) -> None:
    """References go on from file to file."""
    album = case.client(ALBUM).albums.create(songs=[])

    assert isinstance(album.songs[0], case.models.Song)
    assert isinstance(album.label, case.models.Label)
    assert "Coltrane" == album.songs[0].writer.name
    assert ALBUM == case.written(album)
