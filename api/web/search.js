// The box at the top: suggestions while typing, Enter for the chosen one, or the whole sentence as a question.

import {get, pageOf} from "./api.js";
import {announce, fill, h} from "./dom.js";
import {t} from "./i18n.js";

/**
 * Suggestions under an input, by the combobox pattern of the ARIA practices.
 * `suggest(text, signal)` gives a promise of [{label, note, value}]; `pick(suggestion)` is told the choice.
 */
export function combobox(input, list, suggest, pick) {
  let shown = [];
  let active = -1;
  let waiting = null;
  let timer = 0;

  function close() {
    shown = [];
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    active = place;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({block: "nearest"});
    } else input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const chosen = shown[place];
    close();
    pick(chosen);
  }

  async function refresh() {
    waiting?.abort();
    const text = input.value.trim();
    if (text.length < 2) return close();
    waiting = new AbortController();
    try {
      const found = await suggest(text, waiting.signal);
      if (document.activeElement !== input) return undefined;
      shown = found;
    } catch (error) {
      if (error.name === "AbortError") return undefined;
      return close(); // suggestions are a help: the answer itself will say what is wrong
    }
    fill(list, shown.map((each, place) => h("li", {role: "option", id: `${list.id}-${place}`, "aria-selected": "false",
      onmousedown: (event) => { event.preventDefault(); choose(place); }},
    h("span", {}, each.label), each.note && h("small", {}, each.note))));
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    mark(-1);
    if (shown.length) announce(t("find.count", {n: shown.length}));
    return undefined;
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(refresh, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") {
      clearTimeout(timer);
      if (active >= 0) { event.preventDefault(); choose(active); } else { waiting?.abort(); close(); }
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && shown.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + shown.length + 1) % (shown.length + 1) === shown.length ? -1 : (active + step + shown.length) % shown.length);
    }
  });
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Wire the box of the header. `questions()` gives a promise of the catalogue. */
export function install(questions) {
  const form = document.getElementById("finder");
  const input = document.getElementById("find");
  const go = (hash) => { input.value = ""; input.blur(); location.hash = hash; };

  async function suggest(text, signal) {
    const [found, catalogue] = await Promise.all([get("/v1/search", {q: text, limit: 8, lang: document.documentElement.lang}, signal), questions()]);
    const words = plain(text).split(/\s+/);
    const asked = catalogue.filter((each) => words.every((each_word) => plain(each.wording).includes(each_word))).slice(0, 4);
    return [
      ...found.results.map((each) => ({label: each.name, note: each.kind?.name, value: pageOf(each.iri)})).filter((each) => each.value),
      ...asked.map((each) => ({label: each.wording, note: t("find.question"), value: `#/question/${each.id}`})),
    ];
  }

  combobox(input, document.getElementById("suggestions"), suggest, (chosen) => go(chosen.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text) go(`#/ask?q=${encodeURIComponent(text)}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
}
