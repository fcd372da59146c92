"""Those who keep the house: each has one part of it, and none reads a resident's business."""

import base64
import hashlib
import hmac
import struct
import time

from deeds import fill
from house import LOGINS, officers


def test_the_system_administrator_compares_packs_and_reads_rules(staff):
    keeper = staff("systemAdministrator")
    keeper.go("/desk")
    keeper.menu("administration")
    keeper.link("admin-pack").click()
    keeper.press("pack-compare")
    keeper.page.wait_for_load_state()
    keeper.go("/desk/admin/rules")
    keeper.page.locator("main tbody a").first.click()
    keeper.reads("rule-basis").reads("rule-starts")
    keeper.go("/desk/admin/health")
    keeper.reads("health-clocks")
    assert keeper.go("/desk/matters").status == 404


def test_the_security_administrator_takes_in_gives_posts_and_lets_go(staff, visit):
    keeper = staff("securityAdministrator")
    keeper.go("/desk/admin/new-officer")
    keeper.press("officer-add")
    assert keeper.beside("login") == keeper.say("beside-field-missing")
    fill(keeper, {"login": "clerk9", "name": "新同事", "password": "Demo-Lantern-9090"})
    keeper.press("officer-add")
    keeper.said("done-officer-added")
    fill(keeper, {"role": "clerk", "unit": "centre"})
    keeper.press("post-give")
    keeper.page.wait_for_load_state()
    newcomer = visit()
    newcomer.sign_in("clerk9", "Demo-Lantern-9090")
    newcomer.menu("intake")
    keeper.go("/desk/admin/officers/clerk9")
    keeper.page.locator("details.sheet summary").click()
    keeper.press("officer-do-ended")
    keeper.page.wait_for_load_state()
    newcomer.go("/desk/intake")
    assert newcomer.path == "/desk/sign-in"
    assert keeper.go("/desk/matters").status == 404


def test_the_auditor_reads_what_happened_and_changes_nothing(staff):
    auditor = staff("auditor")
    auditor.go("/desk")
    auditor.menu("administration")
    auditor.link("admin-audit").click()
    assert auditor.page.locator("main tbody tr").count() > 3
    assert auditor.page.locator("main form").count() == 0
    assert "deed-" not in auditor.text()
    assert auditor.go("/desk/matters").status == 404


def test_the_director_sees_the_figures_and_the_wall(staff):
    director = staff("director")
    director.go("/desk/statistics")
    director.reads("figures-staff")
    director.go("/command")
    assert director.page.locator(".tiles .figure").count() == 6


def test_an_officer_keeps_password_and_second_factor(visit):
    officer = officers("assessor")[0]
    own = visit()
    own.sign_in(officer, LOGINS[officer])
    own.page.locator("header .who").click()
    assert own.path == "/desk/account"
    fill(own, {"password": LOGINS[officer]})
    own.press("account-factor-on")
    secret = own.page.locator("main code").inner_text().replace(" ", "")
    fill(own, {"totp": one_time_code(secret)})
    own.press("factor-confirm")
    own.said("done-factor-on")
    own.page.locator("header").get_by_role("button", name=own.say("sign-out")).click()
    fill(own, {"officer": officer, "password": LOGINS[officer]})
    own.press("sign-in")
    own.page.wait_for_load_state()
    assert own.path == "/desk/sign-in"
    # The code of this half minute was used up when it was set up.
    fill(own, {"officer": officer, "password": LOGINS[officer],
               "totp": one_time_code(secret, ahead=1)})
    own.press("sign-in")
    own.page.wait_for_url("**/desk")


def one_time_code(secret, ahead=0):
    """Six digits of this half minute (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    count = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.new(key, count, hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
