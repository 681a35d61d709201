"""The embedded PostgreSQL: starts, stops and guards a private server from the wheel's binaries.

    with held(Server(home, password=…)) as server:
        server.connect()

No other user of the machine can reach it: it listens on a socket in a closed folder only, every login needs the
password, no superuser can log in at all, and when we are root it runs as a user and group that nobody else has.
"""

from linli.kernel.postgres.absence import AGAIN_IN, absence
from linli.kernel.postgres.binaries import programs, version
from linli.kernel.postgres.bootstrap import DATABASE, ROLE
from linli.kernel.postgres.folders import folders
from linli.kernel.postgres.holding import held
from linli.kernel.postgres.server import Server
from linli.kernel.postgres.trouble import Trouble

__all__ = ["AGAIN_IN", "DATABASE", "ROLE", "Server", "Trouble", "absence", "folders", "held", "programs", "version"]
