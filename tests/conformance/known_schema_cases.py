"""Cases of JSON-Schema-Test-Suite that a client does not pass yet, and why."""

from __future__ import annotations

KNOWN = {
    "opt-bignum-01-number": "`number` is a float, which has 53 bits",
}
"""A case that passes must leave this list."""
