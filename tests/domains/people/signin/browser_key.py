"""A passkey in software: makes and answers WebAuthn ceremonies as a browser with a platform authenticator would."""

from __future__ import annotations

import json
import os
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class BrowserKey:
    """One credential for one site; `counter` goes up by one with each use unless it is told not to."""

    def __init__(self, origin: str, *, counting: bool = True) -> None:
        self.origin = origin
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(16)
        self.counter = 0
        self.counting = counting
        self.verified = True

    def create(self, options: str) -> str:
        """The answer to `navigator.credentials.create`."""
        asked = json.loads(options)["publicKey"]
        client = self._client("webauthn.create", asked["challenge"])
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + public
        data = self._data(asked["rp"]["id"], ATTESTED) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(clientDataJSON=client, attestationObject=attestation)

    def get(self, options: str) -> str:
        """The answer to `navigator.credentials.get`."""
        asked = json.loads(options)["publicKey"]
        client = self._client("webauthn.get", asked["challenge"])
        self.counter += self.counting
        data = self._data(asked["rpId"], 0)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _data(self, site: str, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        return sha256(site.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4)

    def _answer(self, **parts: bytes) -> str:
        response = {name: websafe_encode(value) for name, value in parts.items()}
        identifier = websafe_encode(self.id)
        assert websafe_decode(identifier) == self.id
        return json.dumps({"id": identifier, "rawId": identifier, "type": "public-key", "response": response})
