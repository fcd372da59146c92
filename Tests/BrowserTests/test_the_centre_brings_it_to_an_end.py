"""Verifying, closing, asking back, filing: three people, and none of them has handled it."""

import pytest
from deeds import (accept_reply, archive, call, close, fill, find, give_out, register, reply,
                   sign)


@pytest.fixture
def replied(staff):
    """A matter whose unit has replied."""

    def make():
        receipt = register(staff("clerk"), area="晴沙村")
        give_out(staff("dispatcher"), receipt.matter, "housing", "0902-B", route="service")
        liaison = staff("liaison", "housing")
        sign(liaison, receipt.number)
        reply(liaison, receipt.matter)
        return receipt

    return make


def test_the_supervisor_sends_back_what_does_not_answer(replied, staff):
    receipt = replied()
    supervisor = staff("supervisor")
    supervisor.go("/desk")
    supervisor.menu("verification")
    supervisor.go(f"/desk/verification/{receipt.matter}")
    supervisor.press("verification-send")
    assert supervisor.beside("verdict") == supervisor.say("beside-field-missing")
    fill(supervisor, {"verdict": "rework", "note": "没有说明什么时候修好。"})
    supervisor.press("verification-send")
    supervisor.said("done-reply-sent-back")


def test_it_is_verified_closed_visited_and_filed(replied, staff):
    receipt = replied()
    supervisor = staff("supervisor")
    accept_reply(supervisor, receipt.matter)
    close(supervisor, receipt.matter)
    caller = staff("visitor")
    caller.go("/desk")
    caller.menu("visits")
    caller.go(f"/desk/visits/{receipt.number}")
    caller.press("visit-look")
    assert "16000000001" in caller.text().replace(" ", "")
    call(caller, receipt.number)
    archivist = staff("archivist")
    archivist.go("/desk/waiting/toArchive")
    archive(archivist, receipt.matter)
    archivist.reads("next-archived")


def test_not_solved_opens_the_matter_again(replied, staff):
    receipt = replied()
    supervisor = staff("supervisor")
    accept_reply(supervisor, receipt.matter)
    close(supervisor, receipt.matter)
    call(staff("visitor"), receipt.number, solved="no", fair="partly", words="还在漏。")
    find(supervisor, receipt.number)
    assert supervisor.say("stage-reopened") in supervisor.text(".desk-top")


def test_the_lists_are_taken_out_as_excel_with_the_name_of_who_took_them(staff):
    director = staff("director")
    director.go("/desk/matters?due=overdue")
    director.page.locator("details.aside summary").click()
    with director.page.expect_download() as taken:
        director.press("worklist-export-do")
    assert taken.value.suggested_filename.endswith(".xlsx")
