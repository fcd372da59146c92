"""Every page: no barrier, no complaint, nothing cut off, in both languages and elder mode."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import LANGUAGES, OFFICE, PICTURES
from crawl import pages

FACES = {
    "resident": (None, "/", ("/",)),
    "dispatcher": (("dispatcher", None), "/desk", ("/desk", "/command")),
    "clerk": (("clerk", None), "/desk", ("/desk",)),
    "liaison": (("liaison", "justice"), "/desk", ("/desk",)),
    "supervisor": (("supervisor", None), "/desk", ("/desk", "/command")),
    "visitor": (("visitor", None), "/desk", ("/desk",)),
    "systemAdministrator": (("systemAdministrator", None), "/desk", ("/desk",)),
    "securityAdministrator": (("securityAdministrator", None), "/desk", ("/desk",)),
    "auditor": (("auditor", None), "/desk", ("/desk",)),
}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = {"width": 360, "height": 740}
WALL = {"width": 1920, "height": 1080}


def barriers(page):
    """What axe finds, in a line each."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE["runOnly"]}})
    return [f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found.response["violations"] for node in violation["nodes"]]


def overflow(page):
    """How far the page is wider than the window, in pixels."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def picture(page, face, kind, language, width, elder=False):
    name = re.sub(r"[^A-Za-z0-9]+", "-", kind).strip("-") or "start"
    folder = PICTURES / face
    folder.mkdir(parents=True, exist_ok=True)
    tail = "-elder" if elder else ""
    page.screenshot(path=folder / f"{name}-{language}-{width}{tail}.png", full_page=True)


@pytest.fixture(scope="session")
def known():
    """The pages of each face, found once."""
    return {}


def the_pages(face, known, visit, officer):
    if face not in known:
        role, start, below = FACES[face]
        visitor = visit(officer(*role) if role else None)
        found = {}
        for root in below:
            found |= pages(visitor, start if root == below[0] else root, root)
        if face == "resident":
            found = {kind: address for kind, address in found.items()
                     if not kind.startswith(("/desk", "/command"))}
        known[face] = found
    return known[face]


@pytest.mark.parametrize("face", FACES)
def test_the_face_has_pages_and_every_link_leads_somewhere(face, known, visit, officer):
    assert len(the_pages(face, known, visit, officer)) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("face", FACES)
def test_no_page_has_a_barrier_or_is_cut_off(face, language, known, visit, officer):
    found = the_pages(face, known, visit, officer)
    role = FACES[face][0]
    visitor = visit(officer(*role) if role else None, language=language)
    faults = []
    for kind, address in found.items():
        for size in (PHONE, WALL if kind.startswith("/command") else OFFICE):
            visitor.page.set_viewport_size(size)
            visitor.go(address)
            picture(visitor.page, face, kind, language, size["width"])
            too_wide = overflow(visitor.page)
            if too_wide > 0:
                faults.append(f"{kind} is {too_wide} px wider than {size['width']} px")
        faults += [f"{kind}: {fault}" for fault in barriers(visitor.page)]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_elder_mode_has_no_barrier(language, known, visit, officer):
    found = the_pages("resident", known, visit, officer)
    visitor = visit(language=language, viewport=PHONE)
    visitor.go("/?elder=1")
    faults = []
    for kind, address in found.items():
        visitor.go(address)
        picture(visitor.page, "resident", kind, language, PHONE["width"], elder=True)
        if overflow(visitor.page) > 0:
            faults.append(f"{kind} is wider than the phone")
        faults += [f"{kind}: {fault}" for fault in barriers(visitor.page)]
    assert faults == []
