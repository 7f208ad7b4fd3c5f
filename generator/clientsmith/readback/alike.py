"""What only one of two packages says, so that it is no difference between them."""

from __future__ import annotations

from msgspec.structs import replace

from clientsmith.surface import Event, Surface


def alike(old: Surface, new: Surface) -> tuple[Surface, Surface]:
    """Give the only webhook of a package the name that it has in the other one.

    Files do not say what it is called: nothing has to tell it from others.
    """
    return _named(old, new.events), _named(new, old.events)


def _named(surface: Surface, others: tuple[Event, ...]) -> Surface:
    match surface.events:
        case [Event(name="") as only]:
            same = [one for one in others if one.type == only.type and one.name]
            known = same if len(same) == 1 else others
            name = known[0].name if len(known) == 1 else ""
            return replace(surface, events=(replace(only, name=name),))
        case _:
            return surface
