// The papers' formats: signed notes, checkpoints, cosignatures, proof files (C2SP), receipts; and keys to believe them by.
"use strict";

const NUMBER = /^(0|[1-9][0-9]{0,18})$/;
const RECEIPT = "linli/receipt/v1";
const PROOF = "c2sp.org/tlog-proof@v1";
const SIGNS_NOTES = 1;
const COSIGNS = 4;

const numberOf = (text) => {
  if (!NUMBER.test(text)) throw new Doubt("garbled");
  return BigInt(text);
};

const hashOf = (text) => {
  const bytes = from64(text);
  if (bytes.length !== 32) throw new Doubt("garbled");
  return bytes;
};

const parseNote = (whole) => {
  const cut = whole.lastIndexOf("\n\n");
  if (cut < 0 || !whole.endsWith("\n")) throw new Doubt("cut");
  const lines = whole.slice(cut + 2, -1).split("\n");
  const signatures = lines.map((line) => {
    const found = /^\u2014 (\S+) (\S+)$/.exec(line);
    if (!found) throw new Doubt("garbled");
    const data = from64(found[2]);
    if (data.length < 5) throw new Doubt("garbled");
    return { name: found[1], id: hex(data.slice(0, 4)), data: data.slice(4) };
  });
  return { text: whole.slice(0, cut + 1), signatures };
};

const parseCheckpoint = (text) => {
  const [origin, size, root, ...rest] = text.split("\n");
  if (!origin || rest.length < 1 || rest.at(-1) !== "") throw new Doubt("garbled");
  return { origin, size: numberOf(size), root: hashOf(root) };
};

const parseProof = (whole) => {
  const cut = whole.indexOf("\n\n");
  if (cut < 0 || cut + 2 >= whole.length) throw new Doubt("cut");
  const [first, ...lines] = whole.slice(0, cut).split("\n");
  if (first !== PROOF) throw new Doubt("unknown");
  const extra = lines[0]?.startsWith("extra ") ? from64(lines.shift().slice(6)) : null;
  if (!lines[0]?.startsWith("index ") || lines.length > 64) throw new Doubt("garbled");
  return { extra, index: numberOf(lines[0].slice(6)), hashes: lines.slice(1).map(hashOf), note: parseNote(whole.slice(cut + 2)) };
};

const parseReceipt = (whole) => {
  const note = parseNote(whole);
  const [context, origin, by, ...lines] = note.text.slice(0, -1).split("\n");
  if (context !== RECEIPT || !by?.startsWith("by ") || !lines.length) throw new Doubt("garbled");
  const entries = lines.map((line) => {
    const at = line.indexOf(" ");
    return { digest: hashOf(line.slice(0, at)), stream: line.slice(at + 1) };
  });
  return { note, origin, by: numberOf(by.slice(3)), entries };
};

// The keys in a policy file, or standing alone one a line: { name, id, kind, bytes }.
const parseKeys = async (text) => {
  const keys = [];
  for (const line of text.split("\n")) {
    for (const word of line.replace(/^\s*#.*/, "").split(/\s+/)) {
      const found = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(word);
      if (!found) continue;
      const data = from64(found[3]);
      const key = { name: found[1], id: found[2], kind: data[0], bytes: data.slice(1) };
      if (key.bytes.length !== 32 || (await keyId(key, Uint8Array.of(key.kind))) !== key.id) throw new Doubt("badKey", { key: word });
      keys.push(key);
    }
  }
  return keys;
};

const keyId = async (key, kind) => hex((await sha256(bytesOf(`${key.name}\n`), kind, key.bytes)).slice(0, 4));

// Which of the keys signed the note as the log of this name; a Doubt where none did or a line is false.
const logSigned = async (note, origin, keys) => {
  const own = keys.filter((key) => key.kind === SIGNS_NOTES && key.name === origin);
  if (!own.length) throw new Doubt("unknownLog", { origin });
  const lines = note.signatures.flatMap((line) => own.filter((key) => key.id === line.id && key.name === line.name).map((key) => [key, line]));
  if (!lines.length) throw new Doubt("notSigned", { origin });
  for (const [key, line] of lines) {
    if (!(await signed(key, bytesOf(note.text), line.data))) throw new Doubt("falseSignature", { origin });
  }
};

const receiptSigned = async (note, origin, keys) => {
  for (const key of keys.filter((each) => each.kind === SIGNS_NOTES && each.name === origin)) {
    const id = await keyId(key, joined(Uint8Array.of(255), bytesOf(RECEIPT)));
    for (const line of note.signatures) {
      if (line.name === key.name && line.id === id && (await signed(key, bytesOf(note.text), line.data))) return;
    }
  }
  throw new Doubt(keys.some((key) => key.name === origin) ? "falseSignature" : "unknownLog", { origin });
};

// Every witness whose cosignature is true, with its time; a false one is a Doubt.
const vouching = async (note, keys) => {
  const found = [];
  for (const key of keys.filter((each) => each.kind === COSIGNS)) {
    for (const line of note.signatures.filter((each) => each.name === key.name && each.id === key.id)) {
      if (line.data.length !== 72) throw new Doubt("falseSignature", { origin: key.name });
      const at = new DataView(line.data.buffer, line.data.byteOffset).getBigUint64(0);
      const message = bytesOf(`cosignature/v1\ntime ${at}\n${note.text}`);
      if (!(await signed(key, message, line.data.slice(8)))) throw new Doubt("falseSignature", { origin: key.name });
      found.push({ name: key.name, at: Number(at) });
    }
  }
  return found;
};
