// Keeps what is typed in <form data-draft="key"> on this device until it has arrived, or for seven days.
// Never kept: passwords, codes, files, hidden fields, anything marked data-no-draft.

const PREFIX = "linli:draft:";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const SKIP = "[type=password], [type=file], [type=hidden], [autocomplete=one-time-code], [data-no-draft], [data-no-draft] *";

const read = (key) => {
  try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
};
const write = (key, draft) => {
  try { localStorage.setItem(key, JSON.stringify(draft)); } catch { /* full or forbidden: the form works all the same */ }
};
const watched = new WeakSet();
const kept = (form) => [...form.elements].filter((field) => field.name && !field.matches(SKIP) && !field.matches("button, fieldset"));

function values(form) {
  const found = {};
  for (const field of kept(form)) {
    if (!/radio|checkbox/.test(field.type)) found[field.name] = field.value;
    else if (field.checked) (found[field.name] ??= []).push(field.value);
  }
  return found;
}

function restore(form, saved) {
  let changed = false;
  for (const field of kept(form)) {
    const value = saved[field.name];
    if (value === undefined) continue;
    if (/radio|checkbox/.test(field.type)) {
      if (value.includes(field.value) && !field.checked) changed = field.checked = true;
    } else if (!field.value && value) {
      field.value = value;
      changed = true;
    }
  }
  return changed;
}

function watch(form) {
  const key = PREFIX + form.dataset.draft;
  if (watched.has(form)) return;
  watched.add(form);
  const note = form.querySelector("[data-draft-note]");
  const show = (yes) => note?.toggleAttribute("hidden", !yes);
  const draft = read(key);
  if (draft) show(restore(form, draft.values));
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { write(key, { at: Date.now(), values: values(form) }); show(true); }, 300);
  });
  form.addEventListener("submit", () => { clearTimeout(waiting); write(key, { at: Date.now(), sent: true, values: values(form) }); });
  form.querySelector("[data-draft-clear]")?.addEventListener("click", () => { localStorage.removeItem(key); form.reset(); show(false); });
}

// A sent draft has arrived when a page came back that no longer asks for it.
function sweep() {
  const shown = new Set([...document.querySelectorAll("form[data-draft]")].map((form) => PREFIX + form.dataset.draft));
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = read(key);
    if (!draft || Date.now() - draft.at > WEEK || (draft.sent && !shown.has(key))) localStorage.removeItem(key);
  }
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-clears-drafts]")) return; // signing out on a shared computer
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) localStorage.removeItem(key);
});
try { sweep(); } catch { /* storage forbidden */ }
document.querySelectorAll("form[data-draft]").forEach(watch);

// Forms that come later are watched too; one that was sent and did not come back has arrived.
document.addEventListener("htmx:afterSettle", (event) => {
  try { sweep(); } catch { /* storage forbidden */ }
  event.target.querySelectorAll("form[data-draft]").forEach(watch);
});
