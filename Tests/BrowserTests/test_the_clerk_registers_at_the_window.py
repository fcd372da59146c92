"""The clerk's work: somebody comes to the window and goes home with a number."""

import re
import time

from deeds import NAME, PHONE_NUMBER, TELLING, fill, register
from keyboard import Keyboard


def test_a_concern_is_registered_by_keyboard_within_a_minute(staff, record_property):
    clerk = staff("clerk")
    clerk.go("/desk/intake")
    keys = Keyboard(clerk.page)
    began = time.monotonic()
    boxes = [keys.type(PHONE_NUMBER), keys.on().type(NAME)]
    keys.press("Enter")
    boxes += [keys.type("宅基地界址"), keys.on().type("晴沙村")]
    boxes += [keys.on().on().type(TELLING)]
    keys.press("Control+Enter")
    keys.press("Enter")
    clerk.page.wait_for_url("**/intake/receipts/*")
    seconds = time.monotonic() - began
    words = sum(len(text) for text in (PHONE_NUMBER, NAME, "宅基地界址", "晴沙村", TELLING))
    record_property(
        "measured", f"intake at the window: {len(boxes)} boxes, {keys.pressed} keys besides the "
        f"{words} characters of the words, {seconds:.0f} s for the browser")
    assert boxes == ["requester.phones[]", "requester.name", "class", "place.areaCode", "content"]
    # Enter twice, Ctrl and Enter, and a Tab from box to box.
    assert keys.pressed <= 10
    assert seconds < 60


def test_no_field_is_asked_twice(staff, record_property):
    clerk = staff("clerk")
    clerk.go("/desk/intake")
    names = clerk.page.eval_on_selector_all(
        "main input:not([type=hidden]), main select, main textarea",
        """boxes => boxes.filter(box => box.name).map(box => [box.name, box.type,
           box.labels.length ? box.labels[0].textContent.trim() : ''])""")
    asked = {name for name, *_ in names}
    # Radios of one question share its name; everything else has its own.
    alone = [name for name, kind, _ in names if kind != "radio"]
    labels = [re.sub(r"\s.*", "", label) for _, kind, label in names if kind != "radio"]
    assert len(alone) == len(set(alone))
    assert len(labels) == len(set(labels)), labels
    record_property("measured", f"intake at the window: {len(asked)} fields in all, none twice")


def test_the_receipt_is_told_and_printed_and_the_same_person_goes_on(staff):
    clerk = staff("clerk")
    receipt = register(clerk)
    clerk.reads("window-promised")
    with clerk.context.expect_page() as opened:
        clerk.link("window-print").click()
    paper = opened.value
    paper.wait_for_load_state()
    assert receipt.number in paper.inner_text("body")
    paper.close()
    clerk.press("window-same-person")
    assert clerk.page.input_value("[name='requester.name']") == NAME
    fill(clerk, {"content": "还有一件：楼道灯也坏了。"})
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.press("window-register")
    clerk.page.wait_for_url("**/intake/receipts/*")
    assert receipt.number not in clerk.page.url


def test_a_phone_that_was_here_before_brings_its_name(staff):
    clerk = staff("clerk")
    register(clerk, phone="16000000417", name="梁阿姨")
    clerk.go("/desk/intake")
    clerk.page.fill("[name='requester.phones[]']", "16000000417")
    clerk.page.press("[name='requester.phones[]']", "Tab")
    clerk.press("window-take-name")
    clerk.page.wait_for_load_state()
    assert clerk.page.input_value("[name='requester.name']") == "梁阿姨"


def test_danger_stops_the_window_until_the_call_was_made(staff):
    clerk = staff("clerk")
    clerk.go("/desk/intake")
    clerk.page.check("[name=dangerNow]")
    assert clerk.page.locator("[name='requester.name']").is_hidden()
    clerk.page.check("[name=alarmRaised]")
    assert clerk.page.locator("[name='requester.name']").is_visible()


def test_the_shift_is_handed_over(staff):
    first = staff("clerk")
    first.go("/desk")
    first.menu("handover")
    fill(first, {"words": "晴沙村有两位老人下午再来，材料在第二格。"})
    first.press("shift-send")
    first.said("done-handed-over")
    second = staff("clerk", place=1)
    second.go("/desk/handover")
    second.reads("shift-waiting")
    second.press("shift-take")
    second.said("done-taken-over")
