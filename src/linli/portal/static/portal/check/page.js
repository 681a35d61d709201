// The page itself: takes files and pasted text, and says what they prove. Nothing leaves this device.
"use strict";

const words = JSON.parse(document.getElementById("check-words").textContent);
const zone = document.getElementById("check");
const answers = document.getElementById("check-answers");
const LARGEST = 4_000_000;

const spoken = (key, values = {}) =>
  (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return name === "at" || name === "by" ? new Date(value * 1000).toLocaleString(document.documentElement.lang) : String(value);
  });

const element = (name, text, className = "") => {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
};

const show = (tone, title, parts) => {
  const box = element("section", "", `stack tight check-answer ${tone}`);
  box.append(element("h2", `${tone === "good" ? "✓" : tone === "wait" ? "…" : "✗"} ${title}`), ...parts);
  answers.append(box);
  box.tabIndex = -1;
  return box;
};

const showGood = async (found, name, proofs) => {
  const values = found.values;
  const parts = found.lines.map(([key, more]) => element("p", spoken(key, { ...values, ...more })));
  if (found.value !== undefined) parts.unshift(element("blockquote", found.value, "said"));
  if (found.entry) {
    const details = element("details", "");
    details.append(element("summary", spoken("entry")), element("pre", JSON.stringify(found.entry, null, 1), "check-entry"));
    parts.push(details);
  }
  if (name) parts.push(element("p", name, "muted small"));
  if (found.kind !== "receipt") return show("good", spoken(found.title, values), parts);
  const proof = await keptBy(found, proofs);
  if (proof) return show("good", spoken("kept", proof.values), parts.slice(1));
  return show("wait", spoken(found.title, values), parts);
};

const check = async (papers) => {
  answers.replaceChildren();
  if (!(await canCheck())) {
    show("late", spoken("cannotCheck"), [element("p", spoken(isSecureContext ? "newerBrowser" : "needsHttps"))]).focus();
    return;
  }
  const found = [];
  for (const { text, name } of papers) {
    try {
      const keys = await parseKeys(document.getElementById("check-keys").value);
      found.push({ name, paper: await examine(text, keys) });
    } catch (error) {
      const doubt = error instanceof Doubt ? error : new Doubt("garbled");
      const parts = [element("p", spoken("believeNot"))];
      if (name) parts.push(element("p", name, "muted small"));
      show("late", spoken(doubt.key, doubt.values), parts);
    }
  }
  const proofs = found.map(({ paper }) => paper).filter((paper) => paper.kind === "proof");
  for (const { name, paper } of found) await showGood(paper, name, proofs);
  answers.firstElementChild?.focus();
};

const read = async (files) =>
  check(
    await Promise.all(
      Array.from(files, async (file) => ({ name: file.name, text: file.size > LARGEST ? "?" : await file.text() })),
    ),
  );

zone.addEventListener("dragover", (event) => {
  event.preventDefault();
  zone.classList.add("over");
});
zone.addEventListener("dragleave", () => zone.classList.remove("over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("over");
  read(event.dataTransfer.files);
});
document.getElementById("check-files").addEventListener("change", (event) => read(event.target.files));
document.getElementById("check-paste").addEventListener("submit", (event) => {
  event.preventDefault();
  check([{ text: document.getElementById("check-text").value }]);
});
