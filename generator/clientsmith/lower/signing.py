"""How webhooks are signed: by a setting, by an extension, or as their headers show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, hint, warning
from clientsmith.ir import (
    Parameter,
    Scheme,
    Signing,
    Webhook,
    name_of,
    read_signing,
    scheme_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import members

from .context import Context

EXTENSION = "x-clientsmith-webhooks"
_SIGNATURES = frozenset({"hmac", "signature"})
_HEADER = re.compile(r"[\w-]+", re.ASCII)
_ALGORITHMS = frozenset({"256", "ed25519", "sha", "sha1", "sha256", "sha512"})


def lower_signing(
    context: Context, webhooks: Iterable[Webhook], given: Signing | None
) -> Signing:
    """Return what is said of signatures; what a target says counts most."""
    signing = given or _extension(context) or Signing()
    if signing.scheme is not None:
        return signing
    return replace(signing, scheme=_recognised(webhooks))


def lower_signature(
    context: Context, webhooks: Collection[Webhook], signing: Signing
) -> str:
    """Return the header of signatures that nobody says how to check, and report it.

    That nothing says whether there are any is reported, too: then everybody may send
    what is read.
    """
    if signing.scheme is not None or not webhooks:
        return ""
    signed = [one for one in _headers(webhooks) if _is_signature(one.name)]
    if not signed:
        if EXTENSION not in members(context.description.value):
            at = min(one.at for one in webhooks)
            context.problems.append(_unsigned(at, context.target))
        return ""
    name = signed[0].name
    context.problems.append(
        hint(
            "webhook-signature",
            f"`{name}` looks like a signature, and nothing says how it is made: "
            "webhooks are only read with a `scheme`, or with `verify=False`",
            signed[0].at,
            hint=f"say how in `{_table(context.target)}`, or with `{EXTENSION}`",
            paste=_lines(name, context.target),
        ),
    )
    return name


def _unsigned(at: Pointer, target: str) -> Diagnostic:
    return hint(
        "webhook-signature",
        "nothing says how webhooks are signed: what arrives is read unverified, unless "
        "a secret is given",
        at,
        hint=f"if they are, say how in `{_table(target)}`, or with `{EXTENSION}`",
        paste=_lines("X-Signature", target),
    )


def _table(target: str) -> str:
    return f"[targets.{target}.webhooks]"


def _lines(header: str, target: str) -> tuple[str, ...]:
    return (
        _table(target),
        'scheme = "hmac"',
        f'header = "{header}"',
        'encoding = "hex"      # or "base64"',
        'algorithm = "sha256"  # or "sha1", "sha512"',
    )


def _headers(webhooks: Iterable[Webhook]) -> list[Parameter]:
    return [
        parameter
        for webhook in webhooks
        for parameter in webhook.parameters
        if parameter.location == "header"
    ]


def _is_signature(header: str) -> bool:
    """Tell whether the name of a header ends with that word, or how it is made."""
    if not _HEADER.fullmatch(header):
        return False
    words = [one for one in name_of(header).lower.words if one not in _ALGORITHMS]
    return bool(words) and words[-1] in _SIGNATURES


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
    names = {parameter.name for parameter in _headers(webhooks)}
    known = map(scheme_of, sorted(names))
    found: list[Scheme] = [scheme for scheme in known if scheme is not None]
    return found[0] if len(set(found)) == 1 else None
