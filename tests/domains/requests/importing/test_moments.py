"""Times are read as people and systems write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from linli.domains.requests.importing.moments import moment

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020/1/4 11:17:46", datetime(2020, 1, 4, 11, 17, 46)),
        ("2019-04-08 08:37:20", datetime(2019, 4, 8, 8, 37, 20)),
        ("2019年4月8日", datetime(2019, 4, 8)),
        ("2019年4月8日 8时37分", datetime(2019, 4, 8, 8, 37)),
        ("2019.4.8", datetime(2019, 4, 8)),
        ("06/26/2018 10:58:54 AM", datetime(2018, 6, 26, 10, 58, 54)),
        ("06/26/2018 12:00:00 AM", datetime(2018, 6, 26)),
        ("20190408083720", datetime(2019, 4, 8, 8, 37, 20)),
        ("43563.5", datetime(2019, 4, 8, 12)),
    ],
)
def test_a_time_is_read_in_the_deployments_zone(written, read):
    assert moment(written) == read.replace(tzinfo=SHANGHAI)


def test_a_time_that_names_its_zone_is_read_in_it():
    assert moment("2019-04-08T08:37:20Z") == datetime(2019, 4, 8, 16, 37, 20, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "written", ["", "昨天", "2019-13-01", "13800000001", "2019-02-30", "1", "2019-04-08 25:00", "0000-00-00"]
)
def test_what_is_no_time_is_none(written):
    assert moment(written) is None
