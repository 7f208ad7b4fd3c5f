"""The last stage: what was generated replaces what was there, as a whole or not."""

from .compare import Comparison, Status, compare
from .drift import Difference, Drift, drift
from .files import File, Mode
from .layout import Layout
from .lock import PATIENCE, locked
from .manifest import (
    Entry,
    Input,
    Manifest,
    Provenance,
    Role,
    make_manifest,
)
from .manifest_file import has_manifest, read_manifest
from .output import Changes, OutdatedError, Publication, write
from .reasons import Cause, Reason
from .steps import Steps

__all__ = [
    "PATIENCE",
    "Cause",
    "Changes",
    "Comparison",
    "Difference",
    "Drift",
    "Entry",
    "File",
    "Input",
    "Layout",
    "Manifest",
    "Mode",
    "OutdatedError",
    "Provenance",
    "Publication",
    "Reason",
    "Role",
    "Status",
    "Steps",
    "compare",
    "drift",
    "has_manifest",
    "locked",
    "make_manifest",
    "read_manifest",
    "write",
]
