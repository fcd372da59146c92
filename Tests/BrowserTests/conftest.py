"""A demo town in a real server, and the system's Chromium to look at it."""

import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "Live")]

from house import LOGINS, ROOT, House, officers  # noqa: E402

CHROMIUM = os.environ.get("MAPLEBRIDGE_CHROMIUM", "/usr/bin/chromium")
PICTURES = ROOT / ".maple" / "pictures"
LANGUAGES = ("zh-Hans", "en")
OFFICE = {"width": 1366, "height": 768}


@pytest.fixture(scope="session")
def town():
    """A server with ninety days of life behind it."""
    house = House()
    loaded = house.run("demo", "load", timeout=600)
    assert loaded.returncode == 0, loaded.stderr
    house.start()
    yield house
    house.leave()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


class Visitor:
    """Somebody at a browser, and all that the browser complained of meanwhile."""

    def __init__(self, browser, base, language="zh-Hans", viewport=None, script=True):
        self.base = base
        self.context = browser.new_context(
            base_url=base, locale=language, viewport=viewport or OFFICE,
            java_script_enabled=script, timezone_id="Asia/Shanghai", reduced_motion="reduce")
        self.context.set_default_timeout(15_000)
        self.complaints = []
        self.context.on("page", self.watch)
        self.page = self.context.new_page()

    def watch(self, page):
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self.follow)

    def hear(self, message):
        # A refusal is an answer with a status of its own, which the browser's console repeats.
        refused = "the server responded with a status of 4" in message.text
        if message.type == "error" and not refused:
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def follow(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"a foreign host is asked: {request.url}")

    def go(self, address):
        return self.page.goto(address, wait_until="load")

    def sign_in(self, officer):
        self.go("/desk/sign-in")
        self.page.fill("input[name=officer]", officer)
        self.page.fill("input[name=password]", LOGINS[officer])
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        return self

    def close(self):
        self.context.close()


@pytest.fixture
def visit(town, chromium):
    """Opens browsers; at the end none of them may have complained of anything."""
    visitors = []

    def open_browser(officer=None, **habits):
        visitor = Visitor(chromium, f"http://127.0.0.1:{town.port}", **habits)
        visitors.append(visitor)
        return visitor.sign_in(officer) if officer else visitor

    yield open_browser
    complaints = [words for visitor in visitors for words in visitor.complaints]
    for visitor in visitors:
        visitor.close()
    assert complaints == []


@pytest.fixture
def officer():
    """The login of an officer with the role, in the unit if one is named."""
    return lambda role, unit=None: officers(role, unit)[0]
