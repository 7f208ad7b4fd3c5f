"""Where nobody says where the API is, its users do."""

from __future__ import annotations

import pytest

from cases.using import Case


def test_base_url_is_needed(case: Case) -> None:
    """Checkers ask for it, and so does the first call."""
    assert "Unpack[AddressedOptions]" in case.docs("client")
    with pytest.raises(ValueError, match="does not say where the API is"):
        case.connect().jobs.list()


def test_base_url_is_where_requests_go(case: Case) -> None:
    """With its path."""
    case.connect(base_url="http://printer.local/ipp/").jobs.list()

    assert "http://printer.local/ipp/jobs" == str(case.request.url)
