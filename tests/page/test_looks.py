"""The page at three widths, light and dark, on paper, and to who cannot see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from page.browser import SCHEMES, WIDTHS, Browser, Tab

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 120_000
every_width = pytest.mark.parametrize("width", WIDTHS)
every_scheme = pytest.mark.parametrize("scheme", SCHEMES)
UNFOLDED = """() => {
  document.getElementById("tools").open = true;
  for (const one of document.querySelectorAll(".thing")) {
    one.style.contentVisibility = "visible";
  }
}"""


@every_width
@every_scheme
def test_a_page_says_nothing_and_asks_for_nothing(
    browser: Browser, release: Path, width: int, scheme: str
) -> None:
    """No error in the console, and no address but its own."""
    with browser.open(release, width, scheme) as tab:
        tab.page.mouse.wheel(0, 20_000)
        tab.page.wait_for_load_state("networkidle")

        assert [] == tab.said
        assert [] == [url for url in tab.asked if url != release.as_uri()]


@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, release: Path, attack: Path, large: Path, width: int
) -> None:
    """Long signatures are wrapped, as are names without an end."""
    wider = "() => document.documentElement.scrollWidth > innerWidth"
    for file in (release, attack, large):
        with browser.open(file, width) as tab:
            tab.page.evaluate(UNFOLDED)

            assert False is tab.page.evaluate(wider)


@every_width
@every_scheme
def test_axe_finds_nothing(
    browser: Browser, release: Path, width: int, scheme: str
) -> None:
    """Contrast, names, landmarks, headings: all rules that axe has."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with browser.open(release, width, scheme) as tab:
        tab.page.evaluate(UNFOLDED)
        found = axe.run(tab.page)

        assert [] == found.response["violations"]
        assert "color-contrast" in {one["id"] for one in found.response["passes"]}


def test_a_page_is_dark_where_the_system_is(browser: Browser, release: Path) -> None:
    """Controls are, too."""
    paper = "() => getComputedStyle(document.body).backgroundColor"
    papers = []
    for scheme in SCHEMES:
        with browser.open(release, scheme=scheme) as tab:
            papers.append(tab.page.evaluate(paper))

    assert ["rgb(253, 253, 251)", "rgb(24, 24, 22)"] == papers


def test_what_is_gone_and_new_is_said_without_colours(
    browser: Browser, release: Path
) -> None:
    """By a line through it, a line below it, and a sign before it."""
    drawn = "one => getComputedStyle(one).textDecorationLine"
    with browser.open(release) as tab:
        gone = tab.page.locator(".was del").first
        new = tab.page.locator(".now ins").first

        assert "line-through" == gone.evaluate(drawn)
        assert "underline" == new.evaluate(drawn)
        assert "−" == tab.page.locator(".was .mark").first.text_content()
        assert "+" == tab.page.locator(".now .mark").first.text_content()


def test_paper_has_all_changes_and_no_controls(browser: Browser, release: Path) -> None:
    """In black on white, whatever the screen is."""
    with browser.open(release, scheme="dark") as tab:
        changes = tab.page.locator(".change").count()
        tab.page.emulate_media(media="print", color_scheme="dark")

        assert changes == tab.shown(".change") > 20
        assert 0 == tab.shown("#tools, .skip")
        paper = "() => getComputedStyle(document.body).backgroundColor"
        assert "rgb(255, 255, 255)" == tab.page.evaluate(paper)
        assert 1 <= tab.page.pdf().count(b"/Type /Page\n") <= 8


def test_paper_has_long_signatures(browser: Browser, release: Path) -> None:
    """Which are folded on the screen."""
    with browser.open(release) as tab:
        assert 0 == tab.shown("details:not(#tools) .signature")

        tab.page.emulate_media(media="print")

        assert 1 == tab.shown("details:not(#tools) .signature")


def taken(tab: Tab) -> bytes:
    """Take a picture of what is on the screen."""
    picture: bytes = tab.page.screenshot()
    return picture


@every_width
@every_scheme
def test_pictures_are_kept(
    browser: Browser,
    release: Path,
    width: int,
    scheme: str,
    request: pytest.FixtureRequest,
) -> None:
    """`--bless` takes them; fonts differ, so that they are not compared."""
    path = PICTURES / f"diff-{width}-{scheme}.png"
    if request.config.getoption("--bless"):
        with browser.open(release, width, scheme) as tab:
            path.write_bytes(taken(tab))

    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size < LARGEST
