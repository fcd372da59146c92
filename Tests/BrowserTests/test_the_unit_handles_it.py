"""The liaison's work: sign, get in touch, reply, ask for time, return what is another's."""

import pytest
from deeds import add_unit, find, give_out, register, reply, sign, step


@pytest.fixture
def given(staff):
    """A matter that was given to a unit."""

    def give(unit):
        receipt = register(staff("clerk"), area="晴沙村")
        give_out(staff("dispatcher"), receipt.matter, unit, "0902-B", route="service")
        return receipt

    return give


def test_a_liaison_signs_tells_of_progress_and_replies(given, staff):
    receipt = given("housing")
    liaison = staff("liaison", "housing")
    liaison.go("/desk")
    liaison.menu("unit")
    sign(liaison, receipt.number)
    find(liaison, receipt.number)
    step(liaison, receipt.matter, "progress", words="已与诉求人通话，约明天到现场。", contact="yes")
    reply(liaison, receipt.matter)
    liaison.reads("wait-verification")


def test_a_return_names_a_better_unit_and_two_returns_call_a_conference(given, staff):
    receipt = given("housing")
    liaison, dispatcher = staff("liaison", "housing"), staff("dispatcher")
    step(liaison, receipt.matter, "giveBack", reason="notMyDuty", basis="路面由交通部门管养。",
         betterUnit="traffic")
    give_out(dispatcher, receipt.matter, "traffic")
    other = staff("liaison", "traffic")
    step(other, receipt.matter, "giveBack", reason="otherUnitLeads", basis="村道由村里管养。",
         betterUnit="agriculture")
    director = staff("director")
    step(director, receipt.matter, "confer", minutes="两家到场，议定由交通部门牵头。")
    step(director, receipt.matter, "designate", unit="traffic")
    director.go(f"/desk/matters/{receipt.matter}")
    director.reads("part-designated")


def test_more_time_is_asked_for_and_the_director_decides(given, staff):
    receipt = given("environment")
    liaison = staff("liaison", "environment")
    sign(liaison, receipt.number)
    liaison.go(f"/desk/matters/{receipt.matter}/steps/askExtension")
    liaison.page.select_option("[name=rule]", index=1)
    liaison.page.fill("[name=amount]", "5")
    liaison.page.fill("[name=reason]", "检测报告还要五天。")
    liaison.page.locator(".step-open button[type=submit]").click()
    liaison.said("done-step-askExtension")
    director = staff("director")
    director.go("/desk/waiting/askedTime")
    step(director, receipt.matter, "decideExtension", granted="yes", amount="5",
         reason="理由成立。")


def test_a_suspension_rests_on_a_ground_and_goes_on_again(given, staff):
    receipt = given("water")
    liaison = staff("liaison", "water")
    sign(liaison, receipt.number)
    until = liaison.page.evaluate(
        "new Date(Date.now() + 6 * 864e5).toISOString().slice(0, 10)")
    step(liaison, receipt.matter, "suspend", ground="awaitingAppraisal", until=until,
         document="鉴定委托书 2026-17")
    step(liaison, receipt.matter, "resume")


def test_the_mediator_brings_two_sides_to_one_table(given, staff):
    receipt = given("justice")
    mediator = staff("mediator")
    sign(mediator, receipt.number)
    step(mediator, receipt.matter, "progress", words="分开谈过一次，双方愿意坐到一起。")
    reply(mediator, receipt.matter, text="双方签订调解书。", public="您与对方已签订调解书。")


def test_an_assisting_unit_has_a_part_of_its_own(given, staff):
    receipt = given("housing")
    add_unit(staff("dispatcher"), receipt.matter, "power")
    liaison = staff("liaison", "power")
    sign(liaison, receipt.number)
    reply(liaison, receipt.matter)


def test_the_village_answers_for_its_own_ground(given, staff):
    receipt = given("v206")
    head = staff("villageHead", "v206")
    sign(head, receipt.number)
    reply(head, receipt.matter)


def test_a_grid_worker_tells_from_the_village_without_typing_where(staff):
    worker = staff("gridWorker", "v206")
    worker.go("/desk/intake")
    assert worker.page.input_value("[name='place.areaCode']") != ""
    worker.page.fill("[name='requester.name']", "黄伯")
    worker.press("window-onward")
    worker.page.fill("[name=content]", "河堤护栏缺了一段，孩子常在那里玩。")
    worker.page.locator("[aria-labelledby=what] [data-onward]").click()
    worker.press("window-register")
    worker.page.wait_for_url("**/intake/receipts/*")
    worker.go("/desk/matters")
    assert "河堤护栏" in worker.text()
