"""The signature gives the values printed in the service's own documentation."""

from linli.domains.delivery.sms.tc3 import authorization

BODY = rb'{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}'
HOST = "cvm.tencentcloudapi.com"
JSON = "application/json; charset=utf-8"
WHEN = 1551113065


def test_the_documented_example_with_two_signed_headers():
    assert authorization(
        key="AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
        secret="Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
        service="cvm",
        headers={"content-type": JSON, "host": HOST},
        body=BODY,
        at=WHEN,
    ) == (
        "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, "
        "SignedHeaders=content-type;host, "
        "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"
    )


def test_the_documented_example_that_signs_the_action_too():
    signed = authorization(
        key="AKID********************************",
        secret="********************************",
        service="cvm",
        headers={"content-type": JSON, "host": HOST, "x-tc-action": "DescribeInstances"},
        body=BODY,
        at=WHEN,
    )
    assert signed.endswith(
        "SignedHeaders=content-type;host;x-tc-action, "
        "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f"
    )
