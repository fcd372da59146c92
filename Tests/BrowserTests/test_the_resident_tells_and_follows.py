"""The resident's way: tell, follow, add, take back, judge; and one's own data."""

from deeds import fill, follow, tell
from visitor import PHONE


def test_one_question_after_the_other_on_a_phone(visit):
    resident = visit(viewport=PHONE)
    receipt = tell(resident)
    resident.reads("receipt-promises")
    assert resident.page.locator(".qr svg").count() == 1
    resident.go("/")
    resident.link("door-follow").click()
    follow(resident, receipt)
    resident.reads("follow-step-registered").reads("way-concernRegistered")


def test_somebody_in_danger_sees_the_numbers_to_call_first(visit):
    resident = visit(viewport=PHONE)
    resident.go("/ask")
    resident.page.locator("button[name=dangerNow][value=yes]").click()
    resident.reads("danger-stop")
    calls = resident.page.locator(".calls a").evaluate_all("all => all.map(one => one.href)")
    assert calls == ["tel:110", "tel:119", "tel:120"]
    resident.press("danger-go-on")
    resident.reads("ask-kind")


def test_an_answer_is_changed_before_sending_and_the_others_stay(visit):
    resident = visit()
    resident.go("/ask")
    resident.page.locator("button[name=dangerNow][value=no]").click()
    resident.page.locator("button[name=kind][value=help]").click()
    fill(resident, {"title": "楼梯没有扶手", "content": "老人上下楼不方便。"})
    resident.press("ask-next")
    resident.page.locator(".map .leaflet-interactive").first.wait_for()
    resident.page.locator("[data-map-here]").click()
    assert resident.page.locator("[data-lng]").input_value() != ""
    resident.press("ask-next")
    resident.press("ask-next-without-photos")
    resident.page.locator("button[name='requester.mode'][value=anonymous]").click()
    resident.press("ask-next")
    resident.reads("check-point")
    resident.page.locator("button[name=go][value=words]").first.click()
    fill(resident, {"title": "楼梯要装扶手"})
    for key in ("ask-next", "ask-next", "ask-next-without-photos"):
        resident.press(key)
    resident.page.locator("button[name='requester.mode'][value=anonymous]").click()
    resident.press("ask-next")
    assert "楼梯要装扶手" in resident.text() and "老人上下楼不方便" in resident.text()
    resident.press("ask-send")
    resident.page.wait_for_url("**/ask/sent")


def test_a_photograph_and_words_are_added_and_the_whole_is_withdrawn(visit):
    resident = visit()
    follow(resident, tell(resident))
    resident.link("supplement-title").click()
    fill(resident, {"content": "今天又有一处。"})
    resident.page.set_input_files("[name=photos]", {
        "name": "井盖.png", "mimeType": "image/png", "buffer": picture(resident)})
    resident.press("supplement-button")
    resident.said("done-supplemented")
    assert resident.page.locator(".files img").count() == 1
    resident.link("withdrawal-title").click()
    resident.press("withdrawal-button")
    resident.said("done-withdrawn")


def test_ones_own_data_are_seen_corrected_and_erased(visit):
    resident = visit()
    follow(resident, tell(resident))
    resident.go("/my-data")
    assert "陈小明" not in resident.text()
    resident.link("data-show-full").click()
    assert "陈小明" in resident.text()
    resident.link("correction-title").click()
    fill(resident, {"name": "陈晓明"})
    resident.press("correction-button")
    resident.said("done-corrected")
    resident.link("erasure-title").click()
    resident.press("erasure-button")
    assert resident.say("erasure-not-confirmed") in resident.text()


def test_a_wrong_code_says_so_beside_the_form_and_keeps_the_number(visit):
    resident = visit()
    receipt = tell(resident)
    other = visit()
    other.go("/follow")
    fill(other, {"number": receipt.number, "code": "ABCDEFGHJK"})
    other.press("follow-button")
    other.reads("follow-not-found")
    assert other.page.input_value("[name=number]") == receipt.number


def test_the_page_is_read_aloud_and_grows_large(visit):
    resident = visit(viewport=PHONE, language="en")
    resident.go("/")
    before = resident.page.evaluate("getComputedStyle(document.documentElement).fontSize")
    resident.page.get_by_role("link", name=resident.say("elder-on")).click()
    after = resident.page.evaluate("getComputedStyle(document.documentElement).fontSize")
    assert float(after[:-2]) >= float(before[:-2]) + 4
    small = resident.page.eval_on_selector_all(
        "main a.btn, main button, .doors a",
        "all => all.filter(one => one.offsetHeight && one.offsetHeight < 44).length")
    assert small == 0


def picture(visitor):
    """A small photograph, as a telephone would have taken it."""
    return visitor.page.screenshot(clip={"x": 0, "y": 0, "width": 60, "height": 40})
