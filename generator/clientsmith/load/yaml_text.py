"""Reads YAML 1.2: libyaml first, the complete parser where libyaml refuses.

https://spec.openapis.org/oas/v3.1.1.html#format
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientsmith.diagnostics import Diagnostic, Outcome

from .findings import Findings
from .problems import problem
from .reading import Reading
from .yaml_compose import Composer, UnboundedError
from .yaml_events import YamlSyntaxError, fast_events, pure_events
from .yaml_places import YamlPlaces
from .yaml_plain import NotPlainError, compose_plain
from .yaml_plain_places import YamlPlainPlaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .passage import Passage
    from .yaml_events import Event


def read_yaml(passage: Passage) -> Outcome[Reading]:
    """Read a YAML text; a repeated key is an error, and the last one is kept."""
    try:
        return _read_plain(passage) or _read(passage, fast_events)
    except YamlSyntaxError as refusal:
        try:
            return _read(passage, pure_events)
        except YamlSyntaxError:
            return Outcome(None, (_syntax(passage, refusal),))


def _read_plain(passage: Passage) -> Outcome[Reading] | None:
    """Read a text in which there is nothing but values, and nothing to report."""
    try:
        text = compose_plain(fast_events(passage.content))
    except NotPlainError:
        return None
    return Outcome(Reading(text.value, passage, YamlPlainPlaces(passage, text)))


def _read(
    passage: Passage,
    parse: Callable[[str], Iterator[Event]],
) -> Outcome[Reading]:
    findings = Findings(passage)
    try:
        root = Composer(findings).compose(parse(passage.content))
    except UnboundedError:
        return Outcome(None, tuple(findings.diagnostics))
    if root is None:
        return Outcome(None, (problem("document-empty", passage.position()),))
    reading = Reading(root.value, passage, YamlPlaces(passage, root))
    return Outcome(reading, tuple(findings.diagnostics))


def _syntax(passage: Passage, fault: YamlSyntaxError) -> Diagnostic:
    at = passage.position(fault.offset)
    if passage.content[fault.offset : fault.offset + 1] == "\t":
        return problem("yaml-tab", at)
    return problem("yaml-syntax", at, reason=fault.reason)
