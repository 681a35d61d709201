"""Personal values, sealed; opened only for a purpose, by a named actor, and always logged.

Words: an *owner* is a person known only by an opaque identifier; a *field* is what a value is ("phone"); a *reference*
stands for a sealed value everywhere outside. Promises: one data key per owner, never kept in memory; no opening
without purpose, basis and a line in the log its owner reads; erasure destroys the key in every process at once.
"""

from linli.kernel.vault.access import Access, Opener, accesses, forget_accesses
from linli.kernel.vault.backup import (
    KEY_TABLES,
    Imported,
    WrappedKey,
    export_keyring,
    export_keys,
    import_keys,
)
from linli.kernel.vault.blind import equal_to, find, find_many
from linli.kernel.vault.erasing import erase, erasures, honour_erasures, keep_list
from linli.kernel.vault.files import open_bytes, seal_bytes, sweep_files
from linli.kernel.vault.masking import Finding, Masked, mask_text
from linli.kernel.vault.opening import open_octets, open_values
from linli.kernel.vault.plain import Plain
from linli.kernel.vault.purposes import Basis, Purpose
from linli.kernel.vault.rotation import retire_masters, rewrap, rotate_master, waiting_for_rewrap
from linli.kernel.vault.sealing import seal, seal_many

__all__ = [
    "KEY_TABLES",
    "Access",
    "Basis",
    "Finding",
    "Imported",
    "Masked",
    "Opener",
    "Plain",
    "Purpose",
    "WrappedKey",
    "accesses",
    "equal_to",
    "erase",
    "erasures",
    "export_keyring",
    "export_keys",
    "find",
    "find_many",
    "forget_accesses",
    "honour_erasures",
    "import_keys",
    "keep_list",
    "mask_text",
    "open_bytes",
    "open_octets",
    "open_values",
    "retire_masters",
    "rewrap",
    "rotate_master",
    "seal",
    "seal_bytes",
    "seal_many",
    "sweep_files",
    "waiting_for_rewrap",
]
