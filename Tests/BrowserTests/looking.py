"""A close look at a page: barriers, what is cut off, and a picture that is kept."""

import re

from axe_playwright_python.sync_playwright import Axe
from conftest import PICTURES
from visitor import OFFICE, PHONE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
axe = Axe()


def barriers(page):
    """What axe finds, in a line each."""
    found = axe.run(page, options=OPTIONS)
    return [f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found.response["violations"] for node in violation["nodes"]]


def cut_off(page):
    """How far the page is wider than its window, in pixels; a chart takes a moment to fit."""
    for _ in range(10):
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wider <= 0:
            return 0
        page.wait_for_timeout(100)
    return wider


def assert_nothing(faults):
    """All of them in the test's words, a line each."""
    assert not faults, "\n".join(sorted(set(faults)))


def look(visitor, face, kind, sizes=(OFFICE, PHONE)):
    """Looks at the page that is open, in windows of several sizes; answers what is wrong."""
    faults = []
    for size in sizes:
        if visitor.page.viewport_size != size:
            visitor.page.set_viewport_size(size)
        picture(visitor, face, kind, size["width"])
        too_wide = cut_off(visitor.page)
        if too_wide > 0:
            faults.append(f"{kind} {visitor.manner} is {too_wide} px wider than {size['width']} px")
        if size is sizes[0]:
            faults += [f"{kind} {visitor.manner}: {fault}" for fault in barriers(visitor.page)]
    if visitor.page.viewport_size != sizes[0]:
        visitor.page.set_viewport_size(sizes[0])
    return faults


def picture(visitor, face, kind, width):
    name = re.sub(r"[^A-Za-z0-9]+", "-", kind).strip("-") or "start"
    folder = PICTURES / face
    folder.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=folder / f"{name}-{visitor.manner}-{width}.png", full_page=True)
