"""A demo town in a real server, and the system's Chromium to look at it."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "Live")]

from house import LOGINS, ROOT, House, officers  # noqa: E402
from visitor import Visitor  # noqa: E402

CHROMIUM = os.environ.get("MAPLEBRIDGE_CHROMIUM", "/usr/bin/chromium")
# What Chromium needs as root in a small machine; nothing of it is asked of the network.
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
         "--disable-background-networking"]
PICTURES = ROOT / ".maple" / "pictures"


@pytest.fixture(scope="session")
def town():
    """A server with ninety days of life behind it."""
    house = House()
    try:
        live(house)
        house.start()
        yield house
    finally:
        house.leave()


def live(house):
    """Ninety days are told anew, or taken from a folder where they were told before."""
    told = os.environ.get("MAPLEBRIDGE_SUITE_TOWN")
    if told:
        shutil.copytree(told, house.folder, dirs_exist_ok=True)
        return
    loaded = house.run("demo", "load", timeout=900)
    assert loaded.returncode == 0, loaded.stderr


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sessions():
    """The cookies of officers who signed in: each does so by the page, and once."""
    return {}


@pytest.fixture
def visit(town, chromium, sessions):
    """Opens browsers; at the end none of them may have complained of anything."""
    base = f"http://127.0.0.1:{town.port}"
    visitors = []

    def open_browser(officer=None, **habits):
        if officer and officer not in sessions:
            first = Visitor(chromium, base).sign_in(officer, LOGINS[officer])
            sessions[officer] = first.context.storage_state()
            visitors.append(first)
            first.close()
        visitor = Visitor(chromium, base, state=sessions.get(officer), **habits)
        visitors.append(visitor)
        return visitor

    yield open_browser
    complaints = [words for visitor in visitors for words in visitor.complaints]
    for visitor in visitors:
        visitor.close()
    assert complaints == []


@pytest.fixture
def staff(visit):
    """Opens the browser of an officer with the role, in the unit if one is named."""

    def come(role, unit=None, place=0, **habits):
        return visit(officers(role, unit)[place], **habits)

    return come
