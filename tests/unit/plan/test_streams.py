"""Methods that return streams."""

from __future__ import annotations

import pytest

from unit.compiling import files

WATCH = """
paths:
  /log:
    get:
      tags: [log]
      operationId: watchLog
      parameters: [{{name: {name}, in: header, schema: {{type: string}}}}]
      responses:
        "200":
          description: What happens.
          content: {{text/event-stream: {{schema: {{type: string}}}}}}
"""


LINES = """
paths:
  /log:
    get:
      tags: [log]
      operationId: watchLog
      responses:
        "200":
          description: What happens.
          content: {application/jsonl: {itemSchema: {type: object}}}
"""


@pytest.mark.parametrize(
    ("name", "resumes"), [("Last-Event-ID", True), ("X-Event-ID", False)]
)
def test_a_stream_resumes_where_it_can_be_asked_to(name: str, resumes: bool) -> None:
    """The header that the standard has for it is described."""
    module = files(WATCH.format(name=name))["pets/resources/log.py"]

    assert resumes == ("resumes=True" in module)


def test_a_readme_says_what_events_of_tomorrow_are() -> None:
    """Beside the example, where a reader of events looks first."""
    readme = files(WATCH.format(name="x"))["README.md"]

    assert (
        "\nAn event that the API has added since arrives as an `UnknownEvent`" in readme
    )
    assert "UnknownEvent" not in files(LINES)["README.md"]
