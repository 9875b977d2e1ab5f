// Actors, agreements, areas and documents: lists of each, and a view of one.

import {get} from "./api.js";
import {cell, thing} from "./cells.js";
import {tools} from "./answer.js";
import {fill, h} from "./dom.js";
import {once, quotation, quotations} from "./evidence.js";
import {number, t, word} from "./i18n.js";
import {names} from "./names.js";
import {hashOf} from "./questions.js";

function facts(pairs) {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0));
  return shown.length > 0 && h("dl.facts", {}, shown.map(([key, value]) => [h("dt", {}, t(`fact.${key}`)), h("dd", {}, value)]));
}

function outside(addresses) {
  return [addresses ?? []].flat().filter((each) => /^https?:/.test(each)).map((each, place) => [place > 0 && ", ",
    h("a", {href: each, rel: "noreferrer noopener external"}, each.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""))]);
}

function inLine(things) {
  return (things ?? []).map((each, place) => [place > 0 && ", ", cell(each)]);
}

function heading(item, eyebrow) {
  return [h("p.eyebrow", {}, eyebrow), h("h1", {}, item.name, item.pending && h("span.tag.pending-tag", {}, t("tag.pending")))];
}

function ask(links) {
  return [h("h2", {}, t("thing.more")), h("ul.tries", {}, links.map(([id, parameters, key]) =>
    h("li", {}, h("a", {href: hashOf(id, parameters)}, t(key)))))];
}

const VIEWS = {
  actor: {
    path: (id) => `/v1/actors/${id}`,
    async body(item, id) {
      const ties = await every(`/v1/actors/${id}/relationships`);
      return [
        facts([
          ["aliases", (item.aliases ?? []).join(" · ") || null],
          ["place", [item.city, item.country].filter(Boolean).join(", ") || null],
          ["siren", item.siren],
          ["identifiers", item.same_as?.length ? outside(item.same_as) : null],
          ["homepage", item.homepage ? outside(item.homepage) : null],
          ["resolution", item.resolution && item.resolution !== "known" ? word(`resolution.${item.resolution}`, item.resolution) : null],
        ]),
        agreements(ties),
        [...grouped(ties.filter((each) => !each.agreement), (each) => (people(each) ? t("thing.people") : each.relation.name))]
          .map(([name, members]) => [h("h2", {}, name), h("ul.ties", {}, members.map(tie))]),
        ties.length === 0 && h("p.empty", {}, t("list.none")),
        item.documents?.length > 0 && [h("h2", {}, t("list.documents")), names(item.documents)],
        !item.iri.includes("/person/") && ask([["A1", {actor: item.name}, "more.partners"], ["G1", {actor: item.name}, "more.agreements"]]),
      ];
    },
  },
  agreement: {
    path: (id) => `/v1/agreements/${id}`,
    body: async (item) => [
      facts([
        ["parties", h("span.stack", {}, item.parties.map((each) => h("span", {}, cell(each))))],
        ["signed", known(item.signed)], ["announced", known(item.announced)],
        ["starts", known(item.starts)], ["ends", cell(item.ends)],
        ["duration", item.duration ? duration(item.duration) : cell({unknown: "not stated"})],
        ["status", item.status === "planned" ? t("tag.planned") : null],
        ["areas", item.areas?.length ? inLine(item.areas) : cell({unknown: "not stated"})],
        ["subject", item.subject],
        ["amount", item.amount ? item.amount_words : cell({unknown: item.amount_disclosure ?? "not stated"})],
        ["creates", item.creates?.length ? inLine(item.creates) : null],
        ["projects", item.projects?.length ? inLine(item.projects) : null],
        ["earlier", item.earlier?.length ? inLine(item.earlier) : null],
        ["later", item.later?.length ? inLine(item.later) : null],
      ]),
      h("h2", {}, t("thing.sources")),
      once(item.evidence ?? []).map(quotation),
    ],
  },
  area: {
    path: (id) => `/v1/areas/${id}`,
    body: async (item) => [
      item.definition && h("p.lead", {}, item.definition),
      facts([
        ["aliases", (item.aliases ?? []).join(" · ") || null],
        ["broader", item.broader?.length ? inLine(item.broader) : null],
        ["narrower", item.narrower?.length ? inLine(item.narrower) : null],
        ["identifiers", outside([...(item.exact_match ?? []), ...(item.close_match ?? [])])],
      ]),
      h("h2", {}, t("list.agreements")),
      item.agreements?.length ? names(item.agreements) : h("p.empty", {}, t("list.none")),
      ask([["T2", {area: item.name}, "more.area"]]),
    ],
  },
  document: {
    path: (id) => `/v1/documents/${id}`,
    body: async (item) => [
      facts([
        ["published", known(item.issued) ?? cell(item.issued)],
        ["publisher", item.publishers?.length ? inLine(item.publishers) : cell({unknown: "not stated"})],
        ["language", item.language && word(`language.name.${item.language}`, item.language)],
        ["file", item.file],
        ["source", item.source?.length ? outside(item.source) : null],
        ["mentions", item.mentions?.length ? inLine(item.mentions) : null],
      ]),
      item.agreements?.length > 0 && [h("h2", {}, t("list.agreements")), names(item.agreements)],
      h("h2", {}, t("document.sentences")),
      once(item.evidence ?? []).map(quotation),
    ],
  },
};
VIEWS.person = VIEWS.actor;

function known(value) {
  return value && "value" in value ? cell(value) : null;
}

function duration(text) {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  if (!match) return text;
  const locale = document.documentElement.lang === "fr" ? "fr-FR" : "en-GB";
  return ["year", "month", "week", "day"].map((unit, place) => match[place + 1]
    && new Intl.NumberFormat(locale, {style: "unit", unit, unitDisplay: "long"}).format(Number(match[place + 1]))).filter(Boolean).join(" ");
}

function grouped(items, key) {
  const groups = new Map();
  for (const each of items) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

function people(each) {
  return each.other.iri.includes("/person/");
}

/** Agreements with their other parties, each agreement once. */
function agreements(ties) {
  const groups = [...grouped(ties.filter((each) => each.agreement), (each) => each.agreement.iri).values()];
  return groups.length > 0 && [h("h2", {}, t("list.agreements")), h("ul.ties", {}, groups.map((members) => h("li", {},
    thing(members[0].agreement), h("span.quiet", {}, ` ${t("thing.with")} `),
    members.map((each, place) => [place > 0 && ", ", cell({...each.other, role: each.role})]),
    quotations(members.flatMap((each) => each.evidence)))))];
}

function tie(each) {
  const note = [each.title, each.as_of && known(each.as_of)].filter(Boolean);
  return h("li", {}, thing(each.other), each.other.kind && !people(each) && h("span.quiet", {}, ` ${each.other.kind.name}`),
    note.map((part) => h("span.quiet", {}, " · ", part)),
    each.outward === false && !people(each) && h("span.quiet", {}, ` (${t("thing.inward")})`),
    quotations(each.evidence));
}

async function every(path) {
  const items = [];
  let cursor = null;
  do {
    const page = await get(path, {lang: document.documentElement.lang, limit: 200, cursor});
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor && items.length < 2000);
  return items;
}

/** The view of one thing. */
export async function view(main, kind, id) {
  const shape = VIEWS[kind];
  const path = shape.path(encodeURIComponent(id));
  const item = await get(path, {lang: document.documentElement.lang});
  fill(main, heading(item, item.kind?.name ?? t(`thing.${kind}`)), tools(path, {}, ["turtle", "jsonld", "json"]),
    await shape.body(item, encodeURIComponent(id)));
}

const LISTS = {
  actors: (each) => [each.kind?.name, each.city],
  agreements: () => [], // its name holds kind and parties
  areas: (each) => [each.agreements ? t("list.count", {n: number(each.agreements)}) : null],
  documents: (each) => [(each.publishers ?? []).map((one) => one.name).join(", ")],
};

function when(each) {
  return known(each.starts) ?? known(each.signed) ?? known(each.announced) ?? known(each.issued);
}

/** A list of things, a page at a time. */
export async function list(main, plural, cursor = null, items = h("ul.plain.listed", {})) {
  const page = await get(`/v1/${plural}`, {lang: document.documentElement.lang, limit: 60, cursor});
  if (!cursor) fill(main, h("h1", {}, t(`list.${plural}`)), tools(`/v1/${plural}`, {limit: 500}), items);
  items.append(...page.items.map((each) => {
    const notes = LISTS[plural](each).filter(Boolean).join(" · ");
    const date = when(each);
    return h("li", {}, thing(each), each.pending && h("span.tag.pending-tag", {}, t("tag.pending")), (notes || date) && h("span.quiet", {}, " ", notes, notes && date && " · ", date));
  }));
  if (page.items.length === 0 && !cursor) items.replaceWith(h("p.empty", {}, t("list.none")));
  if (page.cursor) {
    const more = h("button.button.second.more", {type: "button", onclick: () => { more.remove(); list(main, plural, page.cursor, items); }}, t("list.more"));
    main.append(more);
  }
}
