"""What a target says of its description, beside what the document says itself."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clientsmith.ir import Signing
from clientsmith.ir.page_schemes import PageScheme
from clientsmith.pointer import Pointer


class Settings(Struct, frozen=True, kw_only=True):
    """Names, addresses and conventions that count before those of the document."""

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """What things are called, by reference."""
    names_at: Pointer = Pointer()
    """Where the configuration says so."""
    target: str = "NAME"
    """What to call the target in lines that are to be pasted."""
    schemes: tuple[PageScheme, ...] = ()
    """How pages follow each other, the first that fits."""
    address: str = ""
    """Where the document is published, if that is known."""
    signing: Signing | None = None
    """How webhooks are signed and told apart."""
