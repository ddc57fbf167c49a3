/* Says how a date is read while it is typed. The server reads it; without this script the same
   line stands there after every submit.

   <input data-date-echo="id of the output" data-date-read-url="address of dates.views.read"> */
(() => {
  "use strict";

  const PAUSE = 350; // milliseconds without a key before asking
  const waiting = new WeakMap();

  async function read(input) {
    const output = document.getElementById(input.dataset.dateEcho);
    const text = input.value;
    if (!output) return;
    if (!text.trim()) {
      output.textContent = "";
      return;
    }
    const url = new URL(input.dataset.dateReadUrl, document.baseURI);
    url.searchParams.set("text", text);
    try {
      const response = await fetch(url, { headers: { Accept: "application/json" } });
      if (!response.ok) return;
      const answer = await response.json();
      if (input.value !== text) return; // typed on meanwhile
      output.textContent = answer.ok ? answer.reading : answer.message;
      output.classList.toggle("date-reading--refused", !answer.ok);
    } catch {
      output.textContent = ""; // offline or signed out: the form itself will answer
    }
  }

  // Listening on the document covers the rows that the admin adds to inlines later.
  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.dateReadUrl) return;
    clearTimeout(waiting.get(input));
    waiting.set(input, setTimeout(() => read(input), PAUSE));
  });
})();
