// On a wide screen a row opens beside its list instead of on its own page; links and forms work all the same without it.

const wide = matchMedia("(min-width: 1200px)");
const beside = () => document.getElementById("open");

function mark(link) {
  for (const row of document.querySelectorAll("[data-row][aria-current]")) row.removeAttribute("aria-current");
  link?.closest("[data-row]")?.setAttribute("aria-current", "true");
}

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!plain || !wide.matches || !beside()) return;
  const link = event.target.closest("[data-row] a[data-open]");
  if (link) {
    event.preventDefault();
    mark(link);
    htmx.ajax("GET", link.href, { target: "#open", swap: "innerHTML" });
  }
  if (event.target.closest("[data-shut]")) {
    event.preventDefault();
    shut();
  }
});

function shut() {
  const row = document.querySelector("[data-row][aria-current] a[data-open]");
  beside().replaceChildren();
  mark(null);
  row?.focus();
}

// Bulk acts open beside the list too.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-beside]") || !wide.matches || !beside()) return;
  event.preventDefault();
  mark(null);
  htmx.ajax("POST", form.action, { source: form, target: "#open", swap: "innerHTML", values: htmx.values(form) });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && beside()?.hasChildNodes() && !document.querySelector("dialog[open]")) shut();
});

// What opened takes the focus, but the list stays where it is under the reader's eyes. After an act the list comes
// anew: the row that is open beside it is marked again.
document.addEventListener("htmx:afterSettle", (event) => {
  const panel = beside()?.firstElementChild;
  if (panel && (event.target === beside() || beside().contains(event.target))) {
    beside().scrollTop = 0;
    (panel.querySelector("[data-focus]") ?? panel).focus({ preventScroll: true });
  }
  if (panel?.dataset.number && event.target.id === "list") {
    const rows = [...document.querySelectorAll("[data-row] a[data-open]")];
    mark(rows.find((link) => link.href.includes(`/${panel.dataset.number}/`)));
  }
});
