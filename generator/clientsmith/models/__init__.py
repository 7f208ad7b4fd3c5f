"""Packages of models without a client, made by datamodel-code-generator.

https://datamodel-code-generator.koxudaxi.dev
"""

from __future__ import annotations

from .package import generator_version, make_models

__all__ = ["generator_version", "make_models"]
