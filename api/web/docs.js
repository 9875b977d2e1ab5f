// The interface, as its own description tells it: every route with its parameters, forms, and an example to try.

import {address} from "./api.js";
import {fill, h} from "./dom.js";
import {begin, t} from "./i18n.js";

const main = document.getElementById("main");
const described = fetch("/openapi.json").then((response) => response.json());

function sample(parameter) {
  if ("example" in parameter) return parameter.example;
  const named = Object.values(parameter.examples ?? {})[0];
  return named ? named.value : parameter.schema?.examples?.[0];
}

function tryIt(path, operation) {
  const fields = (operation.parameters ?? []).map((parameter) => {
    const id = `${operation.operationId}-${parameter.name}`;
    const value = parameter.required ? sample(parameter) : null;
    return h("div.field", {}, h("label", {for: id}, parameter.name, parameter.required ? " *" : ""),
      h("input", {id, name: parameter.name, value, placeholder: sample(parameter) ?? parameter.schema?.default,
        required: parameter.required, title: parameter.description, spellcheck: "false"}));
  });
  const shown = h("pre", {hidden: true, tabindex: 0});
  const form = h("form.form", {onsubmit: async (event) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(form));
    let target = path;
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in !== "path") continue;
      target = target.replace(`{${parameter.name}}`, values[parameter.name].split("/").map(encodeURIComponent).join("/"));
      delete values[parameter.name];
    }
    const url = address(target, values);
    const response = await fetch(url);
    const text = await response.text();
    shown.hidden = false;
    shown.textContent = `GET ${url}\n${response.status} ${response.headers.get("content-type")}\n\n${pretty(text)}`;
  }}, fields, h("button.button", {type: "submit"}, t("docs.try")));
  return [form, shown];
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).slice(0, 20000);
  } catch {
    return text.slice(0, 20000);
  }
}

function route(path, operation) {
  const forms = Object.keys(operation.responses?.["200"]?.content ?? {});
  return h("details.route", {id: operation.operationId}, h("summary", {}, h("code", {}, `GET ${path}`), ` ${operation.summary ?? ""}`),
    operation.description && h("p", {}, operation.description),
    forms.length > 0 && h("p.quiet", {}, `${t("docs.forms")} `, forms.map((form, place) => [place > 0 && ", ", h("code", {}, form)])),
    h("ul.plain", {}, (operation.parameters ?? []).map((parameter) => h("li", {}, h("code", {}, parameter.name),
      h("span.quiet", {}, ` ${parameter.description ?? ""}`)))),
    tryIt(path, operation));
}

async function show() {
  const description = await described;
  const groups = description.tags.map((tag) => [tag, Object.entries(description.paths)
    .filter(([, operations]) => operations.get?.tags?.includes(tag.name)).map(([path, operations]) => route(path, operations.get))]);
  const kinds = description.components.schemas.Problem.properties.type.enum.map((type) => type.split("/").pop());
  fill(main, h("h1", {}, t("docs.title")), h("p.lead", {}, `${t("docs.lead")} `, h("a", {href: "/openapi.json"}, "openapi.json"), "."),
    description.info.description.trim().split(/\n\n/).slice(1).map((paragraph) => h("p", {lang: "en"}, paragraph.replaceAll("`", ""))),
    groups.filter(([, routes]) => routes.length).map(([tag, routes]) => [h("h2", {}, tag.description ?? tag.name), routes]),
    h("h2", {}, t("docs.problems")), h("ul.tries", {}, kinds.map((kind) => h("li", {}, h("a", {href: `/problems/${kind}`}, kind)))));
}

begin(show);
show();
