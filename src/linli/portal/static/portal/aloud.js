// Reads a text aloud with the voice of the device; the button stays hidden where there is none.
for (const button of document.querySelectorAll("[data-aloud]")) {
  if (!("speechSynthesis" in window)) break;
  button.hidden = false;
  button.addEventListener("click", () => {
    const speaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    button.setAttribute("aria-pressed", String(!speaking));
    if (speaking) return;
    for (const part of document.querySelectorAll(button.dataset.aloud)) {
      const said = new SpeechSynthesisUtterance(part.innerText);
      said.lang = part.lang || "zh-CN";
      said.onend = () => speechSynthesis.pending || button.setAttribute("aria-pressed", "false");
      speechSynthesis.speak(said);
    }
  });
}
addEventListener("pagehide", () => "speechSynthesis" in window && speechSynthesis.cancel());
