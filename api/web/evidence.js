// The sentences behind a statement.

import {h} from "./dom.js";
import {thing} from "./cells.js";
import {date, number, t, word} from "./i18n.js";

function when(quote) {
  return quote.issued && "value" in quote.issued ? date(quote.issued.value) : t("evidence.undated");
}

/** One quote with its document, date, section and place in the text. */
export function quotation(quote) {
  const details = [
    when(quote),
    quote.section && word(`section.${quote.section}`, quote.section),
    Number.isInteger(quote.start) && t("evidence.offsets", {start: number(quote.start), end: number(quote.end)}),
    quote.language && quote.language !== document.documentElement.lang && word(`language.${quote.language}`, quote.language),
  ].filter(Boolean);
  return h("blockquote", {},
    h("p", {lang: quote.language || null}, quote.quote),
    h("footer", {}, quote.document && thing(quote.document), details.length > 0 && ` · ${details.join(" · ")}`));
}

/** Each sentence once: the same words can bear several statements. */
export function once(quotes) {
  return [...new Map(quotes.map((quote) => [`${quote.document.iri} ${quote.start} ${quote.end}`, quote])).values()];
}

/** All quotes behind a row, folded until asked for unless they are few. */
export function quotations(list, {open = false} = {}) {
  const quotes = once(list ?? []);
  if (quotes.length === 0) return h("span.quiet", {}, t("answer.unquoted"));
  const label = quotes.length === 1 ? t("answer.quote") : t("answer.quotes", {n: number(quotes.length)});
  return h("details.evidence", {open}, h("summary", {}, label), quotes.map(quotation));
}
