"""What clients send is what real descriptions say, and what they say comes back.

The judge is Steady, which knows nothing of this project. A few descriptions are called
with every test, all of them in `nox -s corpus-calls`.
https://www.npmjs.com/package/@stdy/cli
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.calls import call_all
from corpus.descriptions import Described, chosen, listed
from corpus.known_calls import KNOWN

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


@pytest.mark.filterwarnings("ignore:The API no longer:DeprecationWarning")
def test_every_call_is_valid_and_its_answer_is_read(
    described: Described, record_property: Callable[[str, object], None]
) -> None:
    """With what an operation needs, and with everything that it takes."""
    if not described.entry["operations"]:
        pytest.skip("there is nothing to call")
    calls = call_all(described)
    record_property("calls", (described.slug, str(calls)))
    known = KNOWN.get(described.slug, {})

    assert {} == {
        name: why for name, why in calls.failures.items() if name not in known
    }
    assert known.keys() == calls.failures.keys(), "what is valid now is no longer known"


def test_only_descriptions_that_exist_are_known() -> None:
    """The list of exceptions does not outlive what it lists."""
    assert set() == KNOWN.keys() - {entry["slug"] for entry in listed()}
