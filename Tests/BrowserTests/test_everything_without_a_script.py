"""The whole way of a concern where no script runs; maps and charts are tables then."""

from deeds import (NAME, TELLING, accept_reply, archive, call, close, fill, find, follow, give_out,
                   rate, reply, sign, slip, tell)


def test_a_concern_from_the_first_page_to_the_archive(visit, staff):
    resident = visit(script=False)
    receipt = tell(resident)
    dispatcher = staff("dispatcher", script=False)
    matter = find(dispatcher, receipt.number)
    give_out(dispatcher, matter, "housing", "0902-B", "晴沙村", "service")
    liaison = staff("liaison", "housing", script=False)
    sign(liaison, receipt.number)
    reply(liaison, matter)
    supervisor = staff("supervisor", script=False)
    accept_reply(supervisor, matter)
    close(supervisor, matter)
    call(staff("visitor", script=False), receipt.number)
    follow(resident, receipt)
    rate(resident)
    archive(staff("archivist", script=False), matter)


def test_the_window_is_one_form(staff):
    clerk = staff("clerk", script=False)
    clerk.go("/desk/intake")
    fill(clerk, {"requester.phones[]": "16000000088", "requester.name": NAME})
    clerk.press("window-look-up")
    clerk.reads("window-phone-new")
    assert clerk.page.input_value("[name='requester.name']") == NAME
    fill(clerk, {"class": "0902-B", "content": TELLING})
    clerk.press("window-register")
    clerk.page.wait_for_url("**/intake/receipts/*")
    assert slip(clerk).number


def test_filters_maps_and_charts_are_there_without_it(visit, staff):
    dispatcher = staff("dispatcher", script=False)
    dispatcher.go("/desk/matters")
    dispatcher.page.select_option("#filter-due", "overdue")
    dispatcher.press("worklist-show")
    dispatcher.page.wait_for_url("**due=overdue**")
    assert dispatcher.page.locator("#list tbody tr").count() > 0
    dispatcher.go("/command")
    dispatcher.reads("wall-by-village")
    assert dispatcher.page.locator("#villages tbody tr").count() > 5
    public = visit(script=False)
    public.go("/statistics")
    assert public.page.locator("main table tbody tr").count() > 3
