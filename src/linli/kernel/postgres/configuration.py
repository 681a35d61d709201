"""The server's settings: what is declared here is all there is, written anew at every start."""

from __future__ import annotations

import os
from pathlib import Path

from linli.kernel.postgres.folders import Folders
from linli.kernel.postgres.owner import Owner

ACCESS = "local all all scram-sha-256\n"
"""Nobody gets in without the password, not even another program of the server's own user."""

ACCESS_BY_TCP = "host all all 127.0.0.1/32 scram-sha-256\n"

SETTINGS = {
    "max_connections": "200",
    "jit": "off",  # costs more than it saves on short queries
    "password_encryption": "scram-sha-256",
    "unix_socket_permissions": "0700",
    "wal_compression": "off",  # these programs know only pglz, which is slow; disk is cheaper here
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "on",
    "log_filename": "postgresql-%a.log",
    "log_truncate_on_rotation": "on",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    # No personal value in logs: neither statements nor the values errors quote.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
}

HASTE = {"fsync": "off", "full_page_writes": "off", "autovacuum_naptime": "10min"}
"""For tests only: a power cut may lose everything; a killed process still loses nothing."""


def write_configuration(folders: Folders, owner: Owner, *, durable: bool, port: int | None) -> None:
    """Write both settings files into the server's root, readable by the server and not its to change."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    settings = {
        **SETTINGS,
        "shared_buffers": f"{min(1024, max(128, megabytes // 8))}MB",
        "effective_cache_size": f"{max(512, megabytes // 2)}MB",
        "listen_addresses": "127.0.0.1" if port else "",
        "unix_socket_directories": f'"{folders.socket}"',
        "data_directory": str(folders.data),
        "hba_file": str(folders.root / "pg_hba.conf"),
        "log_directory": str(folders.log),
        **({"port": str(port)} if port else {}),
        **({} if durable else HASTE),
    }
    lines = [f"{name} = {_quoted(value)}\n" for name, value in settings.items()]
    _write(folders.root / "postgresql.conf", "".join(lines), owner)
    _write(folders.root / "pg_hba.conf", ACCESS + (ACCESS_BY_TCP if port else ""), owner)


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _write(path: Path, text: str, owner: Owner) -> None:
    path.write_text(text)
    path.chmod(0o640)
    if owner.foreign:
        os.chown(path, 0, owner.gid)
