"""The list of commands is quick, complete and in the operator's language."""

import time
from importlib import import_module

import pytest

from linli.cli.door import COMMANDS, ELSEWHERE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_list_exists(name):
    assert callable(import_module(f"linli.cli.{ELSEWHERE.get(name, name)}").command)


def test_the_list_loads_nothing_and_makes_nothing(linli, operator, tmp_path):
    began = time.process_time()
    listed = linli("--help", LINLI_HOME=str(tmp_path / "none"))
    assert listed.returncode == 0
    assert all(name in listed.stdout for name in COMMANDS)
    assert not (tmp_path / "none").exists()
    assert time.process_time() - began < 1


def test_it_speaks_chinese_english_or_both(linli):
    assert "检查" in linli("--help", LINLI_LANGUAGE="zh_CN.UTF-8").stdout
    assert "检查" not in linli("--help", LINLI_LANGUAGE="en_US.UTF-8").stdout
    both = linli("--help", LINLI_LANGUAGE="C").stdout
    assert "检查" in both
    assert "unfit" in both


def test_an_unreachable_server_is_a_sentence_and_not_a_traceback(linli):
    told = linli("serve", "--port", "8765", LINLI_DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert told.returncode == 1
    assert "LINLI_DATABASE_URL" in told.stderr
    assert "Traceback" not in told.stderr
