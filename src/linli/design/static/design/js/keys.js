// The worklist under the keyboard: / search, j k move, x tick, ? help. Enter opens, since moving is real focus.

const typing = (element) => element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
const rows = () => [...document.querySelectorAll("[data-row]")];
const current = () => document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row][aria-current]");

function move(step) {
  const all = rows();
  const at = all.indexOf(current());
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  next?.querySelector("[data-open]")?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const acts = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => current()?.querySelector("input[type=checkbox]")?.click(),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.matches("[data-search]")) event.target.blur();
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const act = acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// The bar of bulk acts shows how many are ticked, and only when some are. Without scripts it always shows.
function count() {
  for (const bar of document.querySelectorAll("[data-bulk]")) {
    const ticked = document.querySelectorAll("[data-row] input[type=checkbox]:checked").length;
    bar.hidden = ticked === 0;
    for (const number of bar.querySelectorAll("[data-ticked]")) number.textContent = ticked;
  }
}
document.addEventListener("change", count);
document.addEventListener("htmx:afterSettle", count);
count();
