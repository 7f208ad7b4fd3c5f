"""Format."""

from typing import TypeAlias

from .._runtime.models import Unknown
from ..models.audio import Audio
from ..models.paper import Paper
from .audio import AudioParam
from .paper import PaperParam

FormatParam: TypeAlias = Paper | PaperParam | Audio | AudioParam | Unknown
