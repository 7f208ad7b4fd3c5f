"""A workshop with a repository beside it, for nobody in particular."""

from __future__ import annotations

from pathlib import Path

import pytest

from emit.workshop import ALONE, Workshop


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have git know nobody, as on a machine of CI."""
    for key, value in ALONE.items():
        monkeypatch.setenv(key, value)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Describe pets, and keep their client in a repository beside."""
    return Workshop.of(tmp_path)
