// Small kindnesses of every page: dialogs open in place, errors get the focus, a lost connection is said. All works without it.

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  }
  const closer = event.target.closest("[data-closes]");
  if (closer?.closest("dialog")?.open) {
    event.preventDefault();
    closer.closest("dialog").close();
  }
  if (event.target.matches("dialog[open]")) event.target.close(); // the ground beside it
  if (event.target.closest("[data-print]")) window.print();
});

const focusFirst = (root) => root.querySelector("[data-focus]")?.focus();
focusFirst(document);
document.addEventListener("htmx:afterSettle", (event) => focusFirst(event.target));

const offline = (yes) => document.getElementById("offline")?.toggleAttribute("hidden", !yes);
document.addEventListener("htmx:sendError", () => offline(true));
document.addEventListener("htmx:afterOnLoad", () => offline(false));
