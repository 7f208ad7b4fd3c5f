"""What the documents beside a package say of webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.ir import Api, Webhook

from .beside import ReferenceWebhook, WebhooksGuide
from .callbacks import PlannedCallback
from .casing import named
from .code import Code, cell, code, join, prose
from .headings import without_headings
from .inputs import Inputs
from .layout import Layout
from .module import Names
from .sentences import first_paragraph
from .webhook_events import payload
from .webhooks import env_of


def plan_guide(
    api: Api, package: str, callbacks: list[PlannedCallback]
) -> tuple[WebhooksGuide, ...]:
    """Say how webhooks are received, if there are any."""
    if not api.incoming:
        return ()
    function = "parse" if api.webhooks else callbacks[0].name
    parse = code("webhooks.{}(request.body, request.headers)", named(function))
    about = f"The secret is an argument, `secret`, or in `{env_of(package)}`."
    if api.signature:
        about += (
            f" Payloads are signed in `{api.signature}`, and the description does not "
            "say how: to check them, make receivers with "
            f'`webhooks.Webhooks(scheme=webhooks.Scheme("{api.signature}"))`.'
        )
    elif api.signing.scheme is None:
        about += " Without one, nothing is verified: set one if the API signs."
    return (WebhooksGuide(named(package), parse, prose(about)),)


def plan_table(
    api: Api, layout: Layout, callbacks: Iterable[PlannedCallback]
) -> tuple[tuple[ReferenceWebhook, ...], ...]:
    """List every webhook and callback, and what reads it."""
    rows = [_row(api, layout, one, "parse") for one in api.webhooks]
    rows += [_row(api, layout, one.callback.webhook, one.name) for one in callbacks]
    return (tuple(rows),) if rows else ()


def _row(api: Api, layout: Layout, webhook: Webhook, function: str) -> ReferenceWebhook:
    names, inputs = Names(api, layout.models, ""), Inputs(api, layout, "")
    answers = dict.fromkeys(inputs.annotate(type_) for type_ in webhook.answers)
    about = first_paragraph(webhook.docs)
    whole = webhook.docs.strip()
    return ReferenceWebhook(
        call=code("`webhooks.{}`", named(function)),
        key=cell(webhook.key),
        type=_quoted(payload(webhook.type, names.refer).text),
        answers=join(", ", map(_quoted, answers)),
        about=cell(about),
        details=(prose(without_headings(whole)),) if whole != about else (),
    )


def _quoted(text: Code) -> Code:
    return code("`{}`", cell(text))
