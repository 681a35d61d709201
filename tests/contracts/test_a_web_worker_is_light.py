"""What a web worker loads before anybody asks for it: heavy libraries come with the first use, or only in jobs."""

import subprocess
import sys

HEAVY = ("PIL", "fido2", "httpx", "multiprocessing", "numpy", "openpyxl", "segno", "typst")
LOADED = """
import sys
from django.urls import get_resolver
from linli.config.wsgi import application
get_resolver().check()
print(*sys.modules)
"""


def test_the_heavy_libraries_wait_until_they_are_needed(settings):
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "linli.office.urls" in loaded
    assert loaded.isdisjoint(HEAVY)
