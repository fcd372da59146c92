"""Every page that links lead to: no barrier, no complaint, nothing cut off, in both languages and
with large type. A kind of page is looked at as the first face that comes upon it sees it."""

import pytest
from crawl import pages
from looking import assert_nothing, look
from visitor import OFFICE, PHONE, WALL

FACES = {
    "resident": (None, "/"),
    "dispatcher": ("dispatcher", "/desk"),
    "wall": ("dispatcher", "/command"),
    "clerk": ("clerk", "/desk"),
    "liaison": ("liaison", "/desk"),
    "mediator": ("mediator", "/desk"),
    "supervisor": ("supervisor", "/desk"),
    "visitor": ("visitor", "/desk"),
    "director": ("director", "/desk"),
    "archivist": ("archivist", "/desk"),
    "systemAdministrator": ("systemAdministrator", "/desk"),
    "securityAdministrator": ("securityAdministrator", "/desk"),
    "auditor": ("auditor", "/desk"),
}
# Looks different to each.
OWN = {"/desk"}


@pytest.fixture(scope="session")
def seen():
    return set()


@pytest.mark.parametrize("face", FACES)
def test_no_page_has_a_barrier_or_is_cut_off(face, seen, visit, staff):
    role, start = FACES[face]
    first = WALL if face == "wall" else OFFICE

    def come(**habits):
        return staff(role, viewport=first, **habits) if role else visit(viewport=first, **habits)

    faults, found = [], []
    plain = come()
    for kind, address in pages(plain, start, start):
        is_new = kind not in seen or kind in OWN
        if not is_new or (face == "resident" and kind.startswith(("/desk", "/command"))):
            continue
        found.append((kind, address))
        seen.add(kind)
        faults += look(plain, face, kind, (first, PHONE))
    assert found
    english, large = come(language="en"), come(elder=True)
    for kind, address in found:
        english.go(address)
        faults += look(english, face, kind, (first, PHONE))
        large.go(address)
        faults += look(large, face, kind, (PHONE,))
    assert_nothing(faults)
