"""How much a page weighs where the line is slow, counted as it comes over the wire."""

FIRST, AFTER = 150_000, 30_000


class Scales:
    """Adds up the bytes of every answer, heads included, as the browser received them."""

    def __init__(self, visitor):
        self.bytes = 0
        self.parts = {}
        self.names = {}
        self.wire = visitor.context.new_cdp_session(visitor.page)
        self.wire.send("Network.enable")
        self.wire.on("Network.requestWillBeSent", self._ask)
        self.wire.on("Network.loadingFinished", self._take)

    def _ask(self, event):
        self.names[event["requestId"]] = event["request"]["url"].rsplit("/", 1)[1]

    def _take(self, event):
        size = int(event["encodedDataLength"])
        self.bytes += size
        self.parts[self.names.get(event["requestId"], "?")] = size

    def empty(self):
        self.bytes, self.parts = 0, {}


def weigh(visitor, address):
    scales = Scales(visitor)
    visitor.page.goto(address, wait_until="networkidle")
    first, parts = scales.bytes, dict(scales.parts)
    scales.empty()
    visitor.page.goto(address, wait_until="networkidle")
    return first, scales.bytes, parts


def test_the_worklist_is_light(staff, record_property):
    dispatcher = staff("dispatcher")
    first, after, parts = weigh(dispatcher, "/desk/matters")
    record_property("measured", f"the worklist weighs {first / 1000:.1f} kB on first load, "
                    f"{after / 1000:.1f} kB after")
    assert first < FIRST, parts
    assert after < AFTER, parts


def test_a_changed_filter_brings_the_list_alone(staff, record_property):
    dispatcher = staff("dispatcher")
    dispatcher.page.goto("/desk/matters", wait_until="networkidle")
    scales = Scales(dispatcher)
    dispatcher.page.select_option("#filter-due", "overdue")
    dispatcher.page.wait_for_url("**due=overdue**")
    dispatcher.page.wait_for_timeout(500)
    record_property("measured", f"a changed filter weighs {scales.bytes / 1000:.1f} kB")
    assert 0 < scales.bytes < AFTER


def test_a_matter_and_the_first_page_are_light(staff, visit, record_property):
    dispatcher = staff("dispatcher")
    dispatcher.go("/desk/matters")
    address = dispatcher.page.locator("#list tbody a").first.get_attribute("href")
    matter, _, parts = weigh(staff("dispatcher", place=1), address)
    welcome, _, more = weigh(visit(), "/")
    record_property("measured", f"a matter weighs {matter / 1000:.1f} kB, the residents' first "
                    f"page {welcome / 1000:.1f} kB, on first load")
    assert matter < FIRST, parts
    assert welcome < FIRST, more
