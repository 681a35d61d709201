"""Logs in the C2SP tlog-tiles format, pure: no Django, no database, no trust; files in, files and proofs out.

To write: `grown(edge, entries)` says which files new entries make, a store keeps them, `sign_checkpoint` vouches.
To read: `open_checkpoint` believes a signature, `Tree(size, read)` makes roots and proofs out of tiles, `check_…`
checks proofs with hashes alone. What is wrong is a `Doubt` with a sentence in two languages. The formats:
c2sp.org/tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-proof; trees after RFC 6962.
"""

from linli.kernel.tlog.bundles import LARGEST_ENTRY, bundle, entries_of
from linli.kernel.tlog.checking import check_consistency, check_inclusion
from linli.kernel.tlog.checkpoints import PATH as CHECKPOINT
from linli.kernel.tlog.checkpoints import Checkpoint, open_checkpoint, parse_checkpoint, sign_checkpoint
from linli.kernel.tlog.cosigning import cosign, cosigned_at
from linli.kernel.tlog.doubt import Doubt, Malformed, Missing, Untrue
from linli.kernel.tlog.growing import Edge, edge_of, grown
from linli.kernel.tlog.hashing import EMPTY_ROOT, leaf_hash, node_hash, root_of, split_hashes
from linli.kernel.tlog.keys import COSIGNS, SIGNS_NOTES, SigningKey, VerifierKey, new_key, signing_key, verifier_key
from linli.kernel.tlog.notes import Note, Signature, check_signed, parse_note, sign
from linli.kernel.tlog.policies import Policy, Witness, parse_policy, signed_by
from linli.kernel.tlog.prooffile import SUFFIX as PROOF_SUFFIX
from linli.kernel.tlog.prooffile import Proof, check_proof, parse_proof
from linli.kernel.tlog.proving import Read, Tree
from linli.kernel.tlog.receipts import Promised, Receipt, open_receipt, parse_receipt, sign_receipt
from linli.kernel.tlog.store import Store, store_at
from linli.kernel.tlog.tiles import ENTRIES, WIDTH, Tile, parse_path, tile_at, tiles_of, width_at

__all__ = [
    "CHECKPOINT",
    "COSIGNS",
    "EMPTY_ROOT",
    "ENTRIES",
    "LARGEST_ENTRY",
    "PROOF_SUFFIX",
    "SIGNS_NOTES",
    "WIDTH",
    "Checkpoint",
    "Doubt",
    "Edge",
    "Malformed",
    "Missing",
    "Note",
    "Policy",
    "Promised",
    "Proof",
    "Read",
    "Receipt",
    "Signature",
    "SigningKey",
    "Store",
    "Tile",
    "Tree",
    "Untrue",
    "VerifierKey",
    "Witness",
    "bundle",
    "check_consistency",
    "check_inclusion",
    "check_proof",
    "check_signed",
    "cosign",
    "cosigned_at",
    "edge_of",
    "entries_of",
    "grown",
    "leaf_hash",
    "new_key",
    "node_hash",
    "open_checkpoint",
    "open_receipt",
    "parse_checkpoint",
    "parse_note",
    "parse_path",
    "parse_policy",
    "parse_proof",
    "parse_receipt",
    "root_of",
    "sign",
    "sign_checkpoint",
    "sign_receipt",
    "signed_by",
    "signing_key",
    "split_hashes",
    "store_at",
    "tile_at",
    "tiles_of",
    "verifier_key",
    "width_at",
]
