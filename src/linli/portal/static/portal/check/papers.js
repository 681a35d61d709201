// What each paper proves: a proof of an entry, an opened value, a receipt. Answers lines to say, or throws a Doubt.
"use strict";

const OPENING = "linli/opening/v1";

const examine = async (text, keys) => {
  const whole = text.replace(/\r\n/g, "\n").replace(/^\s+/, "");
  if (!whole.trim()) throw new Doubt("empty");
  if (whole.startsWith(PROOF)) return provenEntry(ended(whole), keys);
  if (whole.startsWith(RECEIPT)) return promise(ended(whole), keys);
  if (whole.startsWith("{")) return opened(whole, keys);
  throw new Doubt("unknown");
};

// What was pasted may have lost or gained line ends behind the last signature.
const ended = (whole) => `${whole.trimEnd()}\n`;

const provenEntry = async (whole, keys) => {
  const proof = parseProof(whole);
  const checkpoint = parseCheckpoint(proof.note.text);
  await logSigned(proof.note, checkpoint.origin, keys);
  if (!proof.extra) throw new Doubt("noEntry");
  const reached = await climbed(proof.index, checkpoint.size, await leafHash(proof.extra), proof.hashes);
  if (!reached || !equal(reached, checkpoint.root)) throw new Doubt("notThere", { origin: checkpoint.origin });
  const witnesses = await vouching(proof.note, keys);
  return {
    kind: "proof",
    title: "trueUpTo",
    values: { index: proof.index, size: checkpoint.size, origin: checkpoint.origin },
    lines: [["stands"], ...witnessed(witnesses)],
    entry: entryOf(proof.extra),
    bytes: proof.extra,
  };
};

const entryOf = (bytes) => {
  try {
    const entry = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (entry && typeof entry === "object" && !Array.isArray(entry)) return entry;
  } catch {
    // told below
  }
  throw new Doubt("noEntry");
};

const opened = async (whole, keys) => {
  let file;
  try {
    file = JSON.parse(whole);
  } catch {
    throw new Doubt("cut");
  }
  if (file.format !== OPENING || typeof file.value !== "string" || typeof file.proof !== "string") throw new Doubt("unknown");
  const proven = await provenEntry(file.proof, keys);
  const salt = fromHex(file.salt);
  const found = hex(await sha256(salt, bytesOf(JSON.stringify(file.value))));
  const committed = proven.entry.commitments ?? {};
  if (salt.length !== 32 || !Object.hasOwn(committed, file.name) || committed[file.name] !== found) throw new Doubt("otherValue");
  return { ...proven, kind: "opening", title: "committed", values: { ...proven.values, name: file.name }, value: file.value };
};

const promise = async (whole, keys) => {
  const receipt = parseReceipt(whole);
  await receiptSigned(receipt.note, receipt.origin, keys);
  return {
    kind: "receipt",
    title: "promised",
    values: { origin: receipt.origin, count: receipt.entries.length, by: Number(receipt.by) },
    lines: [["askAgain"]],
    entries: receipt.entries,
  };
};

const witnessed = (witnesses) =>
  witnesses.length ? witnesses.map(({ name, at }) => ["vouched", { name, at }]) : [["nobodyVouches"]];

// A receipt beside the proof of its entry: the promise was kept.
const keptBy = async (receipt, proofs) => {
  for (const proof of proofs) {
    const { number, ...rest } = proof.entry;
    const end = `,"stream":${JSON.stringify(rest.stream)}}`;
    const text = new TextDecoder().decode(proof.bytes);
    const tail = `,"number":${number}${end}`;
    if (!text.endsWith(tail)) continue;
    const digest = await sha256(bytesOf(text.slice(0, -tail.length) + end));
    const found = receipt.entries.some((each) => each.stream === rest.stream && equal(each.digest, digest));
    if (found && proof.values.origin === receipt.values.origin) return proof;
  }
  return null;
};
