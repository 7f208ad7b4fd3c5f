"""The view of `openapi_pydantic` for 3.1, loaded without what lies beside it.

It comes first, because whoever imports another part of the library loads all of it.
"""

from __future__ import annotations

from clientsmith.startup import only_the_view_of_3_1

with only_the_view_of_3_1():
    from openapi_pydantic.v3 import v3_1

__all__ = ["v3_1"]
