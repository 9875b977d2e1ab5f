// The reference of the ontology: opens what an address points at, and finds areas by any of their names.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']/g, " ");

function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
    delete part.dataset.hidden;
  }
  target.scrollIntoView();
}

function filter(form) {
  const field = form.querySelector("input");
  const found = form.querySelector("output");
  const parts = [...document.querySelectorAll("details.area")].map((part) => ({part, words: fold(part.dataset.words)}));
  const elsewhere = [...document.querySelectorAll(".elsewhere")];
  field.addEventListener("input", () => {
    const wanted = fold(field.value).split(/\s+/).filter(Boolean);
    const hits = new Set(parts.filter(({words}) => wanted.every((word) => words.includes(word))).map(({part}) => part));
    for (const {part} of parts) {
      const inside = [...part.querySelectorAll("details.area")].some((each) => hits.has(each));
      part.toggleAttribute("data-hidden", wanted.length > 0 && !hits.has(part) && !inside);
      part.open = wanted.length > 0 && inside;
    }
    for (const each of elsewhere) each.toggleAttribute("data-hidden", wanted.length > 0);
    found.textContent = wanted.length ? found.dataset.text.replace("{n}", hits.size) : "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
}

document.querySelectorAll("form.filter").forEach(filter);
window.addEventListener("hashchange", reveal);
reveal();
