/* Completes the last word in the search field. The page works without it. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-suggestions]");
  const field = form?.querySelector("input[list]");
  const list = field?.list;
  if (!list) return;

  const known = new Map();
  let waiting = 0;

  const show = (words) => {
    list.replaceChildren(...words.map((word) => new Option(word, word)));
  };

  const ask = async (question) => {
    if (!known.has(question)) {
      const address = new URL(form.dataset.suggestions, location.href);
      address.searchParams.set("q", question);
      const answer = await fetch(address, { credentials: "omit" });
      if (!answer.ok) return;
      known.set(question, (await answer.json())[1]);
    }
    if (field.value === question) show(known.get(question));
  };

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const question = field.value;
    if (question.trim().length < 2) return show([]);
    waiting = setTimeout(() => ask(question).catch(() => {}), 150);
  });
})();
