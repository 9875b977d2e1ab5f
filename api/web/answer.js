// An answer: the table, the sentences behind each row, what is missing, and how to take it away.

import {address} from "./api.js";
import {cell} from "./cells.js";
import {announce, h} from "./dom.js";
import {quotations} from "./evidence.js";
import {date, number, t} from "./i18n.js";

const FORMS = {csv: "CSV", turtle: "Turtle", jsonld: "JSON-LD", json: "JSON"};
const LONG = new Set(["agreement", "subject", "quote"]); // columns that hold sentences
const NUMBERS = new Set(["integer", "decimal", "money"]);

/** The address that reopens this view, language included. */
export function permalink() {
  return `${location.origin}/?lang=${document.documentElement.lang}${location.hash}`;
}

/** Buttons to download an answer in other forms, to copy its link and to print it. */
export function tools(path, parameters, forms = ["csv", "turtle", "json"]) {
  const copy = h("button.button.second", {type: "button", onclick: async () => {
    try {
      await navigator.clipboard.writeText(permalink());
      copy.textContent = t("answer.copied");
      announce(t("answer.copied"));
    } catch {
      location.assign(permalink()); // no clipboard: the address bar then holds the link
    }
  }}, t("answer.link"));
  const lang = document.documentElement.lang;
  return h("div.tools", {}, h("span.quiet", {}, t("answer.download")),
    forms.map((format) => h("a.button.second",
      {href: address(path, {...parameters, lang, format}), download: true}, FORMS[format])),
    copy, h("button.button.second", {type: "button", onclick: () => window.print()}, t("answer.print")));
}

function legend(found) {
  const samples = {
    derived: h("span", {}, h("span.derived", {}, "2014"), h("span.tag.derived-tag", {}, t("tag.derived"))),
    unknown: h("span.unknown", {}, t("unknown.not stated")),
    pending: h("span.tag.pending-tag", {}, t("tag.pending")),
  };
  const shown = Object.entries(samples).filter(([name]) => found[name]);
  return shown.length > 0 && h("ul.key", {}, shown.map(([name, sample]) => h("li", {}, sample, ` ${t(`key.${name}`)}`)));
}

function kinds(rows) {
  const text = JSON.stringify(rows);
  return {
    derived: /"basis":\s*"(derived|inferred)"/.test(text),
    unknown: text.includes('"unknown"'),
    pending: rows.some((row) => row.pending),
  };
}

function summary({rows, meta}) {
  const parts = [rows.length === 1 ? t("answer.row") : t("answer.rows", {n: number(rows.length)})];
  if (meta.documents) {
    parts.push(meta.documents === 1 ? t("answer.document") : t("answer.documents", {n: number(meta.documents)}));
    if (meta.oldest) {
      parts.push(meta.oldest.value === meta.newest.value ? date(meta.oldest.value)
        : t("answer.between", {oldest: date(meta.oldest.value), newest: date(meta.newest.value)}));
    }
    if (meta.undated_documents) parts.push(t("answer.undated", {n: number(meta.undated_documents)}));
    if (meta.publishers.length === 0) parts.push(t("answer.unpublished"));
    else if (meta.independent_publishers === 0) parts.push(t("answer.parties"));
    else parts.push(t("answer.independent", {n: number(meta.independent_publishers)}));
  }
  return parts.join(" · ");
}

/** The answer of a question as a table; honest about having none. */
export function table(answer) {
  const {columns, rows} = answer;
  if (rows.length === 0) {
    return h("div.empty", {}, h("h3", {}, t("answer.none")), answer.meta?.empty && h("p", {}, answer.meta.empty));
  }
  const few = rows.length <= 3;
  const body = rows.map((row) => h("tbody.row" + (row.pending ? ".pending" : ""), {},
    h("tr", {}, columns.map((column, place) => h("td" + (NUMBERS.has(column.type) ? ".number" : LONG.has(column.name) ? ".long" : ""), {"data-label": column.label},
      cell(row[column.name]), place === 0 && row.pending && h("span.tag.pending-tag", {}, t("tag.pending"))))),
    h("tr.quotes", {}, h("td", {colspan: columns.length}, quotations(row.evidence, {open: few})))));
  return h("div.answer", {},
    h("div.wide", {tabindex: 0, role: "region", "aria-label": answer.question.wording}, h("table", {}, h("caption", {}, summary(answer)),
      h("thead", {}, h("tr", {}, columns.map((column) => h("th" + (NUMBERS.has(column.type) ? ".number" : ""),
        {scope: "col", title: column.meaning}, column.label)))), body)),
    legend(kinds(rows)));
}
