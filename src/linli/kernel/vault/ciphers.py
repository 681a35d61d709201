"""The ciphers a value may be sealed with; each sealed value says which, so the choice can change at any time."""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher as Primitive
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from linli.kernel.vault.refusals import CipherNotHere, Damaged

NONCE = 12
TAG = 16


@dataclass(frozen=True)
class Cipher:
    """An authenticated cipher: `lock(key, nonce, plain, bound)` gives ciphertext ‖ 16-byte tag, `unlock` undoes it."""

    code: int
    name: str
    key_length: int
    lock: Callable[[bytes, bytes, bytes, bytes], bytes]
    unlock: Callable[[bytes, bytes, bytes, bytes], bytes]

    def key_for(self, use: bytes, data_key: bytes) -> bytes:
        """The key for one use of a data key, so that no two ciphers or uses ever share one."""
        derived = hmac.digest(data_key, b"linli/%s/%s" % (use, self.name.encode()), "sha256")
        return derived[: self.key_length]

    def seal(self, key: bytes, plain: bytes, bound: bytes) -> bytes:
        """Nonce ‖ ciphertext ‖ tag. Random 96-bit nonces: one person's key stays far below 2^32 values."""
        nonce = os.urandom(NONCE)
        return nonce + self.lock(key, nonce, plain, bound)

    def open(self, key: bytes, sealed: bytes, bound: bytes) -> bytes:
        """What `seal` sealed; Damaged when key, bytes or binding differ."""
        return self.open_with(key, sealed[:NONCE], sealed[NONCE:], bound)

    def open_with(self, key: bytes, nonce: bytes, locked: bytes, bound: bytes) -> bytes:
        """As `open`, the nonce given apart."""
        try:
            return self.unlock(key, nonce, locked, bound)
        except (InvalidTag, ValueError):
            raise Damaged from None


def _aes_lock(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    return AESGCM(key).encrypt(nonce, plain, bound)


def _aes_unlock(key: bytes, nonce: bytes, locked: bytes, bound: bytes) -> bytes:
    return AESGCM(key).decrypt(nonce, locked, bound)


def _sm4_lock(key: bytes, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
    try:
        locking = Primitive(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    except UnsupportedAlgorithm:
        raise CipherNotHere(SM4_GCM.name) from None
    locking.authenticate_additional_data(bound)
    return locking.update(plain) + locking.finalize() + locking.tag


def _sm4_unlock(key: bytes, nonce: bytes, locked: bytes, bound: bytes) -> bytes:
    try:
        unlocking = Primitive(algorithms.SM4(key), modes.GCM(nonce, locked[-TAG:])).decryptor()
    except UnsupportedAlgorithm:
        raise CipherNotHere(SM4_GCM.name) from None
    unlocking.authenticate_additional_data(bound)
    return unlocking.update(locked[:-TAG]) + unlocking.finalize()


AES_256_GCM = Cipher(1, "aes-256-gcm", 32, _aes_lock, _aes_unlock)
SM4_GCM = Cipher(2, "sm4-gcm", 16, _sm4_lock, _sm4_unlock)
"""GB/T 32907-2016 (SM4) in GCM; 128-bit keys."""

CIPHERS = {cipher.code: cipher for cipher in (AES_256_GCM, SM4_GCM)}
_BY_NAME = {cipher.name: cipher for cipher in CIPHERS.values()}


def cipher(code: int) -> Cipher:
    """The cipher a sealed value names."""
    try:
        return CIPHERS[code]
    except KeyError:
        raise CipherNotHere(str(code)) from None


def chosen() -> Cipher:
    """The cipher new values are sealed with: the setting VAULT_CIPHER."""
    name = settings.VAULT_CIPHER
    try:
        return _BY_NAME[name]
    except KeyError:
        raise CipherNotHere(name) from None
