# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page in a real Chromium: axe-core, keyboard, narrow screens, zoom, paper, no script.

WCAG 2.1 AA, which BITV 2.0 asks for: what a program can see of it. Numbers are success criteria.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from render.sample import hostile_report, limited_report, sample_report, unreached_report

from scm_check.model import Report
from scm_check.render import LANGUAGES, render

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
NAMES = ("chromium", "chromium-browser", "google-chrome")
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"
LONG = "a" * 200 + "/" + "Straßenbeleuchtungssteuerungsanlage" * 5
REPORTS: dict[str, Callable[[], Report]] = {
    "sample": sample_report,
    "limited": limited_report,
    "unreached": unreached_report,
    "long": lambda: hostile_report(LONG),
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    assert chromium, f"No browser: install one of {NAMES} (make servers)"
    with sync_playwright() as playwright:
        # Without its sandbox: root, as in a container, may not have one.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, make in REPORTS.items():
        (folder / f"{name}.html").write_text(render(make(), "html", "de"), encoding="utf-8")
    return folder


@contextmanager
def opened(browser: Browser, file: Path, width: int = 1280, **context: Any) -> Iterator[Page]:
    """The page, of which nothing was asked of any network and no script failed."""
    around = browser.new_context(viewport={"width": width, "height": 900}, **context)
    page = around.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]
    assert said == []
    around.close()


def overflow(page: Page) -> int:
    """By how much the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("axe.run()")
    assert len(result["passes"]) > 30
    return [
        f"{item['id']}: {node['html'][:200]} {node['failureSummary']}"
        for item in result["violations"]
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "media",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "dark", "forced_colors": "active"},
    ],
    ids=["light", "dark", "forced-colours"],
)
def test_axe_finds_no_violation(
    browser: Browser, pages: Path, media: dict[str, Any], lang: str
) -> None:
    with opened(browser, pages / "sample.html", **media) as page:
        page.get_by_text("Deutsch" if lang == "de" else "English", exact=True).click()
        page.evaluate(UNFOLD)

        assert violations(page) == []


def test_axe_finds_no_violation_where_nothing_was_got_on_a_narrow_screen(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "unreached.html", width=320) as page:
        assert violations(page) == []


def test_the_keyboard_alone_reaches_language_contents_and_folds(
    browser: Browser, pages: Path
) -> None:  # 2.1.1, 2.4.1, 2.4.3
    with opened(browser, pages / "sample.html") as page:
        focused = "document.activeElement"
        page.keyboard.press("Tab")
        assert page.evaluate(f"{focused}.className") == "skip"
        assert page.evaluate(f"{focused}.getBoundingClientRect().top") >= 0
        page.keyboard.press("Tab")
        assert page.evaluate(f"{focused}.id") == "show-de"
        page.keyboard.press("ArrowRight")
        assert page.locator("#en h1").is_visible()
        assert not page.locator("#de h1").is_visible()
        assert page.evaluate("document.documentElement.lang") == "en"

        seen: list[str] = []
        while len(seen) < 200:
            page.keyboard.press("Tab")
            seen.append(page.evaluate(f"{focused}.closest('#de') ? 'de' : {focused}.tagName"))
            if page.evaluate(f"{focused}.parentElement?.id") == "en-LIC002":
                break
        assert "de" not in seen
        assert {"A", "SUMMARY", "SELECT", "BUTTON"} <= set(seen)
        rule = page.locator("#en-LIC002")
        assert rule.get_attribute("open") is None
        page.keyboard.press("Enter")
        assert rule.get_attribute("open") is not None
        outline = page.evaluate(f"getComputedStyle({focused}).outlineStyle")
        assert outline == "solid"  # 2.4.7


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_a_narrow_screen(
    browser: Browser, pages: Path, width: int, name: str
) -> None:  # 1.4.10
    with opened(browser, pages / f"{name}.html", width=width) as page:
        page.evaluate(UNFOLD)

        assert overflow(page) <= 0
        page.get_by_text("English", exact=True).click()
        assert overflow(page) <= 0


def test_nothing_is_lost_at_200_percent_or_with_wide_spacing(
    browser: Browser, pages: Path
) -> None:  # 1.4.4, 1.4.12
    spacing = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
    )
    with opened(browser, pages / "long.html", width=640, device_scale_factor=2) as page:
        page.evaluate(UNFOLD)
        assert overflow(page) <= 0
        page.add_style_tag(content=spacing)
        assert overflow(page) <= 0
    with opened(browser, pages / "sample.html") as page:
        page.add_style_tag(content="html { font-size: 200% !important }")
        page.evaluate(UNFOLD)
        assert overflow(page) <= 0


def test_without_script_all_is_readable_and_the_language_can_be_changed(
    browser: Browser, pages: Path
) -> None:
    with opened(browser, pages / "sample.html", java_script_enabled=False) as page:
        assert not page.locator("#de .filters").is_visible()
        assert page.locator("#de-LIC001 .body").is_visible()
        page.get_by_text("English", exact=True).click()
        assert page.locator("#en h1").is_visible()
        assert not page.locator("#de h1").is_visible()
        page.locator("#en-REP005 summary").click()
        assert page.locator("#en-REP005 .body").is_visible()


def test_filters_narrow_the_rules_and_say_so(browser: Browser, pages: Path) -> None:  # 4.1.3
    with opened(browser, pages / "sample.html") as page:
        half = page.locator("#de")
        total = half.locator("details[data-outcome]").count()
        half.locator("select[data-filter=who]").select_option("municipality")

        shown = half.locator("details[data-outcome]:not([hidden])")
        assert 0 < shown.count() < total
        text = f"Regeln angezeigt: {shown.count()} von {total}"
        assert half.locator(".filters [role=status]").inner_text() == text
        assert not half.locator("#de-REP005").is_visible()
        page.evaluate("location.hash = '#de-REP005'")
        half.locator("#de-REP005 .body").wait_for(state="visible")


def test_an_order_is_copied_whole(browser: Browser, pages: Path) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with opened(browser, pages / "sample.html", permissions=allowed) as page:
        order = page.locator("#de details.order").first
        order.locator("summary").click()
        order.locator("button").click()

        order.get_by_text("Der Text ist kopiert.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == order.locator("pre").text_content()
        assert "LIC001" in copied


def test_a_link_into_the_other_language_shows_that_language(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "sample.html") as page:
        page.evaluate("location.hash = '#en-REP005'")

        page.locator("#en-REP005 .body").wait_for(state="visible")
        assert not page.locator("#de h1").is_visible()


def test_paper_shows_what_is_folded_and_no_controls(browser: Browser, pages: Path) -> None:
    with opened(browser, pages / "sample.html", color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")

        assert not page.locator(".bar").is_visible()
        assert not page.locator("#de .filters").is_visible()
        assert not page.locator("#en h1").is_visible()
        assert page.locator("#de-REP005 .findings").is_visible()
        background = "getComputedStyle(document.body).backgroundColor"
        assert page.evaluate(background) == "rgb(255, 255, 255)"


def test_a_hostile_report_runs_no_script_and_asks_for_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    hostile = (
        "</script><script>document.title='x'</script><img src=https://evil.example/p onerror=1>"
    )
    report = hostile_report(hostile)
    report = replace(report, target=replace(report.target, url="javascript:document.title='x'"))
    (tmp_path / "page.html").write_text(render(report, "html", "de"), encoding="utf-8")

    with opened(browser, tmp_path / "page.html") as page:
        assert page.title() != "x"
        assert page.locator("img, script").count() == 1
        assert page.locator("#de .badge").first.is_visible()
