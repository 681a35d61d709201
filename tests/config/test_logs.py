"""A fault's kind and place are logged, the values in its words are not."""

import io
import logging

from linli.config.logs import Discreet


def test_a_logged_fault_names_kinds_and_places_and_quotes_nobody():
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Discreet("%(levelname)s %(message)s"))
    logger = logging.Logger("quiet")
    logger.addHandler(handler)
    try:
        try:
            int("张三")
        except ValueError as error:
            raise KeyError("13800000000") from error
    except KeyError:
        logger.exception("Could not")
    told = written.getvalue()
    assert "builtins.KeyError" in told
    assert "builtins.ValueError" in told
    assert "test_logs.py" in told
    assert "张三" not in told
    assert "13800000000" not in told
