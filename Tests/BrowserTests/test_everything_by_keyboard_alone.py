"""The whole way of a concern with Tab, arrows, Enter and letters; the focus is always in sight."""

from deeds import NAME, PHONE_NUMBER, TELLING
from house import LOGINS, officers
from keyboard import Keyboard


def hands(visitor, start):
    visitor.go(start)
    return Keyboard(visitor.page)


def test_signing_in(visit):
    officer = officers("clerk")[2]
    visitor = visit()
    keys = hands(visitor, "/desk/sign-in")
    assert keys.type(officer) == "officer"
    keys.on().type(LOGINS[officer])
    keys.press("Enter")
    visitor.page.wait_for_url("**/desk")
    keys.follow(".side a[href='/desk/intake']")
    keys.follow(".switches form button")
    assert visitor.path == "/desk/sign-in"


def test_a_concern_from_the_first_page_to_the_archive(visit, staff, record_property):
    resident = visit()
    keys = hands(resident, "/")
    keys.follow("main a[href='/ask']").follow("button[name=dangerNow][value=no]")
    keys.follow("button[name=kind][value=dispute]")
    keys.write("[name=title]", "沙井盖松动").write("[name=content]", TELLING)
    onward = ".ask > .buttons .btn-primary"
    keys.follow(onward).choose("[name='place.areaCode']", "442000007206").follow(onward)
    keys.follow(onward).follow("button[name='requester.mode'][value=named]")
    keys.write("[name='requester.name']", NAME)
    keys.write("[name='requester.phones[]']", PHONE_NUMBER)
    keys.follow(onward).follow(onward)
    number = resident.page.locator(".slip dd.big").first.inner_text().strip()
    strokes = [keys.pressed]

    matter, count = give_out(staff("dispatcher"), number)
    strokes.append(count)
    strokes.append(handle(staff("liaison", "housing"), number, matter))
    strokes.append(verify(staff("supervisor"), matter))
    strokes.append(call(staff("visitor"), number))

    keys = hands(resident, "/follow")
    keys.mark("solved", "yes")
    keys.follow("button[name=fair][value=yes]")
    resident.said("done-rated")
    archivist = staff("archivist")
    keys = hands(archivist, f"/desk/matters/{matter}")
    keys.follow(".steps-now form[action*='/steps/archive'] button")
    archivist.said("done-step-archive")
    record_property("measured", f"by keyboard alone: strokes besides words {strokes}")


def give_out(dispatcher, number):
    keys = hands(dispatcher, "/desk")
    keys.write("#find", number).press("Enter")
    dispatcher.page.wait_for_url("**/matters/*")
    matter = dispatcher.path.rsplit("/", 1)[1]
    keys = hands(dispatcher, f"/desk/dispatch/{matter}")
    keys.write("[name=class]", "0902-B").write("[name=area]", "晴沙村")
    keys.choose("[name=route]", "service").choose("[name=unit]", "housing")
    keys.follow("main form.sheet .btn-primary")
    dispatcher.said("done-given-out")
    return matter, keys.pressed


def handle(liaison, number, matter):
    keys = hands(liaison, "/desk/unit?queue=toSign")
    name = liaison.say("unit-sign-named", number=number)
    keys.follow(f"button[aria-label='{name}']")
    liaison.go(f"/desk/matters/{matter}")
    keys.follow(".steps-now a[href*='/steps/reply']")
    keys.mark("outcome", "settled").write("[name=text]", "已修好。")
    keys.write("[name=publicText]", "已经修好。").follow(".step-open button[type=submit]")
    liaison.said("done-step-reply")
    return keys.pressed


def verify(supervisor, matter):
    keys = hands(supervisor, f"/desk/verification/{matter}")
    keys.mark("verdict", "accepted").write("[name=note]", "同意。")
    keys.follow("main form.sheet .btn-primary")
    keys.mark("kind", "answeredByAuthority").follow("main form.sheet .btn-primary")
    supervisor.said("done-closed")
    return keys.pressed


def call(caller, number):
    keys = hands(caller, f"/desk/visits/{number}")
    keys.mark("reached", "yes").mark("solved", "yes").mark("fair", "yes")
    keys.write("[name=words]", "谢谢。").follow("main form.sheet .btn-primary")
    caller.said("done-visited")
    return keys.pressed
