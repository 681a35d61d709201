"""The list of duties in the office: beside the form to return an order and its decision, and its gaps among rules."""

from __future__ import annotations

from linli.domains.requests.lifecycle import request as acts


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(here, life, unit: str, **details) -> object:
    return life("filed", **details).does(acts.Dispatch(unit=here.units[unit]), here.desk)


def test_the_form_to_return_it_holds_the_clause_and_shows_whom_it_names(here, life, sign_in):
    part = sent(here, life, "water").lead
    shown = page(sign_in("other_handler"), f"/office/matters/{part.number}/?act=ask_to_bounce")
    assert "按事项清单，“电梯”由物业负责" in shown
    assert '<option value="not_our_duty" selected>' in shown
    assert "清单写明的单位不包括供水所这一类" in shown
    assert "还没有人与原文核对过" in shown


def test_the_desk_sees_the_entry_when_it_decides(here, life, sign_in):
    walked = life("bounce_asked")
    shown = page(sign_in("desk"), f"/office/matters/{walked.matter.number}/?act=grant_bounce&on={walked.lead.number}")
    assert "《特种设备安全法》第三十八条" in shown
    assert "清单写明的单位包括柳荫物业这一类" in shown


def test_a_gap_is_said_where_the_list_names_nobody(here, life, sign_in):
    part = sent(here, life, "water", category="other.other").lead
    shown = page(sign_in("other_handler"), f"/office/matters/{part.number}/?act=ask_to_bounce")
    assert "事项清单里没有“其他”" in shown


def test_no_other_act_speaks_of_it(life, sign_in):
    number = life("filed").matter.number
    assert "事项清单" not in page(sign_in("desk"), f"/office/matters/{number}/")
