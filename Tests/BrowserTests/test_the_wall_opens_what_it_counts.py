"""The wall: everything in sight, and each number leads to exactly what it counts."""

import pytest
from deeds import register
from visitor import LANGUAGES, WALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_screen(staff, language):
    wall = staff("dispatcher", viewport=WALL, language=language)
    wall.go("/command")
    wall.page.locator("#map .leaflet-interactive").first.wait_for()
    size = wall.page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert size[0] <= 1920 and size[1] <= 1080, size


def numbers(wall):
    """Each number of the board with the address it leads to."""
    return wall.page.eval_on_selector_all(
        "#board [data-n]",
        """all => all.map(one => {
             const way = one.closest('a') || one.closest('tr').querySelector('th a');
             return [one.dataset.n, Number(one.textContent.replace(/\\D/g, '')),
                     way && way.getAttribute('href')];
           })""")


def counted(visitor, address):
    """How many lines the list has, over all its pages."""
    visitor.go(address)
    lines = 0
    while True:
        lines += visitor.page.locator("#list tbody tr").count()
        onward = visitor.page.locator("#list a[rel=next]")
        if not onward.count():
            return lines
        visitor.go(onward.get_attribute("href"))


def test_every_number_opens_the_list_it_counts(staff, town):
    wall = staff("dispatcher", viewport=WALL)
    wall.go("/command")
    reader = staff("dispatcher", script=False)
    found = {key: (count, way) for key, count, way in numbers(wall)
             if way and way.startswith("/desk/matters")}
    kinds = {}
    for key, (count, way) in found.items():
        kind = key.split("/")[0] + "/" + key.rsplit("/", 1)[1] if "/" in key else key
        # The largest of a kind tells most.
        if count and count > kinds.get(kind, (0, 0))[0]:
            kinds[kind] = (count, way, key)
    assert {"open", "due/overdue", "due/soon", "unit/overdue"} <= set(kinds)
    apart = town.count("matter_conflicts")
    wrong = [f"{key} says {count}, {way} has {lines}" for count, way, key in kinds.values()
             if not fits(key, lines := counted(reader, way), count, apart)]
    assert not wrong, "\n".join(wrong)


def fits(key, lines, count, apart):
    """Concerns of today that are about one thing stand in one line; a matter about a unit of the
    house is listed for whom it is not about, and never counted on the wall."""
    if key.startswith(("today", "channel")):
        return 0 < lines <= count
    return count <= lines <= count + apart


def test_a_new_concern_lights_up_by_itself(staff):
    wall = staff("dispatcher", viewport=WALL)
    wall.go("/command")
    before = int(wall.page.locator("[data-n=today]").inner_text())
    register(staff("clerk"))
    wall.page.wait_for_function(
        "count => Number(document.querySelector('[data-n=today]').textContent) > count",
        arg=before)
