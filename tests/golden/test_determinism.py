"""The same description gives the same bytes, wherever and however it is read."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys

import pytest

from clientsmith.diagnostics import Outcome
from clientsmith.load import JSON, Source
from clientsmith.targets import prepare
from golden.differences import differences
from golden.packages import NAMES, generate, texts

PROGRAM = """
from hashlib import sha256
from golden.packages import generated
print(sha256(repr(generated("bookshop")).encode()).hexdigest())
"""


def shuffled(value: JSON, chance: random.Random) -> JSON:
    """Change the order of all keys; JSON gives them none."""
    if isinstance(value, list):
        return [shuffled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    members = [(name, shuffled(item, chance)) for name, item in value.items()]
    chance.shuffle(members)
    return dict(members)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_keys_does_not_matter(name: str, seed: int) -> None:
    """Nowhere in a document: what is written sorts what has no order."""
    run = generate(name)
    document = run.compiled.document

    assert document is not None
    value = shuffled(document.value, random.Random(seed))  # noqa: S311 - no secret
    source = Source(run.target.input, json.dumps(value).encode())
    other = prepare(run.target, Outcome((source,)))
    assert not differences(texts(run), texts(other))


def test_the_hash_seed_does_not_matter() -> None:
    """Two processes that hash strings differently write the same bytes."""
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert 1 == len(found)
