"""What a report says that a description holds, in the terms of a tally."""

from __future__ import annotations

from clientsmith.report import Report
from corpus.tally import Tally
from corpus.texts import placed


def accounted(report: Report) -> Tally:
    """List the entries of a report by where they stand."""
    made = [each for each in report.operations if each.status == "emitted"]
    called = [each for each in made if str(each.call).startswith("client.")]
    received = [each for each in report.operations if each not in called]
    return Tally(
        operations={(one.path, one.method, placed(one.pointer)) for one in called},
        received={placed(one.pointer) for one in received},
        parameters={placed(one.pointer) for one in report.parameters},
        media_types={placed(one.pointer) for one in report.media_types},
        schemas={placed(one.pointer) for one in report.schemas},
    )
