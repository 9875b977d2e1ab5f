// The review queue: one claim or name at a time, its sentence in its text, decided from the keyboard.

import {get, post} from "./api.js";
import {thing} from "./cells.js";
import {announce, fill, h} from "./dom.js";
import {date, number, t} from "./i18n.js";

const EVENTS = ["signed", "announced", "start", "end"];
const kept = (name) => sessionStorage.getItem(`oncograph.${name}`) ?? "";
const keep = (name, value) => sessionStorage.setItem(`oncograph.${name}`, value);

/** The words around a quote, with the quote marked. */
function context(row) {
  return h("blockquote.context", {},
    h("p", {lang: row.language}, row.before, h("mark", {}, row.quote), row.after),
    h("footer", {}, thing(row.document)));
}

function claim(row) {
  return [
    h("p.eyebrow", {}, t("review.claim", {tier: row.tier})),
    h("h2", {}, row.kindName),
    h("p.parties", {}, row.parties.map((party, place) => [place > 0 && " · ", h("b", {}, party.name),
      party.role !== "party" && h("span.quiet", {}, ` (${party.roleName})`)])),
    row.dates.length > 0 && h("p", {}, row.dates.map((each, place) => [place > 0 && " · ", `${each.eventName} `,
      h("time", {datetime: each.value}, date(each.value))])),
  ];
}

function name(row) {
  return [
    h("p.eyebrow", {}, t("review.name")),
    h("h2.asis", {}, row.name),
    h("p", {}, t("review.name.ask", {kind: row.kindName})),
  ];
}

function choice(label, options, value, attributes = {}) {
  const select = h("select", {"aria-label": label, ...attributes},
    options.map((each) => h("option", {value: each.value, selected: each.value === value}, each.name)));
  return {field: h("div.field", {}, h("label", {"aria-hidden": "true"}, label), select), value: () => select.value};
}

function entry(label, value, attributes = {}) {
  const input = h("input", {"aria-label": label, value, maxlength: 300, ...attributes});
  return {field: h("div.field", {}, h("label", {"aria-hidden": "true"}, label), input), input, value: () => input.value.trim()};
}

/** The form of a correction; calls back with what changes. */
function correction(row, found, done, leave) {
  let given;
  let fields;
  if (row.type === "name") {
    const same = entry(t("review.same"), "", {list: "like"});
    const kind = choice(t("review.kind"), found.actorKinds, row.kind);
    const usual = entry(t("review.usual"), row.name);
    fields = [same.field, h("datalist", {id: "like"}, row.like.map((each) => h("option", {value: each}))), kind.field, usual.field];
    given = () => (same.value() ? {verdict: "alias", parties: [{name: same.value()}]}
      : {verdict: "correct", kind: kind.value(), parties: usual.value() && usual.value() !== row.name ? [{name: usual.value()}] : []});
  } else {
    const kind = choice(t("review.kind"), found.kinds, row.kind);
    const parties = [...row.parties, {name: "", role: "party"}, {name: "", role: "party"}].map((party) => ({
      name: entry(t("review.party"), party.name), role: choice(t("review.role"), found.roles, party.role)}));
    const dates = EVENTS.map((event) => {
      const read = row.dates.find((each) => each.event === event);
      return [event, entry(t(`review.date.${event}`), read?.value ?? "", {placeholder: "2024-03", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?"})];
    });
    fields = [kind.field, parties.map((party) => h("div.pair", {}, party.name.field, party.role.field)), dates.map(([, each]) => each.field)];
    given = () => ({verdict: "correct", kind: kind.value(),
      parties: parties.filter((party) => party.name.value()).map((party) => ({name: party.name.value(), role: party.role.value()})),
      dates: dates.filter(([, each]) => each.value()).map(([event, each]) => ({event, value: each.value()}))});
  }
  const note = entry(t("review.note"), "", {maxlength: 2000});
  const form = h("form.form", {onsubmit: (event) => { event.preventDefault(); done({...given(), note: note.value()}); },
    onkeydown: (event) => { if (event.key === "Escape") leave(); }},
  fields, note.field, h("button.button", {type: "submit"}, t("review.save")),
  h("button.button.second", {type: "button", onclick: leave}, t("review.leave")));
  return form;
}

function access(found, changed) {
  if (!found.curation) return h("p.empty", {}, t("review.off"));
  const key = entry(t("review.key"), kept("key"), {type: "password", autocomplete: "off"});
  const who = entry(t("review.curator"), kept("curator"), {autocomplete: "name"});
  return h("details", {open: !kept("key")}, h("summary.quiet", {}, t("review.access")),
    h("form.form", {onsubmit: (event) => { event.preventDefault(); keep("key", key.value()); keep("curator", who.value()); changed(); }},
      key.field, who.field, h("button.button", {type: "submit"}, t("review.keep"))));
}

/** The view of the queue. */
export async function view(stage) {
  let found = await get("/v1/review", {limit: 500});
  let at = 0;
  const place = h("div.review");
  const trouble = h("div", {role: "alert"});

  function show() {
    fill(trouble);
    const row = found.rows[at];
    if (!row) { fill(place, h("p.empty", {}, t("review.empty"))); return; }
    const form = h("div");
    const edit = () => {
      fill(form, correction(row, found, (verdict) => decide(row, verdict), () => { fill(form); place.focus(); }));
      form.querySelector("input, select").focus();
    };
    actions = {a: () => decide(row, {verdict: "accept"}), r: () => decide(row, {verdict: "reject"}), e: edit,
      n: () => move(1), p: () => move(-1)};
    const button = (key, second) => h(`button.button${second ? ".second" : ""}`, {type: "button", onclick: () => actions[key](),
      "aria-keyshortcuts": key}, t(`review.do.${key}`), h("kbd", {}, key));
    fill(place,
      h("p.meta", {}, t("review.place", {n: number(at + 1), total: number(found.total)})),
      h("article.claim", {}, row.type === "name" ? name(row) : claim(row), context(row),
        row.why.length > 0 && h("p.quiet", {}, t("review.why"), " ", row.why.join(" · "))),
      found.curation ? h("div.tools", {}, button("a"), button("r", true), button("e", true), button("n", true), button("p", true))
        : h("div.tools", {}, button("n", true), button("p", true)),
      form);
    announce(row.type === "name" ? row.name : `${row.kindName}: ${row.parties.map((party) => party.name).join(", ")}`);
  }

  function move(step) {
    if (found.rows.length === 0) return;
    at = (at + step + found.rows.length) % found.rows.length;
    show();
    place.focus({preventScroll: true});
  }

  async function decide(row, verdict) {
    if (!found.curation) return;
    try {
      await post("/v1/review/decisions", {id: row.id, curator: kept("curator"), ...verdict}, {"X-Curator-Key": kept("key")});
    } catch (error) {
      fill(trouble, h("div.problem", {}, h("h2", {}, error.title === "offline" ? t("problem") : error.title),
        h("p", {}, error.title === "offline" ? t("problem.offline") : error.message), error.remedy && h("p", {}, error.remedy)));
      return;
    }
    found.rows = found.rows.filter((each) => each !== row);
    found.total -= 1;
    at = Math.min(at, Math.max(0, found.rows.length - 1));
    show();
    place.focus({preventScroll: true});
  }

  let actions = {};
  place.tabIndex = -1;
  function pressed(event) {
    if (!stage.isConnected) { document.removeEventListener("keydown", pressed); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (!found.curation && "are".includes(event.key)) return;
    if (Object.hasOwn(actions, event.key)) {
      event.preventDefault();
      actions[event.key]();
    }
  }
  document.addEventListener("keydown", pressed);
  const reload = async () => { found = await get("/v1/review", {limit: 500}); at = 0; show(); };
  fill(stage, h("h1", {}, t("review.title")), h("p.lead", {}, t("review.lead")),
    found.gone > 0 && h("p.quiet", {}, t("review.gone", {n: number(found.gone)})), access(found, reload), trouble, place);
  show();
}
