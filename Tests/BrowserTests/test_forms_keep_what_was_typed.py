"""Bad input, a second click, a form sent again, a session that ended: nothing typed is lost, and
nothing is there twice."""

import pytest
from deeds import TELLING, fill, find, follow, register, tell
from house import LOGINS, officers
from playwright.sync_api import Error
from visitor import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_input_keeps_the_form_and_says_why_beside_the_box(staff, town, language):
    clerk = staff("clerk", language=language)
    before = town.count("concerns")
    clerk.go("/desk/intake")
    fill(clerk, {"requester.phones[]": "12", "requester.name": "陈小明"})
    clerk.press("window-onward")
    fill(clerk, {"class": "没有这一类", "content": TELLING})
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.press("window-register")
    clerk.page.wait_for_load_state()
    faults = clerk.page.locator("main .beside")
    assert faults.count() >= 1
    sentence = faults.first.inner_text().strip()
    assert sentence.endswith("。" if language == "zh-Hans" else ".")
    assert clerk.page.input_value("[name=content]") == TELLING
    assert clerk.page.input_value("[name='requester.name']") == "陈小明"
    assert clerk.page.locator("[data-problem]").is_visible()
    assert town.count("concerns") == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_resident_is_told_beside_the_box(visit, language):
    resident = visit(language=language)
    resident.go("/ask")
    resident.page.locator("button[name=dangerNow][value=no]").click()
    resident.page.locator("button[name=kind][value=dispute]").click()
    fill(resident, {"content": TELLING})
    resident.press("ask-next")
    assert resident.beside("title") == resident.say("beside-field-missing")
    assert resident.page.input_value("[name=content]") == TELLING
    fill(resident, {"title": "沙井盖松动"})
    resident.press("ask-next")
    resident.reads("ask-place")


def test_a_step_without_words_comes_back_with_the_others_chosen(staff):
    receipt = register(staff("clerk"))
    dispatcher = staff("dispatcher")
    dispatcher.go(f"/desk/dispatch/{receipt.matter}")
    fill(dispatcher, {"class": "0902-B", "unit": "housing", "instruction": "请办理。"})
    dispatcher.press("dispatch-accept-and-give")
    assert dispatcher.beside("route") == dispatcher.say("beside-field-missing")
    assert dispatcher.page.input_value("[name=class]") == "0902-B"
    assert dispatcher.page.input_value("[name=unit]") == "housing"


def test_a_double_click_makes_one_record(staff, town):
    clerk = staff("clerk")
    before = town.count("concerns")
    clerk.go("/desk/intake")
    fill(clerk, {"requester.name": "陈小明"})
    clerk.press("window-onward")
    fill(clerk, {"content": TELLING})
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.button("window-register").dblclick()
    clerk.page.wait_for_url("**/intake/receipts/*")
    assert town.count("concerns") == before + 1


def test_two_windows_sending_the_same_form_make_one_record(staff, town):
    """Without a script nothing in the browser holds the second click back; the house does."""
    clerk = staff("clerk", script=False)
    clerk.go("/desk/intake")
    form = {box["name"]: box["value"] for box in clerk.page.eval_on_selector_all(
        "main form[data-window] [name]",
        """boxes => boxes.filter(box => !['radio', 'checkbox'].includes(box.type) || box.checked)
           .map(box => ({ name: box.name, value: box.value }))""") if box["value"]}
    form |= {"requester.name": "陈小明", "content": TELLING}
    before = town.count("concerns")
    answers = [clerk.context.request.post("/desk/intake", form=form, max_redirects=0)
               for _ in range(3)]
    assert {answer.status for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert town.count("concerns") == before + 1


def test_the_way_back_and_sending_again_does_nothing_twice(visit, town):
    resident = visit()
    tell(resident)
    before = town.count("concerns")
    try:
        resident.page.go_back()
        resident.page.wait_for_load_state()
    except Error as asked:
        # The browser asks before it sends a form again, and nobody here says yes.
        assert "ERR_CACHE_MISS" in str(asked)
    if resident.page.locator("main form.ask").count():
        resident.press("ask-send")
        resident.page.wait_for_load_state()
    assert town.count("concerns") == before


def test_a_resident_who_rates_twice_is_heard_once(visit, staff, town):
    resident = visit()
    receipt = tell(resident)
    follow(resident, receipt)
    resident.link("supplement-title").click()
    fill(resident, {"content": "补充一句。"})
    before = town.count("entries", "act = 'concernSupplemented'")
    resident.button("supplement-button").dblclick()
    resident.said("done-supplemented")
    assert town.count("entries", "act = 'concernSupplemented'") == before + 1
    assert find(staff("dispatcher"), receipt.number)


def test_a_lost_session_keeps_what_was_typed(visit, staff, town):
    receipt = register(staff("clerk"))
    officer = officers("dispatcher")[2]
    own = visit()
    own.sign_in(officer, LOGINS[officer])
    own.go(f"/desk/dispatch/{receipt.matter}")
    fill(own, {"class": "0902-B", "unit": "housing", "route": "service",
               "instruction": "请今天到现场，先把井盖围起来。"})
    own.context.clear_cookies(name="session")
    before = town.count("assignments")
    own.press("dispatch-accept-and-give")
    own.page.wait_for_load_state()
    own.reads("beside-sign-in-needed")
    fill(own, {"officer": officer, "password": LOGINS[officer]})
    own.press("sign-in")
    own.page.wait_for_url(f"**/desk/dispatch/{receipt.matter}")
    own.reads("form-carried-on")
    assert own.page.input_value("[name=instruction]") == "请今天到现场，先把井盖围起来。"
    assert own.page.input_value("[name=unit]") == "housing"
    assert town.count("assignments") == before
    own.press("dispatch-accept-and-give")
    own.said("done-given-out")
    assert town.count("assignments") == before + 1


def test_an_officer_signs_in_to_the_page_that_was_asked_for(visit):
    officer = officers("dispatcher")[2]
    own = visit()
    own.go("/desk/matters?due=overdue")
    assert own.path == "/desk/sign-in"
    fill(own, {"officer": officer, "password": "not-the-password-1"})
    own.press("sign-in")
    assert own.page.input_value("[name=officer]") == officer
    assert own.page.input_value("[name=password]") == ""
    fill(own, {"password": LOGINS[officer]})
    own.press("sign-in")
    own.page.wait_for_url("**/desk/matters?due=overdue")


def test_a_page_that_is_not_there_keeps_the_menu(staff):
    clerk = staff("clerk")
    assert clerk.go("/desk/no-such-page").status == 404
    clerk.reads("page-not-found")
    clerk.menu("intake")
