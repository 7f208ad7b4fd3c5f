"""Values that nobody thought of, valid by a schema, the same in every run."""

from __future__ import annotations

import json
import warnings
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisException, HypothesisWarning

from clientsmith.pointer import Pointer

from .validity import Judge, Verdict
from .values_of import values_of


def instances(judge: Judge, schema: Pointer, number: int) -> list[Any]:
    """Make up to a number of valid values; none where that is too much to ask."""
    found: dict[str, Any] = {}

    @settings(
        max_examples=number,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def keep(value: Any) -> None:
        if judge.verdict(value, schema) is Verdict.VALID:
            found.setdefault(json.dumps(value, sort_keys=True), value)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", HypothesisWarning)
            given(values_of(judge.files, {"$ref": str(schema)}))(keep)()
    except (HypothesisException, RecursionError):
        return list(found.values())
    return list(found.values())
