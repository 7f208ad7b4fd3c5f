"""Where things stand in an output folder."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

_STATE = ".clientsmith"


class Layout(Struct, frozen=True):
    """The output folder of one package: `DIR/NAME`, and what stands beside it.

    `former` is what the package was called before, if that is to go.
    """

    out: Path
    package: str
    former: str | None = None

    @property
    def before(self) -> Layout | None:
        """Where things stood under the former name."""
        return Layout(self.out, self.former) if self.former else None

    @property
    def package_folder(self) -> Path:
        """The folder that is imported, replaced as a whole."""
        return self.out / self.package

    @property
    def state(self) -> Path:
        """What runs know of the folder; whoever writes there holds this one.

        The output itself may be the folder of the lock, which others have to write.
        """
        return self.out / _STATE

    @property
    def manifest(self) -> Path:
        """The list of what the last run wrote."""
        return self.state / f"{self.package}.json"

    @property
    def state_file(self) -> str:
        """The manifest by its path in the output."""
        return self.manifest.relative_to(self.out).as_posix()

    @property
    def bases(self) -> Path:
        """The texts of the last run as they were generated, where edits are merged."""
        return self.state / f"{self.package}.base"

    @property
    def staging(self) -> Path:
        """Where a run prepares: on the output's own file system, to rename from."""
        return self.state / f"{self.package}.staging"

    @property
    def staged_package(self) -> Path:
        """The complete new package, before it takes its place."""
        return self.staging / "package"

    @property
    def old_package(self) -> Path:
        """Where the old package waits while the new one is renamed."""
        return self.staging / "old"

    @property
    def staged_inode(self) -> Path:
        """The number of the new package folder, to know it by in its place."""
        return self.staging / "inode"

    @property
    def staged_beside(self) -> Path:
        """The new files beside the package, before they take their places."""
        return self.staging / "beside"

    @property
    def staged_manifest(self) -> Path:
        """The new manifest; once it is there, everything else is."""
        return self.staging / "manifest.json"

    @property
    def staged_dropped(self) -> Path:
        """Which files beside the package go away once it is in its place."""
        return self.staging / "dropped.json"

    def in_package(self, path: str) -> bool:
        """Say whether a path of the output is replaced with the package."""
        return path.startswith(f"{self.package}/")
