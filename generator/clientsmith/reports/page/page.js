"use strict";
(() => {
  const form = document.getElementById("filters");
  const said = document.getElementById("shown");
  const none = document.getElementById("none");
  const numbers = new Intl.NumberFormat("en");
  const changes = [...document.querySelectorAll(".change")].map((element) => ({
    element,
    verdict: element.dataset.verdict,
    subject: element.dataset.subject,
    names: element.dataset.search,
  }));
  const holders = [".thing", ".group"].flatMap((kind) =>
    [...document.querySelectorAll(kind)].map((element) => ({
      element,
      changes: [...element.querySelectorAll(".change")],
    })),
  );

  const chosen = (name) => {
    const checked = [...form.querySelectorAll(`[name=${name}]:checked`)];
    const values = new Set(checked.map((each) => each.value));
    return (value) => values.size === 0 || values.has(value);
  };

  const counted = (shown) => {
    const [few, all] = [shown, changes.length].map((count) => numbers.format(count));
    const word = changes.length === 1 ? "change" : "changes";
    return shown === changes.length ? `${all} ${word}` : `${few} of ${all} ${word}`;
  };

  const filter = () => {
    const hasVerdict = chosen("verdict");
    const hasSubject = chosen("subject");
    const words = form.elements.find.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { element, verdict, subject, names } of changes) {
      const fits =
        hasVerdict(verdict) && hasSubject(subject) && words.every((word) => names.includes(word));
      element.hidden = !fits;
      shown += fits;
    }
    for (const { element, changes: inside } of holders) {
      element.hidden = inside.every((change) => change.hidden);
    }
    said.value = counted(shown);
    none.hidden = shown > 0 || changes.length === 0;
  };

  const wide = matchMedia("(min-width: 60rem)");
  const fold = () => {
    document.getElementById("tools").open = wide.matches;
  };

  wide.addEventListener("change", fold);
  fold();
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.parentElement.hidden = changes.length < 2;
  filter();
})();
