"""What a target decides, as each stage takes it."""

from __future__ import annotations

from collections.abc import Mapping

from .config import Target
from .inputs import allowed
from .load import Remote, Shaping, Source
from .load.references.uris import origin
from .load.remote import cache_folder
from .lock import Lock
from .lower import Settings
from .pins import names_of
from .plan import Options


def remote_of(target: Target, pins: Mapping[str, str], *, frozen: bool) -> Remote:
    """Say which origins may be asked; `frozen`, none for what has no pin."""
    origins = frozenset(map(origin, allowed(target)))
    frozen = frozen or target.offline
    return Remote(origins, pins, cache_folder, frozen, target.offline)


def shaping_of(target: Target) -> Shaping:
    """Say what is made of a description before it is read."""
    path = target.configuration
    shapes = target.patches or target.include or target.exclude or target.names
    text = Source(path.name, path.read_bytes()) if path and shapes else None
    return Shaping(target.patches, target.include, target.exclude, target.prune, text)


def settings_of(target: Target) -> Settings:
    """Say what the description leaves open, and what things are to be called."""
    return Settings(
        names=target.names,
        names_at=target.names_at,
        target=target.name if target.configuration else "NAME",
        schemes=target.pagination,
        address=target.address,
        signing=target.webhooks,
    )


def options_of(target: Target, lock: Lock) -> Options:
    """Say what the package is to be, and which names it has kept."""
    return Options(
        target.package,
        target.version,
        names_of(lock, target),
        target.enums,
        target.testing,
        target.extras,
    )
