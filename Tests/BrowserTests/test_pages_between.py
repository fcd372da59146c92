"""The pages that no link leads to, because they answer what somebody did: no barrier, nothing cut
off, in both languages and with large type."""

import pytest
from deeds import TELLING, fill, register
from house import LOGINS, officers
from looking import assert_nothing, look
from visitor import OFFICE, PHONE

MANNERS = [{}, {"language": "en"}, {"elder": True}]


@pytest.mark.parametrize("manner", MANNERS, ids=["plain", "english", "large"])
def test_on_the_residents_way(visit, manner):
    resident = visit(viewport=PHONE, **manner)
    faults = []

    def seen(kind):
        faults.extend(look(resident, "resident", kind, (PHONE,)))

    resident.go("/ask")
    resident.page.locator("button[name=dangerNow][value=yes]").click()
    seen("ask-danger-stop")
    resident.press("danger-go-on")
    seen("ask-kind")
    resident.page.locator("button[name=kind][value=help]").click()
    resident.press("ask-next")
    seen("ask-words-missing")
    fill(resident, {"title": "楼梯没有扶手", "content": TELLING})
    resident.press("ask-next")
    resident.page.locator(".map .leaflet-interactive").first.wait_for()
    seen("ask-place")
    resident.press("ask-next")
    seen("ask-photos")
    resident.press("ask-next-without-photos")
    seen("ask-mode")
    resident.page.locator("button[name='requester.mode'][value=named]").click()
    seen("ask-reach")
    fill(resident, {"requester.name": "陈小明", "requester.phones[]": "16000000001"})
    resident.press("ask-next")
    seen("ask-check")
    resident.press("ask-send")
    resident.page.wait_for_url("**/ask/sent")
    seen("ask-sent")
    for kind in ("follow", "follow/supplement", "follow/withdrawal", "my-data",
                 "my-data/correction", "my-data/erasure"):
        resident.go(f"/{kind}")
        seen(f"own-{kind}")
    resident.go("/my-data")
    resident.link("data-show-full").click()
    seen("own-my-data-full")
    resident.go("/no-such-page")
    seen("not-found")
    assert_nothing(faults)


@pytest.mark.parametrize("manner", MANNERS, ids=["plain", "english", "large"])
def test_on_the_officers_way(visit, staff, manner):
    faults = []
    stranger = visit(**manner)
    stranger.go("/desk/matters")
    faults += look(stranger, "clerk", "sign-in")
    fill(stranger, {"officer": officers("clerk")[0], "password": "not-the-password-1"})
    stranger.press("sign-in")
    stranger.page.wait_for_load_state()
    faults += look(stranger, "clerk", "sign-in-refused")
    clerk = staff("clerk", **manner)
    clerk.go("/desk/intake")
    clerk.page.check("[name=dangerNow]")
    faults += look(clerk, "clerk", "intake-danger")
    receipt = register(clerk)
    faults += look(clerk, "clerk", "intake-receipt")
    clerk.go("/desk/intake")
    clerk.press("window-onward")
    faults += look(clerk, "clerk", "intake-what")
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.press("window-register")
    clerk.page.wait_for_load_state()
    faults += look(clerk, "clerk", "intake-missing")
    clerk.go("/desk/no-such-page")
    faults += look(clerk, "clerk", "not-found")
    clerk.go("/desk/find?number=MZ0")
    faults += look(clerk, "clerk", "find-none")
    clerk.go("/desk/matters?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA")
    faults += look(clerk, "clerk", "worklist-none")
    clerk.go(f"/desk/matters/{receipt.matter}/steps/disclose/{receipt.number}")
    fill(clerk, {"purpose": "callBack"})
    clerk.page.locator(".step-open button[type=submit]").click()
    clerk.page.locator("#contact-title").wait_for()
    faults += look(clerk, "clerk", "disclosed")
    assert_nothing(faults)


@pytest.mark.parametrize("manner", MANNERS, ids=["plain", "english", "large"])
def test_where_an_officer_keeps_the_second_factor(visit, manner):
    officer = officers("adviser")[0]
    own = visit(officer, **manner)
    own.go("/desk/account")
    fill(own, {"password": LOGINS[officer]})
    own.press("account-factor-on")
    own.page.locator(".qr-code").wait_for()
    assert_nothing(look(own, "clerk", "second-factor", (OFFICE, PHONE)))
