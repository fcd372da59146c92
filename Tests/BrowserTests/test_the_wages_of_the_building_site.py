"""The second story: 340 workers and 5.93 million yuan of wages. Five speak for all, four units work
at once, the first money is there on the third day, the rest after an extension."""

from deeds import (accept_reply, add_unit, archive, call, close, follow, give_out, rate, register,
                   reply, sign, step)

TOLD = ("我们是新埠一个住宅工地的工人，一共大约340人，从春天做到现在，工资只发过生活费，"
        "合计欠五百九十多万元。我们选了五个代表，请政府今天就给个说法。")


def test_from_the_window_to_the_last_payment(visit, staff):
    clerk, dispatcher = staff("clerk"), staff("dispatcher")
    receipt = register(clerk, TOLD, area="新埠社区", name="王师傅", phone="16000000340", more={
        "people.count": "340", "people.representatives": "5", "requester.role": "representative",
        "amount": "5930000", "urgency": "urgent", "title": "工地三百多名工人被拖欠工资"})
    give_out(dispatcher, receipt.matter, "labour", "0701-W", route="actOrProtect")
    for unit in ("housing", "police", "union"):
        add_unit(dispatcher, receipt.matter, unit)
    dispatcher.go(f"/desk/matters/{receipt.matter}")
    assert dispatcher.say("asked-by-people", people="340") in dispatcher.text(".asked")
    dispatcher.reads("amount-of-money", amount="5,930,000")

    units = {unit: staff("liaison", unit) for unit in ("labour", "housing", "police", "union")}
    for officer in units.values():
        sign(officer, receipt.number)
    labour = units["labour"]
    step(labour, receipt.matter, "progress", words="与五名代表当面谈，每天下午五点通报。", contact="yes")
    step(labour, receipt.matter, "progress", words="第三天，第一笔工资发到工人本人账户，196 万元。")
    for unit in ("police", "union", "housing"):
        reply(units[unit], receipt.matter)
    labour.go(f"/desk/matters/{receipt.matter}/steps/askExtension")
    labour.page.select_option("[name=rule]", index=1)
    labour.page.fill("[name=amount]", "10")
    labour.page.fill("[name=reason]", "余款按付款计划分三次支付。")
    labour.page.locator(".step-open button[type=submit]").click()
    labour.said("done-step-askExtension")
    step(staff("director"), receipt.matter, "decideExtension", granted="yes", amount="10",
         reason="理由成立，付款计划贴在公告栏。")

    workers = follow(visit(), receipt)
    workers.reads_soon("told-extensionGranted")
    reply(labour, receipt.matter, text="593 万元分四次全部结清。", public="工资已经全部结清。")
    supervisor = staff("supervisor")
    accept_reply(supervisor, receipt.matter, "抽查二十名工人的到账记录，与清单一致。")
    close(supervisor, receipt.matter)
    call(staff("visitor"), receipt.number, words="第三天手机响了才放心。")
    workers.go("/follow")
    rate(workers)
    archive(staff("archivist"), receipt.matter)


def test_more_than_five_do_not_speak_at_once(staff):
    clerk = staff("clerk")
    clerk.go("/desk/intake")
    clerk.page.fill("[name='requester.name']", "王师傅")
    clerk.page.locator("details:has([name='people.count']) summary").click()
    clerk.page.fill("[name='people.count']", "340")
    clerk.page.fill("[name='people.representatives']", "30")
    clerk.press("window-onward")
    clerk.page.fill("[name=content]", TOLD)
    clerk.page.locator("[aria-labelledby=what] [data-onward]").click()
    clerk.press("window-register")
    clerk.page.wait_for_load_state()
    assert clerk.path == "/desk/intake"
    assert clerk.beside("people.representatives")
    assert clerk.page.input_value("[name=content]") == TOLD
