// Questions: the list of all, the form of one, its answer, and whole sentences.

import {address, get, pageOf} from "./api.js";
import {table, tools} from "./answer.js";
import {fill, h} from "./dom.js";
import {dates, t, word} from "./i18n.js";
import {combobox} from "./search.js";
import {names} from "./names.js";

const loaded = new Map();

/** The catalogue in the current language, fetched once for each. */
export function catalogue() {
  const lang = document.documentElement.lang;
  if (!loaded.has(lang)) {
    const waiting = get("/v1/questions", {lang}).then((body) => body.questions);
    waiting.catch(() => loaded.delete(lang));
    loaded.set(lang, waiting);
  }
  return loaded.get(lang);
}

/** The address on this page of a question with its parameters; IRIs are cut to what tells them apart. */
export function hashOf(id, parameters = {}) {
  const short = ([name, value]) => [name, pageOf(String(value)) ? String(value).split(/[/#]/).slice(-2).join("/") : value];
  return address(`#/question/${id}`, Object.fromEntries(Object.entries(parameters).map(short)));
}

const ORDER = ["actor", "agreement", "area", "path", "network", "time", "money", "evidence", "quality"];

/** A question in words: what it must be given with its example, the rest named by what it asks for. */
function wording(question, parameters = {}) {
  const told = (_, part, otherwise = "") => [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => parameters[name]) ? part : otherwise;
  const parts = question.template.replace(/\[([^[\]|]*)(?:\|([^[\]]*))?\]/g, told).split(/\{(\w+)\}/);
  return parts.map((part, place) => {
    if (place % 2 === 0) return dates(part);
    const parameter = question.parameters.find((each) => each.name === part);
    if (!parameter) return part;
    const asked = parameters[part];
    if (asked && !asked.includes("/") && !parameter.choices) return dates(asked);
    const given = parameter.default === "today" ? t("form.today")
      : parameter.default ? parameter.defaultName : parameter.required && parameter.exampleName;
    return given || h("span.slot", {}, parameter.label);
  });
}

/** All questions as links, by group. */
export async function list() {
  const groups = new Map(ORDER.map((group) => [group, []]));
  for (const question of await catalogue()) groups.set(question.group, [...(groups.get(question.group) ?? []), question]);
  return h("div.groups", {}, [...groups].filter(([, questions]) => questions.length).map(([group, questions]) => h("section", {},
    h("h2", {}, word(`group.${group}`, group)),
    h("ul", {}, questions.map((question) => h("li", {}, h("a", {href: hashOf(question.id, examples(question))}, wording(question))))))));
}

function examples(question) {
  return Object.fromEntries(question.parameters.filter((each) => each.required && each.example).map((each) => [each.name, each.exampleName]));
}

const NAMED = {
  actor: ["actor"], person: ["person"], area: ["area"], agreement: ["agreement"], document: ["document"],
  thing: ["actor", "person", "agreement", "area", "document"],
};

function field(parameter, value) {
  const id = `parameter-${parameter.name}`;
  const label = h("label", {for: id}, parameter.label, !parameter.required && h("span", {}, ` (${t("form.optional")})`));
  if (parameter.values?.length) {
    return h("div.field", {}, label, h("select", {id, name: parameter.name},
      !parameter.required && h("option", {value: ""}, t("form.any")),
      parameter.values.map((each) => h("option", {value: each, selected: each === (value ?? parameter.default)}, each))));
  }
  if (parameter.choices?.length) {
    const chosen = value ?? (parameter.required ? parameter.example : parameter.default);
    return h("div.field", {}, label, h("select", {id, name: parameter.name},
      !parameter.required && !parameter.default && h("option", {value: ""}, t("form.any")),
      parameter.choices.map((each) => h("option", {value: each.value, selected: each.value === chosen}, each.name))));
  }
  const named = NAMED[parameter.type];
  const input = h("input", {id, name: parameter.name, value: value ?? parameter.default ?? "", required: parameter.required,
    placeholder: parameter.example ? t("form.example", {example: parameter.exampleName}) : null,
    inputmode: parameter.type === "integer" ? "numeric" : null, maxlength: 300, spellcheck: "false"});
  if (!named) return h("div.field", {}, label, input);
  const choices = h("ul.choices", {role: "listbox", id: `${id}-choices`, hidden: true});
  for (const [name, text] of Object.entries({role: "combobox", "aria-expanded": "false", "aria-controls": choices.id, "aria-autocomplete": "list"})) {
    input.setAttribute(name, text);
  }
  const suggest = async (text, signal) => {
    const query = new URLSearchParams(named.map((type) => ["type", type]));
    query.append("q", text);
    query.append("lang", document.documentElement.lang);
    const found = await get(`/v1/search?${query}`, {}, signal);
    return found.results.map((each) => ({label: each.name, note: each.kind?.name, value: each.name}));
  };
  combobox(input, choices, suggest, (chosen) => { input.value = chosen.value; });
  return h("div.field", {}, label, input, choices);
}

/** The view of one question: its form, and its answer where all it needs is given. */
export async function view(main, id, parameters) {
  const question = (await catalogue()).find((each) => each.id === id);
  if (!question) return fill(main, h("h1", {}, t("problem.address")), await list());
  const form = h("form.form", {onsubmit: (event) => {
    event.preventDefault();
    const next = hashOf(id, Object.fromEntries(new FormData(form)));
    if (next === location.hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
    else location.hash = next;
  }}, question.parameters.map((each) => field(each, parameters[each.name])), h("button.button", {type: "submit"}, t("form.run")));
  const place = h("div", {"aria-live": "off"});
  const heading = h("h1", {}, wording(question, parameters));
  fill(main, h("p.eyebrow", {}, h("a", {href: "#/questions"}, t("home.questions")), ` · ${word(`group.${question.group}`, question.group)} · ${id}`),
    heading, h("p.lead", {}, question.description), question.parameters.length > 0 && form, place);
  if (question.parameters.some((each) => each.required && !parameters[each.name])) return undefined;
  fill(place, h("p.quiet", {}, t("wait")));
  const path = `/v1/questions/${id}`;
  try {
    const answer = await get(path, {...parameters, lang: document.documentElement.lang});
    heading.textContent = dates(answer.question.wording);
    for (const [name, understood] of Object.entries(answer.parameters)) {
      const input = form.elements.namedItem(name);
      if (input?.tagName === "INPUT" && understood?.name && input.value.includes("/")) input.value = understood.name;
    }
    fill(place, tools(path, parameters), table(answer));
  } catch (error) {
    place.replaceChildren(); // the form stays, so that the mistake can be put right
    throw Object.assign(error, {place});
  }
  return undefined;
}

/** The view of a sentence: the question chosen and its answer, or an honest refusal with the nearest questions. */
export async function sentence(main, text) {
  fill(main, h("p.eyebrow", {}, t("ask.asked")), h("h1", {}, text), h("p.quiet", {}, t("wait")));
  const lang = document.documentElement.lang;
  const [result, found] = await Promise.all([get("/v1/ask", {q: text}), get("/v1/search", {q: text, lang, limit: 6})]);
  const near = result.alternatives.filter((each) => each.confidence > 0);
  const nearest = near.map((each) => h("li", {}, h("a", {href: hashOf(each.id, each.parameters)}, dates(each.wording))));
  const heading = [h("p.eyebrow", {}, t("ask.asked")), h("h1", {}, text)];
  if (result.answer) {
    const chosen = result.question;
    fill(main, heading,
      h("p.lead", {}, `${t("ask.chosen")} `, h("a", {href: hashOf(chosen.id, chosen.parameters)}, dates(result.answer.question.wording)),
        h("span.quiet", {}, ` (${t("ask.confidence", {n: Math.round(result.confidence * 100)})})`)),
      tools(`/v1/questions/${chosen.id}`, chosen.parameters), table(result.answer),
      nearest.length > 0 && [h("h2", {}, t("ask.alternatives")), h("ul.plain", {}, nearest)]);
    return;
  }
  const likely = found.results.filter((each) => each.score >= 70);
  fill(main, heading,
    likely.length > 0 && [h("h2", {}, t("ask.found")), names(likely)],
    h("div.empty", {}, h("p", {}, result.reason ?? t("ask.nothing")),
      nearest.length > 0 && [h("p", {}, t("ask.nearest")), h("ul", {}, nearest)]));
}
