"""Finds one page of every kind by following links, as a person would come upon them."""

import re
from urllib.parse import urljoin, urlsplit

# One of a kind is enough: what tells two pages of a kind apart is a number or an id.
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NUMBER = re.compile(r"(?<=/)[A-Z0-9-]*\d[A-Z0-9-]{5,}(?=/|$)")
# Not pages: what is handed over as a file, the live stream, and the way out.
APART = re.compile(r"\.(pdf|xlsx|csv|json|geojson)$|format=|/live$|/attachments/|/assets/|/api/"
                   r"|/export|/sign-out|/documents/")


def kind(address):
    path = urlsplit(address).path
    return NUMBER.sub("{number}", ID.sub("{id}", path)).rstrip("/") or "/"


def pages(visitor, start, below, most=150):
    """The first address of every kind of page that can be reached, by kind."""
    found, waiting = {}, [start]
    while waiting and len(found) < most:
        address = waiting.pop(0)
        if kind(address) in found or APART.search(address):
            continue
        answer = visitor.go(address)
        if answer is None or answer.status >= 400:
            raise AssertionError(f"a link leads to {address}, which answers "
                                 f"{answer.status if answer else 'nothing'}")
        found[kind(address)] = address
        for link in visitor.page.eval_on_selector_all(
                "a[href]", "links => links.map(link => link.getAttribute('href'))"):
            target = urljoin(visitor.page.url, link)
            place = urlsplit(target)
            if target.startswith(visitor.base) and place.path.startswith(below):
                whole = place.path + (f"?{place.query}" if place.query else "")
                if kind(whole) not in found:
                    waiting.append(whole)
    return found
