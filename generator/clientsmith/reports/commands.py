"""What has changed, as annotations of the lines that describe it.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from clientsmith.compare import Verdict
from clientsmith.diagnostics import Severity
from clientsmith.findings import Finding, Home
from clientsmith.findings import commands as written
from clientsmith.load import Sources

from .findings import Reported, Together, together
from .others import also
from .words import headline, reason

_NAMED = 24
"""How many others are named."""
_SEVERITIES = {
    Verdict.BREAKING: Severity.ERROR,
    Verdict.COMPATIBLE: Severity.HINT,
    Verdict.DOCS: Severity.HINT,
}


def commands(reported: Reported, home: Home) -> Iterator[str]:
    """Write what breaks as errors, or as warnings if approved, and the rest as notes.

    What only the docs say is left out: it is what the change itself shows.
    """
    said = [each for each in reported.found if each.change.verdict is not Verdict.DOCS]
    yield from written(_finding(each, reported.name, home) for each in together(said))


def _finding(alike: Together, target: str, home: Home) -> Finding:
    found, change = alike.first, alike.first.change
    severity = _SEVERITIES[change.verdict]
    if found.approved and severity is Severity.ERROR:
        severity = Severity.WARNING
    return Finding(
        code=f"{change.verdict.value} {change.subject}",
        severity=severity,
        message="\n".join(_lines(alike)),
        at=home.spot(found.after, Sources(())),
        notes=(),
        advice=(),
        fingerprint=change.fingerprint,
        target=target,
    )


def _lines(alike: Together) -> Iterator[str]:
    yield headline(*alike.changes)
    yield reason(alike.first.change)
    if more := alike.elsewhere:
        yield f"described here, and in {more:,} more place{'s' * (more > 1)}"
    yield from also(alike.changes, _NAMED)
