"""Operations of real descriptions whose calls are not judged valid, and why."""

KNOWN: dict[str, dict[str, str]] = {}
