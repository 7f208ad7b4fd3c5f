"""What type checkers know of files."""

import io
import tempfile
from pathlib import Path
from typing import IO, BinaryIO

from case_multipart import Client
from case_multipart.params import FileInput


def use(client: Client, opened: BinaryIO, other: IO[bytes], file: FileInput) -> None:
    """Give a file in every way there is."""
    client.pages.create(title="t", cover=b"")
    client.pages.create(title="t", cover=Path("a.png"))
    client.pages.create(title="t", cover=opened)
    client.pages.create(title="t", cover=other)
    client.pages.create(title="t", cover=io.BytesIO())
    client.pages.create(title="t", cover=file, pictures=[file, b"", Path("b.png")])
    client.pages.create(title="t", cover=("a.png", opened))
    client.pages.create(title="t", cover=("a.png", b"", "image/png"))
    client.pages.create(title="t", cover=("a.png", b"", None, {"X-Page": "1"}))
    client.pages.create(title="t", cover=b"", signature=b"s", stops=[{"name": "Rome"}])
    with tempfile.TemporaryFile() as temporary, Path("a.png").open("rb") as png:
        client.pages.create(title="t", cover=temporary, pictures=[png])


def misuse(client: Client, text: io.StringIO) -> None:
    """Text is no file, and neither is the text of a path."""
    client.pages.create(title="t", cover="a.png")  # type: ignore[arg-type]
    client.pages.create(title="t", cover=text)  # type: ignore[arg-type]
    client.pages.create(title="t", cover=("a.png", "text"))  # type: ignore[arg-type]
    client.pages.create(title="t", cover=b"", pictures=b"")  # type: ignore[arg-type]
