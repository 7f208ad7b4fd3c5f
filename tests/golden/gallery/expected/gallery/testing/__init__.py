"""What tests of code need that calls the API: a fake of it, and its models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_exports

if TYPE_CHECKING:
    from .._runtime.making import CannotMake
    from .._runtime.recorded import RecordedCall
    from .._runtime.replies import Delivery, Reply
    from .._runtime.scripts import Problem, Scripted, UnscriptedCall, Wire
    from .._runtime.stream_scripts import ScriptedStream
    from .fakes import FakeApi
    from .making import make

__all__ = [
    "CannotMake",
    "Delivery",
    "FakeApi",
    "Problem",
    "RecordedCall",
    "Reply",
    "Scripted",
    "ScriptedStream",
    "UnscriptedCall",
    "Wire",
    "make",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".._runtime.making": ("CannotMake",),
            ".._runtime.recorded": ("RecordedCall",),
            ".._runtime.replies": ("Delivery", "Reply"),
            ".._runtime.scripts": ("Problem", "Scripted", "UnscriptedCall", "Wire"),
            ".._runtime.stream_scripts": ("ScriptedStream",),
            ".fakes": ("FakeApi",),
            ".making": ("make",),
        },
    )
