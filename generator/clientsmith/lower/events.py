"""What tells webhooks apart: a header, a property, or only their shape.

Constants in headers and properties say it themselves. What may be any text, as the
header `X-GitHub-Event` is, holds the name of a webhook, or what that begins with.
https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.diagnostics import Diagnostic, Note, hint
from clientsmith.ir import (
    ByOrder,
    Declaration,
    Event,
    Events,
    Signing,
    Type,
    Union,
    Value,
    Variant,
    Webhook,
    name_of,
)
from clientsmith.pointer import Pointer

from .ambiguity import shown
from .context import Context
from .overlap import Overlaps
from .telling import Told, shown_by, told_by, words_of

_NAMING = ("type", "event", "event_type", "event_name", "topic")
"""Properties that hold what happened, in words, the most usual first."""
_HEADERS = (("event",), ("topic",), ("event", "type"), ("event", "name"))
"""How the names of headers end that do."""
_MOST_PAIRS = 300
_ENOUGH = 0.5
"""How many pairs of webhooks a property must tell apart, of all there are."""


class Sent(Struct, frozen=True):
    """One webhook, and what in it may tell it from the others."""

    webhook: Webhook
    type: Type
    told: Told
    shown: Told
    """The words that properties hold in examples."""
    headers: Mapping[str, tuple[str, ...]]
    """The words that each header may hold, none for any; by its name in lower case."""

    @property
    def key(self) -> str:
        """What the webhook is called, as words may be compared."""
        return name_of(self.called).snake or self.called

    @property
    def called(self) -> str:
        """What the webhook is called."""
        return self.webhook.event or self.webhook.key


def tell_apart(
    webhooks: Iterable[Webhook],
    declarations: Mapping[Pointer, Declaration],
    signing: Signing,
) -> Events:
    """Find out by what a payload shows which webhook it is of."""
    sent = [_sent(webhook, declarations) for webhook in webhooks]
    if not sent:
        return Events()
    by_header = _by_header(sent, signing)
    if by_header is not None:
        return by_header
    by_property = _by_property(sent, signing)
    return by_property or Events(events=(_alike("", sent),))


def _sent(webhook: Webhook, declarations: Mapping[Pointer, Declaration]) -> Sent:
    headers = {
        one.name.lower(): words
        for one in webhook.parameters
        if one.location == "header"
        and (words := words_of(one.type, declarations)) is not None
    }
    type_ = webhook.type
    told, shown = told_by(type_, declarations), shown_by(type_, declarations)
    return Sent(webhook, type_, told, shown, headers)


def _by_header(sent: list[Sent], signing: Signing) -> Events | None:
    """Tell webhooks apart by a header that all of them have, and then by a property."""
    shared = set[str].intersection(*(set(one.headers) for one in sent))
    header = _chosen_header(sent, shared, signing)
    if header is None:
        return None
    by_name = not all(one.headers.get(header) for one in sent)
    trailing = _trailing(sent) if by_name else None
    groups = defaultdict[str, list[Sent]](list)
    for name, one in _by_names(sent, trailing) if by_name else _by_words(sent, header):
        groups[name].append(one)
    if by_name and not signing.event_header and not _shows(sent, header, groups):
        return None
    property_ = signing.event_property or trailing or _dividing(groups.values())
    events = [
        event
        for name, group in sorted(groups.items())
        for event in _divided(name, group, property_)
    ]
    divides = any(event.tags for event in events)
    return Events(
        header=_spelled(sent, header),
        property=property_ if divides else None,
        by_name=by_name,
        events=tuple(events),
    )


def _chosen_header(sent: list[Sent], shared: set[str], signing: Signing) -> str | None:
    if signing.event_header:
        return signing.event_header.lower()
    if signing.event_property:
        return None
    for header in sorted(shared):
        telling = name_of(header).lower.words
        if any(telling[-len(end) :] == end for end in _HEADERS):
            return header
        told = [one.headers[header] for one in sent]
        if all(told) and len(set(told)) == len(told) > 1:
            return header
    return None


def _spelled(sent: list[Sent], header: str) -> str:
    """Write a header as the document does."""
    spelled = [
        parameter.name
        for one in sent
        for parameter in one.webhook.parameters
        if parameter.name.lower() == header
    ]
    return spelled[0] if spelled else header


def _trailing(sent: list[Sent]) -> str | None:
    """Find the property whose words most names of webhooks end with, as `action`."""
    found = Counter(
        key
        for one in sent
        for key, words in one.told.items()
        if any(_ends(one.key, word) for word in words)
    )
    best = max(found.items(), key=lambda each: (each[1], each[0]), default=None)
    return best[0] if best else None


def _by_words(sent: list[Sent], header: str) -> list[tuple[str, Sent]]:
    return [(word, one) for one in sent for word in one.headers[header]]


def _by_names(sent: list[Sent], trailing: str | None) -> list[tuple[str, Sent]]:
    """Name each event after its webhook, without what a property says again.

    Where the property says it in other words, the event is called as others are.
    """
    names = [_without(one, trailing) for one in sent]
    known = {name for name, one in zip(names, sent, strict=True) if name != one.key}
    for index, one in enumerate(sent):
        says_else = names[index] == one.key and one.told.get(trailing or "")
        if says_else and not one.webhook.event:
            begins = [name for name in known if one.key.startswith(f"{name}_")]
            names[index] = max(begins, key=len, default=one.key)
    return list(zip(names, sent, strict=True))


def _shows(sent: list[Sent], header: str, names: Collection[str]) -> bool:
    """Tell whether something shows that a header holds names of webhooks."""
    if any(one.webhook.event for one in sent):
        return True
    examples = {
        name_of(str(parameter.example.value)).snake
        for one in sent
        for parameter in one.webhook.parameters
        if parameter.name.lower() == header and parameter.example
    }
    return not examples.isdisjoint(names)


def _ends(key: str, word: str) -> bool:
    """Tell whether a name ends with other words, and begins with some of its own."""
    return bool(word) and key.endswith(f"_{name_of(word).snake}")


def _without(one: Sent, property_: str | None) -> str:
    """Return the name of a webhook without the words that a property says again."""
    words = () if one.webhook.event else one.told.get(property_ or "", ())
    ends = [name_of(word).snake for word in words if _ends(one.key, word)]
    longest = max(ends, key=len, default="")
    return one.key.removesuffix(f"_{longest}") if longest else one.key


def _by_property(sent: list[Sent], signing: Signing) -> Events | None:
    """Tell webhooks apart by a property that all of their payloads have."""
    shared = set[str].intersection(*(set(one.told) for one in sent))
    if signing.event_property:
        return _named(sent, signing.event_property)
    constant = {key for key in shared if all(one.told[key] for one in sent)}
    if not sent[1:]:
        # Nothing else shows whether it tells events apart, or kinds of what they tell.
        told = sent[0].told
        constant = {key for key in set(_NAMING) & constant if len(told[key]) == 1}
    best = max(constant, key=lambda key: (_rank(sent, key), *_order(key)), default=None)
    if best and _rank(sent, best) >= _ENOUGH:
        return Events(property=best, events=tuple(_divided("", sent, best)))
    named = [key for key in shared if _holds_names(sent, key, signing)]
    return _named(sent, max(named, key=_order)) if named else None


def _holds_names(sent: list[Sent], key: str, signing: Signing) -> bool:
    """Tell whether something shows that a property holds the names of webhooks."""
    if name_of(key).snake not in _NAMING or not sent[1:]:
        return False
    if key == "type" and signing.scheme == "standard-webhooks":
        return True
    if any(one.webhook.event for one in sent):
        return True
    shown = [(one.key, word) for one in sent for word in _examples(one, key)]
    return any(name == name_of(word).snake for name, word in shown)


def _examples(one: Sent, key: str) -> tuple[str, ...]:
    return one.told[key] or one.shown.get(key, ())


def _named(sent: list[Sent], key: str) -> Events:
    """Tell webhooks apart by a property that holds their names."""
    told = [
        one
        if one.told.get(key)
        else replace(one, told={**one.told, key: (one.called,)})
        for one in sent
    ]
    by_name = told != sent
    return Events(property=key, by_name=by_name, events=tuple(_divided("", told, key)))


def _order(key: str) -> tuple[int, str]:
    """Say how much a property looks as if it told events apart."""
    name = name_of(key).snake
    return (-_NAMING.index(name) if name in _NAMING else -len(_NAMING), key)


def _rank(sent: list[Sent], key: str) -> float:
    """Say which part of the pairs of webhooks a property tells apart."""
    pairs = [(a, b) for a, b in combinations(sent, 2) if a.type != b.type]
    apart = sum(set(a.told[key]).isdisjoint(b.told[key]) for a, b in pairs)
    return apart / len(pairs) if pairs else 1.0


def _dividing(groups: Iterable[list[Sent]]) -> str | None:
    """Find the property that tells apart what has the same header."""
    found = Counter[str]()
    for group in groups:
        if group[1:]:
            shared = set[str].intersection(*(set(one.told) for one in group))
            constant = [key for key in shared if all(one.told[key] for one in group)]
            found.update(key for key in constant if _rank(group, key) >= _ENOUGH)
    best = max(found.items(), key=lambda each: (each[1], _order(each[0])), default=None)
    return best[0] if best else None


def _divided(name: str, group: list[Sent], property_: str | None) -> list[Event]:
    """List the events of what has the same header, by what a property holds."""
    if property_ is None or not all(one.told.get(property_) for one in group):
        return [_alike(name, group)]
    by_tag = defaultdict[str, list[Sent]](list)
    for one in group:
        for tag in one.told[property_]:
            by_tag[tag].append(one)
    events: dict[tuple[Type, tuple[Pointer, ...]], Event] = {}
    for tag, several in sorted(by_tag.items()):
        event = _alike(name, several)
        known = events.setdefault((event.type, event.webhooks), event)
        tags = (*known.tags, tag)
        events[event.type, event.webhooks] = replace(known, tags=tags)
    return list(events.values())


def report_alike(
    context: Context, events: Events, declarations: Mapping[Pointer, Declaration]
) -> None:
    """Say which webhooks nothing tells apart, with a payload that could be of two."""
    overlaps = Overlaps(declarations)
    for event in events.events:
        variants = event.type.variants if isinstance(event.type, Union) else ()
        for one, other in list(combinations(variants, 2))[:_MOST_PAIRS]:
            found = overlaps.between(one.type, other.type)
            if isinstance(found, Value) and not overlaps.alike(one.type, other.type):
                context.problems.append(_order_hint(found, event))
                break


def _order_hint(found: Value, event: Event) -> Diagnostic:
    others = [Note("a webhook", at) for at in event.webhooks[1:3]]
    return hint(
        "webhook-order",
        f"two webhooks may send {shown(found)}; what fits best is taken",
        event.webhooks[0],
        notes=tuple(others),
        hint="give each a constant property, or an `x-clientsmith-event`",
    )


def _alike(name: str, group: list[Sent]) -> Event:
    """Return the event of webhooks that nothing else tells apart."""
    types = tuple(dict.fromkeys(one.type for one in group))
    at = group[0].webhook.at
    variants = tuple(Variant(type_, (), at) for type_ in types)
    type_ = types[0] if len(types) == 1 else Union(variants, ByOrder(), at)
    return Event(name=name, type=type_, webhooks=tuple(one.webhook.at for one in group))
