"""Packages of models without a client, made by datamodel-code-generator.

https://datamodel-code-generator.koxudaxi.dev
"""

from __future__ import annotations

from .package import generator_version, make_models
from .styles import Style

__all__ = ["Style", "generator_version", "make_models"]
