"""An image."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from ..models.image_part import ImageUrl

ImageDetailParam: TypeAlias = Literal["auto", "low", "high"]


class ImageUrlParam(TypedDict):
    """Where an image is."""

    url: str
    """An address, or a data URI."""

    detail: NotRequired[ImageDetailParam]
    """How closely the model looks at the image."""


class ImagePartParam(TypedDict):
    """An image."""

    type: Literal["image_url"]

    image_url: ImageUrl | ImageUrlParam
