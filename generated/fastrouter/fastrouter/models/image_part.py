"""An image."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

ImageDetail: TypeAlias = Literal["auto", "low", "high"] | str


class ImageUrl(Model):
    """Where an image is."""

    url: str
    """An address, or a data URI."""

    detail: ImageDetail | None = None
    """How closely the model looks at the image."""


class ImagePart(Model):
    """An image."""

    type: Literal["image_url"] = "image_url"

    image_url: ImageUrl
