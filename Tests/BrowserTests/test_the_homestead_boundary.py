"""The first story: a building on a homestead is obstructed, the red-line map settles it. It comes
from the appeal channel of the province and ends with a paper both sides signed."""

from deeds import (accept_reply, add_unit, archive, call, close, find, follow, give_out, rate,
                   register, reply, sign, step)

TOLD = ("我家旧屋拆了重建，报建手续已经批下来。隔壁说墙脚过了界，用石头挡住路口，不让水泥车进来，"
        "已经停了三个月。请拿红线图到现场量清楚。")


def test_from_the_appeal_channel_to_the_archive(visit, staff):
    clerk, dispatcher = staff("clerk"), staff("dispatcher")
    receipt = register(clerk, TOLD, area="晴沙村第01网格", name="吴先生", phone="16000000206", more={
        "source.channel": "yuepingan", "source.externalNo": "YPA-2026-88206",
        "title": "宅基地界址说不清，邻居阻挠建房"})
    assert find(dispatcher, "YPA-2026-88206") == receipt.matter
    give_out(dispatcher, receipt.matter, "justice", "0902-B", route="mediation")
    add_unit(dispatcher, receipt.matter, "landResources", "请调取红线图，到现场放线。")

    justice, land = staff("liaison", "justice"), staff("liaison", "landResources")
    sign(justice, receipt.number)
    sign(land, receipt.number)
    step(justice, receipt.matter, "progress", words="分别谈话，双方同意以图为准。", contact="yes")
    reply(land, receipt.matter, text="放线：基础在红线以内 0.1 米。",
          public="您家的基础没有超出批准的范围。")
    step(justice, receipt.matter, "progress", words="屋檐装水槽，邻居搬走石头。")
    reply(justice, receipt.matter, text="双方签订调解书，当场履行。",
          public="经红线图核对和调解，您与邻居已签订调解书，邻居不再阻挠施工。")

    supervisor = staff("supervisor")
    accept_reply(supervisor, receipt.matter, "放线记录、调解书齐全。")
    close(supervisor, receipt.matter, "mediatedWritten")
    call(staff("visitor"), receipt.number, words="墙已经砌到一层，送来一面锦旗。")

    resident = follow(visit(), receipt)
    resident.reads("follow-answer")
    assert "邻居不再阻挠施工" in resident.text(".answer")
    rate(resident)
    archive(staff("archivist"), receipt.matter)
    resident.go("/follow")
    resident.reads("way-matterArchived")


def test_the_demo_tells_it_too(staff):
    dispatcher = staff("dispatcher", language="en")
    dispatcher.go("/desk/matters?q=%E5%AE%85%E5%9F%BA%E5%9C%B0%E7%95%8C%E5%9D%80")
    dispatcher.page.get_by_role("link", name="宅基地界址说不清，邻居阻挠建房三个月").click()
    dispatcher.page.wait_for_url("**/desk/matters/*-*")
    dispatcher.reads("next-archived")
    assert dispatcher.page.locator(".part").count() >= 3
