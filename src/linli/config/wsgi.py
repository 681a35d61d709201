"""The WSGI application that granian serves; a web process never outlives the one that started it."""

import ctypes
import os
import signal

from django.core.wsgi import get_wsgi_application

if hasattr(ctypes.CDLL(None), "mallopt"):  # glibc gives each thread a heap of its own, some four megabytes in all
    ctypes.CDLL(None).mallopt(-8, 2)  # M_ARENA_MAX
if os.environ.get("LINLI_SERVED") and hasattr(ctypes.CDLL(None), "prctl"):  # started by `linli serve` on Linux
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.config.settings")
application = get_wsgi_application()
