"""The dispatcher's work: decide whose it is, and see to it that somebody has it."""

from deeds import find, give_out, register, step


def test_a_new_concern_is_taken_in_and_given_out_from_the_board(staff):
    receipt = register(staff("clerk"), area="晴沙村")
    dispatcher = staff("dispatcher")
    dispatcher.go("/desk")
    dispatcher.menu("dispatch")
    dispatcher.reads("queue-unassigned").reads("board-unsigned")
    give_out(dispatcher, receipt.matter, "housing", "0902-B", route="service")
    dispatcher.go(f"/desk/matters/{receipt.matter}")
    assert dispatcher.page.locator(".part").count() == 1


def test_what_is_missing_is_asked_for_once(staff):
    receipt = register(staff("clerk"))
    dispatcher = staff("dispatcher")
    dispatcher.go(f"/desk/matters/{receipt.matter}/steps/supplement")
    dispatcher.page.locator("[name='missing[]']").first.check()
    dispatcher.page.locator(".step-open button[type=submit]").click()
    dispatcher.said("done-step-supplement").reads("next-awaitingSupplement")


def test_what_is_not_the_centres_is_refused_with_the_next_door(staff):
    receipt = register(staff("clerk"))
    dispatcher = staff("dispatcher")
    step(dispatcher, receipt.matter, "refuse", ground="shouldLitigate")
    dispatcher.reads("next-declined")


def test_two_concerns_about_one_thing_are_linked(staff):
    clerk, dispatcher = staff("clerk"), staff("dispatcher")
    first, second = register(clerk), register(clerk, content="同一个井盖，今天又有人摔倒。")
    step(dispatcher, first.matter, "link", concern=second.number, reason="同一处井盖")
    assert second.number in dispatcher.text(".asked")
    dispatcher.go(f"/desk/matters/{second.matter}")
    dispatcher.reads("matter-linked")


def test_a_number_of_another_system_finds_its_matter(staff):
    clerk, dispatcher = staff("clerk"), staff("dispatcher")
    receipt = register(clerk, more={"source.channel": "12345",
                                    "source.externalNo": "12345-2026-77001"})
    assert find(dispatcher, "12345-2026-77001") == receipt.matter


def test_the_worklist_is_narrowed_and_walked_by_keys_and_the_address_keeps_it(staff):
    dispatcher = staff("dispatcher")
    dispatcher.go("/desk")
    dispatcher.menu("worklist")
    dispatcher.page.select_option("#filter-due", "overdue")
    dispatcher.page.wait_for_url("**due=overdue**")
    dispatcher.page.wait_for_load_state("networkidle")
    count = dispatcher.page.locator("#list tbody tr").count()
    assert count > 0
    dispatcher.page.reload()
    assert dispatcher.page.locator("#filter-due").input_value() == "overdue"
    assert dispatcher.page.locator("#list tbody tr").count() == count
    dispatcher.page.keyboard.press("j")
    dispatcher.page.keyboard.press("j")
    dispatcher.page.keyboard.press("k")
    first = dispatcher.page.locator("#list tbody tr a").first.get_attribute("href")
    dispatcher.page.keyboard.press("Enter")
    dispatcher.page.wait_for_url("**/desk/matters/*-*")
    assert dispatcher.path == first
