"""Finds one page of every kind by following links, as a person would come upon them."""

import re
from urllib.parse import urljoin, urlsplit

# One of a kind is enough: what tells two pages of a kind apart is a number, an id or a code.
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"(?<=/)[A-Z0-9-]*\d[A-Z0-9-]{5,}(?=/|$)")
CODE = re.compile(r"(?<=/rules/)[A-Z-]+$|(?<=/officers/)\w+$")
# Not pages: what is handed over as a file, the live stream, and the way out.
APART = re.compile(r"\.(pdf|xlsx|csv|json|geojson)$|format=|/live$|/attachments/|/assets/|/api/"
                   r"|/export|/sign-out|/documents/")
# Every pack rule and officer leads back to its list; these links are looked at once.
LINKS = "links => [...new Set(links.map(link => link.getAttribute('href')))]"


def kind(address):
    path = NUMBER.sub("{number}", ID.sub("{id}", urlsplit(address).path))
    return CODE.sub("{code}", path).rstrip("/") or "/"


def pages(visitor, start, below, most=150):
    """Goes to a page of every kind that can be reached; yields its kind and address there."""
    seen, waiting = set(), [start]
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if kind(address) in seen or APART.search(address):
            continue
        answer = visitor.go(address)
        if answer is None or answer.status >= 400:
            raise AssertionError(f"a link leads to {address}, which answers "
                                 f"{answer.status if answer else 'nothing'}")
        seen.add(kind(address))
        waiting += links(visitor, below, seen)
        yield kind(address), address


def links(visitor, below, seen):
    found = []
    for link in visitor.page.eval_on_selector_all("a[href]", LINKS):
        target = urljoin(visitor.page.url, link)
        place = urlsplit(target)
        if target.startswith(visitor.base) and place.path.startswith(below):
            whole = place.path + (f"?{place.query}" if place.query else "")
            if kind(whole) not in seen:
                found.append(whole)
    return found
