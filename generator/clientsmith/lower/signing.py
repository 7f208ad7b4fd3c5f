"""How webhooks are signed: by a setting, by an extension, or as their headers show."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clientsmith.diagnostics import warning
from clientsmith.ir import Scheme, Signing, Webhook, read_signing, scheme_of
from clientsmith.resolve import members

from .context import Context

EXTENSION = "x-clientsmith-webhooks"


def lower_signing(
    context: Context, webhooks: Iterable[Webhook], given: Signing | None
) -> Signing:
    """Return what is said of signatures; what a target says counts most."""
    signing = given or _extension(context) or Signing()
    if signing.scheme is not None:
        return signing
    return replace(signing, scheme=_recognised(webhooks))


def _extension(context: Context) -> Signing | None:
    root = context.description.root
    value = members(context.description.value).get(EXTENSION)
    if value is None:
        return None
    try:
        return read_signing(members(value))
    except ValueError as problem:
        context.problems.append(
            warning(
                "webhook-signing",
                f"`{EXTENSION}` makes no sense: {problem}",
                root / EXTENSION,
                hint="it is taken for not being there",
            ),
        )
        return None


def _recognised(webhooks: Iterable[Webhook]) -> Scheme | None:
    """Return the scheme of the headers that webhooks have."""
    names = {
        parameter.name
        for webhook in webhooks
        for parameter in webhook.parameters
        if parameter.location == "header"
    }
    known = map(scheme_of, sorted(names))
    found: list[Scheme] = [scheme for scheme in known if scheme is not None]
    return found[0] if len(set(found)) == 1 else None
