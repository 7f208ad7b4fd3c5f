"""What a document says of single values is in the docstring of the enumeration."""

from __future__ import annotations

from cases.using import Case


def test_each_value_is_described(case: Case) -> None:
    """From a list in the order of the values, or from a map."""
    assert '`"alarm"`: Everything is.' in case.docs("models/level")
    assert '`"sms"`: At once.' in case.docs("models/alert")
    alert = case.client({"level": "info"}).alerts.create(level="alarm")

    assert "info" == alert.level
    assert {"level": "alarm"} == case.sent
