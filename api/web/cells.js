// One value of an answer: things are links, dates keep their precision, what is unknown or worked out looks it.

import {pageOf} from "./api.js";
import {h} from "./dom.js";
import {date, number, t, word} from "./i18n.js";

/** A link to a thing, or its name where it has no page. */
export function thing(value) {
  const href = value.iri ? pageOf(value.iri) : null;
  return href ? h("a", {href}, value.name) : h("span", {}, value.name ?? value.iri);
}

function unknown(reason) {
  return h("span.unknown", {}, word(`unknown.${reason}`, reason));
}

/** A date with the way it is known. */
export function dated(value) {
  const text = h("time", {datetime: value.value}, date(value.value));
  if (!value.basis || value.basis === "stated") return text;
  text.className = "derived";
  return h("span", {}, text, h("span.tag.derived-tag", {}, word(`tag.${value.basis}`, value.basis)));
}

/** Whatever the interface gives, as something to read. */
export function cell(value) {
  if (value === null || value === undefined) return h("span.quiet", {}, "–");
  if (Array.isArray(value)) return h("span.stack", {}, value.map((each) => h("span", {}, cell(each))));
  if (typeof value === "object") {
    if ("unknown" in value) return unknown(value.unknown);
    if ("precision" in value) return dated(value);
    if ("name" in value || "iri" in value) {
      return value.role && !value.role.iri.endsWith("#party") ? h("span", {}, thing(value), " ", h("span.quiet", {}, `(${value.role.name})`)) : thing(value);
    }
    return Object.values(value).join(" ");
  }
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? "✓" : "–";
  return String(value);
}
