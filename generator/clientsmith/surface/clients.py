"""What clients are made with, what they raise, and what is received beside calls."""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.ir import RAW, Api, ServerVariable
from clientsmith.ir import Type as IrType
from clientsmith.plan import Decided, hosts
from clientsmith.plan.credentials import constructed_of
from clientsmith.plan.statuses import error_bodies
from clientsmith.pointer import Pointer

from .annotations import read_annotation
from .sent import credential_said
from .terms import Terms
from .types import NONE, Literals, Plain, Type, one_of
from .values import ErrorClass, Event, Parameter


def options_of(decided: Decided) -> Iterator[Parameter]:
    """List the arguments of clients that depend on the API."""
    api, taken = decided.api, set(hosts.OPTIONS)
    for each in decided.secured:
        for one in each.credentials:
            taken.add(one.argument)
            yield Parameter(
                name=one.argument,
                wire=f"{each.scheme.scheme} {one.part}",
                form=credential_said(*constructed_of(each.scheme)),
                type=Plain(one.kind),
                docs=each.scheme.docs,
                at=each.scheme.at,
            )
    if listed := hosts.choices(api):
        either = one_of([Literals(tuple(listed)), Plain("int")])
        yield Parameter(name="server", type=either, at=_SERVERS)
    for option in hosts.options(api, taken):
        values = option.variable.enum
        yield Parameter(
            name=option.argument,
            wire=option.variable.name,
            type=Literals(values) if values else Plain("str"),
            default=option.variable.default,
            docs=option.variable.docs,
            at=_variable_at(api, option.variable),
        )
    needed = hosts.needs_base_url(api)
    yield Parameter(name="base_url", type=Plain("str"), required=needed, at=_SERVERS)


_SERVERS = Pointer() / "servers"


def _variable_at(api: Api, variable: ServerVariable) -> Pointer:
    """Return where a variable is described; that of one operation is among servers."""
    listed = [at for at, one in enumerate(api.servers) if variable in one.variables]
    places = (_SERVERS / at / "variables" / variable.name for at in listed)
    return next(places, _SERVERS)


def errors_of(decided: Decided, terms: Terms) -> Iterator[ErrorClass]:
    """List the classes that calls raise, with what their bodies are."""
    yield ErrorClass(decided.base)
    for name, types in error_bodies(decided.api).items():
        bodies = [terms.received(one) for one in types]
        yield ErrorClass(name, one_of([*bodies, NONE]) if bodies else None)


def events_of(decided: Decided, terms: Terms) -> Iterator[Event]:
    """List the webhooks, and what each is read as."""
    for webhook in decided.api.webhooks:
        yield Event(
            webhook.event or webhook.key,
            _payload(webhook.type, terms),
            webhook.docs,
            webhook.deprecated,
            webhook.at,
        )


def readers_of(decided: Decided, terms: Terms) -> Iterator[Event]:
    """List the functions that read callbacks."""
    for planned in decided.callbacks:
        webhook = planned.callback.webhook
        yield Event(
            planned.name,
            _payload(webhook.type, terms),
            webhook.docs,
            webhook.deprecated,
            webhook.at,
        )


def _payload(type_: IrType, terms: Terms) -> Type:
    return read_annotation("bytes") if type_ == RAW else terms.received(type_)
