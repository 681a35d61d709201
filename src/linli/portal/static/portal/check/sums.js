// Hashes and signatures, by the browser's own WebCrypto; and RFC 6962's way from a leaf to the root.
"use strict";

const bytesOf = (text) => new TextEncoder().encode(text);
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));

const from64 = (text) => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Doubt("garbled");
  let letters;
  try {
    letters = atob(text);
  } catch {
    throw new Doubt("garbled");
  }
  if (btoa(letters) !== text) throw new Doubt("garbled");
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
};

const fromHex = (text) => {
  if (typeof text !== "string" || !/^([0-9a-f]{2})*$/.test(text)) throw new Doubt("garbled");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
};

// What is wrong, named by the key of its sentence; `values` fill the sentence's blanks.
class Doubt extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

// The root that a leaf and its proof lead to; nothing where the proof has not the length it must have. In BigInt, since
// a log may be longer than 2^53.
const climbed = async (index, size, leaf, proof) => {
  if (index < 0n || index >= size) return null;
  let at = index;
  let last = size - 1n;
  let reached = leaf;
  for (const step of proof) {
    if (last === 0n) return null;
    if (at & 1n || at === last) {
      reached = await nodeHash(step, reached);
      while (!(at & 1n) && at) [at, last] = [at >> 1n, last >> 1n];
    } else {
      reached = await nodeHash(reached, step);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  return last === 0n ? reached : null;
};

// Whether this browser can check Ed25519 at all: older ones cannot, and none does on a page without https.
const canCheck = async () => {
  if (!globalThis.crypto?.subtle) return false;
  try {
    const base = Uint8Array.from({ length: 32 }, (_, at) => (at ? 0x66 : 0x58));
    await crypto.subtle.importKey("raw", base, { name: "Ed25519" }, false, ["verify"]);
    return true;
  } catch {
    return false;
  }
};

const signed = async (key, message, signature) => {
  try {
    const imported = await crypto.subtle.importKey("raw", key.bytes, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message);
  } catch {
    return false;
  }
};
