"""Swagger 2.0, converted to the OpenAPI that every later stage knows.

https://spec.openapis.org/oas/v2.0.html
"""

from __future__ import annotations

from .files import Converted, convert

__all__ = ["Converted", "convert"]
