"""The page in use: filters, keys, a page without scripts, and a hostile one."""

from __future__ import annotations

import time
from pathlib import Path

from page.browser import Browser, Tab

OFFERED = 40
"""More than enough presses of a key to get anywhere near the top."""


def press_until(tab: Tab, key: str, wanted: str) -> None:
    """Press a key until something has the focus."""
    for _ in range(OFFERED):
        if tab.focused() == wanted:
            return
        tab.page.keyboard.press(key)

    raise AssertionError((wanted, tab.focused()))


def test_filters_hide_what_is_not_asked_for(browser: Browser, release: Path) -> None:
    """With the headings of what is empty then, and say how much is left."""
    with browser.open(release) as tab:
        total = tab.page.locator(".change").count()
        breaking = tab.page.locator(".change.breaking").count()
        docs = tab.page.locator(".change.docs").count()
        tab.page.get_by_role("checkbox", name="breaking").check()

        assert 0 < breaking < total
        assert breaking == tab.shown(".change")
        assert f"{breaking} of {total} changes" == tab.count
        assert 0 == tab.shown(".group:not(:has(.breaking)) h3")
        assert 0 == tab.shown(".thing:not(:has(.breaking)) h4")

        tab.page.get_by_role("checkbox", name="docs").check()

        assert breaking + docs == tab.shown(".change")

        tab.page.get_by_role("checkbox", name="attribute").check()

        both = ":is(.breaking, .docs)[data-subject=attribute]"
        assert tab.page.locator(both).count() == tab.shown(".change")

        tab.page.get_by_role("button", name="Show all").click()
        tab.page.wait_for_function("() => !document.querySelector('.change[hidden]')")

        assert f"{total} changes" == tab.count


def test_changes_are_found_by_name(browser: Browser, release: Path) -> None:
    """Every word has to be in it; nothing is said to be nothing."""
    with browser.open(release) as tab:
        tab.page.get_by_label("Find").fill("pets LIST born")

        assert 1 == tab.shown(".change")
        assert "client.pets.list" == tab.page.locator("h4:visible").text_content()

        tab.page.get_by_label("Find").fill("no such thing")

        assert 0 == tab.shown(".change")
        assert 1 == tab.shown("#none")
        assert tab.count.startswith("0 of ")


def test_a_keyboard_is_enough(browser: Browser, release: Path) -> None:
    """From the link that skips, to the filters, to a line of the description."""
    with browser.open(release) as tab:
        tab.page.keyboard.press("Tab")

        assert "Skip to the changes" == tab.focused()
        assert tab.page.locator(".skip").bounding_box()["x"] >= 0

        tab.page.keyboard.press("Enter")

        assert "changes" == tab.focused()

        tab.page.keyboard.press("Tab")

        assert "spec/api.yaml" in tab.focused()

        press_until(tab, "Shift+Tab", "compatible")
        tab.page.keyboard.press("Space")

        assert tab.shown(".change") < tab.page.locator(".change").count()
        outline = "() => getComputedStyle(document.activeElement).outlineStyle"
        assert "solid" == tab.page.evaluate(outline)

        press_until(tab, "Tab", "Show all")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_function("() => !document.querySelector('.change[hidden]')")


def test_a_screen_reader_hears_the_structure(browser: Browser, release: Path) -> None:
    """Landmarks with names, headings, what is gone and new, and the count."""
    with browser.open(release) as tab:
        heard = tab.page.locator("body").aria_snapshot()

    for part in (
        "- search:",
        '- form "Filters":',
        '- navigation "Contents":',
        "- main:",
        '- heading "client.pets',
        "- deletion",
        "- insertion",
        "- status:",
        '- group "Only with the verdict":',
    ):
        assert part in heard


def test_all_is_shown_without_scripts(browser: Browser, release: Path) -> None:
    """And no filter that would do nothing."""
    with browser.open(release, java_script_enabled=False) as tab:
        assert tab.page.get_by_role("search").is_hidden()
        assert tab.page.locator("nav").is_visible()
        assert tab.page.locator(".change").last.is_visible()
        assert tab.page.get_by_text("No change is like that").is_hidden()


def test_a_phone_shows_changes_first(browser: Browser, release: Path) -> None:
    """Filters and contents are a tap away."""
    with browser.open(release, 360) as tab:
        assert 0 == tab.shown("#find")
        assert tab.page.locator("h2").bounding_box()["y"] < 200

        tab.page.get_by_text("Filters and contents").click()

        assert 1 == tab.shown("#find")


def test_a_hostile_description_does_nothing(browser: Browser, attack: Path) -> None:
    """No script runs, no dialog opens, nothing is asked for."""
    with browser.open(attack) as tab:
        for link in tab.page.locator("main a").all():
            assert link.get_attribute("href").startswith(("#", "./"))

        assert [] == tab.said
        assert [attack.as_uri()] == tab.asked
        assert 0 == tab.page.locator("img, iframe, object, main script").count()


def test_markup_that_came_in_could_do_nothing(browser: Browser, attack: Path) -> None:
    """The policy of the page stops it, whatever the templates do."""
    insert = """() => {
      const holder = document.createElement("div");
      holder.innerHTML = '<img src="https://evil.example/a.png" onerror="alert(1)">' +
        '<a id="evil" href="javascript:alert(1)">a</a><b style="color: red">b</b>';
      document.querySelector("main").append(holder);
    }"""
    with browser.open(attack) as tab:
        tab.page.evaluate(insert)
        tab.page.locator("#evil").click()
        tab.page.wait_for_timeout(200)

        assert [attack.as_uri()] == tab.asked
        assert all("Content Security Policy" in each for each in tab.said)
        assert len(tab.said) >= 3


def test_links_within_a_large_page_lead_there(browser: Browser, large: Path) -> None:
    """Also over what has not been laid out yet, and from outside."""
    inside = """one => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }"""
    with browser.open(large) as tab:
        last = tab.page.locator("nav li a").last
        last.click()
        heading = tab.page.locator(str(last.get_attribute("href")))
        tab.page.wait_for_timeout(200)

        assert True is heading.evaluate(inside)

        change = tab.page.locator(".change").nth(1_234)
        tab.page.goto(f"{large.as_uri()}#{change.get_attribute('id')}")
        tab.page.wait_for_timeout(200)

        assert True is change.evaluate(inside)


def test_two_thousand_changes_stay_usable(browser: Browser, large: Path) -> None:
    """The bounds are for a machine that is busy with other things."""
    started = time.perf_counter()
    with browser.open(large) as tab:
        loaded = time.perf_counter() - started
        took = """() => {
          const started = performance.now();
          document.querySelector('[value=compatible]').click();
          document.body.getBoundingClientRect();
          return performance.now() - started;
        }"""
        filtered = [tab.page.evaluate(took) for _ in range(4)]

        assert "2,000 changes" == tab.count
        assert large.stat().st_size < 3_000_000
        assert loaded < 10
        assert max(filtered) < 1_000
        print(f"loaded in {loaded:.2f} s, filtered in", filtered)  # noqa: T201
