"""What people do at the pages, each in the browser of the role whose work it is."""

import re
from dataclasses import dataclass

# A name and a telephone that nobody has.
NAME, PHONE_NUMBER = "陈小明", "16000000001"
TELLING = "路口的沙井盖松动，电动车压过去会翻。上周说过一次，没有人来看。请尽快修好。"


@dataclass
class Slip:
    """What the resident takes home, and where the matter stands."""
    number: str
    code: str
    matter: str


# --- Coming in -----------------------------------------------------------------------------------


def fill(visitor, values):
    """Fills boxes by their names; a choice is chosen, a radio or a tick is set."""
    for name, value in values.items():
        box = visitor.page.locator(f"[name='{name}']")
        kind = box.first.evaluate("box => box.tagName + (box.type ? '/' + box.type : '')")
        if kind.startswith("SELECT"):
            box.select_option(value)
        elif kind.endswith(("/radio", "/checkbox")):
            visitor.page.locator(f"[name='{name}'][value='{value}']").check()
        else:
            box.first.fill(value)


def register(clerk, content=TELLING, dispute="", area="", name=NAME, phone=PHONE_NUMBER,
             more=None):
    """Intake at the window, step by step with the mouse."""
    clerk.go("/desk/intake")
    opened(clerk, more or {})
    fill(clerk, {"requester.phones[]": phone, "requester.name": name})
    step_of(clerk, "who", more or {})
    clerk.press("window-onward")
    fill(clerk, {"class": dispute, "place.areaCode": area, "content": content})
    step_of(clerk, "what", more or {})
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.press("window-register")
    clerk.page.wait_for_url("**/intake/receipts/*")
    return slip(clerk)


FIRST = ("requester.", "source.", "people.")


def opened(clerk, values):
    """Boxes that are seldom needed lie behind a line to be opened."""
    for name in values:
        clerk.page.locator(f"[name='{name}']").first.evaluate(
            "box => { const part = box.closest('details'); if (part) part.open = true; }")


def step_of(clerk, step, values):
    is_first = step == "who"
    fill(clerk, {name: value for name, value in values.items()
                 if name.startswith(FIRST) == is_first})


def slip(clerk):
    """Number and code as the receipt at the window shows them."""
    number = clerk.page.locator("[aria-labelledby=receipt-number] .figure").inner_text().strip()
    code = clerk.page.locator("[aria-labelledby=receipt-number] code").inner_text().strip()
    matter = clerk.link("window-open-matter").get_attribute("href").rsplit("/", 1)[1]
    return Slip(number, code, matter)


def tell(resident, kind="dispute", title="沙井盖松动", content=TELLING, mode="named",
         village="442000007206", name=NAME, phone=PHONE_NUMBER):
    """A resident answers one question after the other."""
    resident.go("/")
    resident.link("door-ask").click()
    resident.page.locator("button[name=dangerNow][value=no]").click()
    resident.page.locator(f"button[name=kind][value={kind}]").click()
    fill(resident, {"title": title, "content": content})
    resident.press("ask-next")
    fill(resident, {"place.areaCode": village})
    resident.press("ask-next")
    resident.press("ask-next-without-photos")
    resident.page.locator(f"button[name='requester.mode'][value={mode}]").click()
    fill(resident, {"requester.phones[]": phone} if mode == "anonymous" else
         {"requester.name": name, "requester.phones[]": phone})
    resident.press("ask-next")
    resident.press("ask-send")
    resident.page.wait_for_url("**/ask/sent")
    number, code = resident.page.locator(".slip dd.big").all_inner_texts()
    return Slip(number.strip(), code.strip(), "")


def follow(resident, receipt):
    """Number and code are asked once; after that the browser knows them until one leaves."""
    resident.go("/follow")
    if resident.page.locator(".follow").count():
        return resident
    fill(resident, {"number": receipt.number, "code": receipt.code})
    resident.press("follow-button")
    resident.page.wait_for_url("**/follow")
    return resident


# --- In the house --------------------------------------------------------------------------------


def find(officer, number):
    """By number in the bar, as everybody in the house does; answers the matter's id."""
    if not officer.page.locator("#find").count():
        officer.go("/desk")
    officer.page.fill("#find", number)
    officer.page.press("#find", "Enter")
    officer.page.wait_for_url("**/matters/*")
    return re.search(r"/matters/([0-9a-f-]{36})", officer.page.url)[1]


def give_out(dispatcher, matter, unit, dispute=None, area=None, route=None, assist=()):
    """From the dispatch board: taken in with its class and route, and given to a unit."""
    dispatcher.go(f"/desk/dispatch/{matter}")
    named = {"class": dispute, "area": area, "route": route, "unit": unit}
    fill(dispatcher, {name: value for name, value in named.items() if value})
    for code in assist:
        dispatcher.page.locator(f"[name='assist[]'][value={code}]").check()
    key = "dispatch-accept-and-give" if route else "dispatch-give"
    dispatcher.press(key)
    return dispatcher.said("done-given-out")


def add_unit(dispatcher, matter, unit, instruction="请派人参加。"):
    step(dispatcher, matter, "assign", unit=unit, role="assist", instruction=instruction)


def step(officer, matter, name, **values):
    """A step from the matter's own page, by its button and its form."""
    if officer.path != f"/desk/matters/{matter}":
        officer.go(f"/desk/matters/{matter}")
    place = officer.page.locator(".steps-now")
    way = place.locator(f"a[href*='/steps/{name}'], form[action*='/steps/{name}'] button").first
    way.click()
    if values:
        officer.page.wait_for_url(f"**/steps/{name}**")
        fill(officer, {key.replace("__", "."): value for key, value in values.items()})
        officer.page.locator(".step-open button[type=submit]").click()
    officer.page.wait_for_url(f"**/matters/{matter}**")
    return officer.said(f"done-step-{name}")


def sign(liaison, number):
    """On the unit's page, in the line of the matter."""
    liaison.go("/desk/unit?queue=toSign")
    liaison.press("unit-sign-named", number=number)
    return liaison.said("done-signed-for")


def reply(liaison, matter, outcome="settled", text="现场已处理，照片存档。",
          public="已经处理好，请您查看。"):
    return step(liaison, matter, "reply", outcome=outcome, text=text, publicText=public)


def accept_reply(supervisor, matter, note="答复对应诉求，同意。"):
    supervisor.go(f"/desk/verification/{matter}")
    fill(supervisor, {"verdict": "accepted", "note": note})
    supervisor.press("verification-send")
    return supervisor.said("done-reply-accepted")


def close(supervisor, matter, kind="answeredByAuthority"):
    if supervisor.path != f"/desk/verification/{matter}":
        supervisor.go(f"/desk/verification/{matter}")
    box = supervisor.page.locator("[name=kind]").first
    if box.evaluate("box => box.tagName") == "SELECT":
        box.select_option(kind)
    else:
        supervisor.page.locator(f"[name=kind][value={kind}]").check()
    supervisor.press("closing-send")
    return supervisor.said("done-closed")


def call(caller, number, solved="yes", fair="yes", words="已经修好了，谢谢。"):
    """The return visit by the call sheet."""
    caller.go(f"/desk/visits/{number}")
    fill(caller, {"reached": "yes", "solved": solved, "fair": fair, "words": words})
    caller.press("visit-send")
    return caller.said("done-visit-reopened" if solved == "no" else "done-visited")


def rate(resident, solved="yes", fair="yes"):
    """Two taps."""
    resident.page.locator(f".faces label:has(input[name=solved][value={solved}])").click()
    resident.page.locator(f"button[name=fair][value={fair}]").click()
    return resident.said("done-rated")


def archive(archivist, matter):
    return step(archivist, matter, "archive")
