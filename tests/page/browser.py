"""Chromium without a window, and what happens in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
VARIABLE = "CLIENTSMITH_CHROMIUM"
WIDTHS = {360: 780, 820: 1100, 1280: 800}
"""A phone, a tablet and a desk, with their heights."""
SCHEMES = ("light", "dark")


def executable() -> str:
    """Find the browser, or skip."""
    found = os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        pytest.skip(f"there is no Chromium: install it, or name it in {VARIABLE}")
    return found


@contextmanager
def browsing() -> Iterator[Browser]:
    """Start a browser, and end it."""
    found = executable()
    reason = "playwright is not installed: run `nox -s page`"
    driver = pytest.importorskip("playwright.sync_api", reason=reason)
    with driver.sync_playwright() as play:
        # Who is root has no sandbox; the pages are our own.
        started = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield Browser(started)
        started.close()


@dataclass(frozen=True, slots=True)
class Browser:
    """Opens pages."""

    started: Any

    @contextmanager
    def open(
        self, file: Path, width: int = 1280, scheme: str = "light", **options: Any
    ) -> Iterator[Tab]:
        """Open a file as somebody with such a screen does."""
        size = {"width": width, "height": WIDTHS.get(width, 900)}
        context = self.started.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", **options
        )
        tab = Tab(context.new_page())
        tab.listen()
        tab.page.goto(file.as_uri())
        yield tab
        context.close()


@dataclass
class Tab:
    """One page, with all that it said and asked for; the driver adds to it."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Write down what happens."""
        self.page.on("console", lambda one: self.said.append(one.text))
        self.page.on("pageerror", lambda one: self.said.append(str(one)))
        self.page.on("dialog", lambda one: self.said.append(one.message))
        self.page.on("requestfinished", lambda one: self.asked.append(one.url))
        self.page.on("requestfailed", self._failed)

    def _failed(self, request: Any) -> None:
        """Leave out what the policy of the page has stopped: it was never sent."""
        if request.failure != "csp":
            self.asked.append(request.url)

    def shown(self, selector: str) -> int:
        """Count what can be seen of some elements."""
        script = "all => all.filter(one => one.checkVisibility()).length"
        count: int = self.page.locator(selector).evaluate_all(script)
        return count

    def focused(self) -> str:
        """Say what has the focus, by what it is or says."""
        script = "() => { const it = document.activeElement; return it.id || it.value"
        text: str = self.page.evaluate(f"{script} || it.textContent.trim(); }}")
        return text

    @property
    def count(self) -> str:
        """Say what a screen reader hears of the filters."""
        text: str = self.page.locator("#shown").text_content()
        return text
