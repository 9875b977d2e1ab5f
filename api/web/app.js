// The page: which view an address asks for, and what is shown when something goes wrong.

import {get} from "./api.js";
import {announce, fill, h} from "./dom.js";
import {begin, number, t} from "./i18n.js";
import * as questions from "./questions.js";
import * as review from "./review.js";
import * as search from "./search.js";
import * as things from "./things.js";

const main = document.getElementById("main");
const LISTS = ["actors", "agreements", "areas", "documents"];

function tries() {
  const asked = document.documentElement.lang === "fr"
    ? ["Qui a fondé le Paris Saclay Cancer Cluster ?", "Avec qui Gustave Roussy travaille-t-il ?", "Qui travaille sur le cancer du poumon ?"]
    : ["Who founded the Paris Saclay Cancer Cluster?", "Who does Gustave Roussy work with?", "Who works on lung cancer?"];
  return h("ul.tries", {}, asked.map((text) => h("li", {}, h("a", {href: `#/ask?q=${encodeURIComponent(text)}`}, text))));
}

async function home(stage) {
  const [all, ready] = await Promise.all([questions.list(), get("/readyz")]);
  fill(stage, h("h1", {}, t("home.title")), h("p.lead", {}, t("home.lead")),
    ready.documents === 0 ? h("p.empty", {}, t("home.empty")) : [tries(),
      h("ul.counts", {}, h("li", {}, h("a", {href: "#/documents"}, h("b", {}, number(ready.documents)), ` ${t("count.documents")}`)),
        h("li", {}, h("b", {}, number(ready.statements)), ` ${t("count.statements")}`))],
    all);
}

function route(stage) {
  const [path, query = ""] = location.hash.slice(1).split("?");
  const [name = "", ...rest] = path.split("/").filter(Boolean);
  const id = decodeURIComponent(rest.join("/"));
  const parameters = Object.fromEntries(new URLSearchParams(query));
  if (name === "") return home(stage);
  if (name === "questions") return questions.list().then((all) => fill(stage, h("h1", {}, t("home.questions")), all));
  if (name === "question") return questions.view(stage, id, parameters);
  if (name === "review") return review.view(stage);
  if (name === "ask" && parameters.q) return questions.sentence(stage, parameters.q);
  if (LISTS.includes(name) && !id) return things.list(stage, name);
  if (["actor", "person", "agreement", "area", "document"].includes(name) && id) return things.view(stage, name, id);
  return Promise.reject(Object.assign(new Error(), {title: t("problem.address")}));
}

function failure(error) {
  const offline = error.title === "offline";
  return h("div.problem", {role: "alert"}, h("h2", {}, offline ? t("problem") : error.title || t("problem")),
    h("p", {}, offline ? t("problem.offline") : error.message), error.remedy && h("p", {}, error.remedy));
}

async function show({moved = true} = {}) {
  const stage = h("div"); // a view of its own: one that comes late cannot write over the one that replaced it
  const waiting = setTimeout(() => { if (!stage.hasChildNodes()) fill(stage, h("p.quiet", {}, t("wait"))); }, 300);
  main.setAttribute("aria-busy", "true");
  main.replaceChildren(stage);
  if (moved) window.scrollTo(0, 0);
  try {
    await route(stage);
  } catch (error) {
    if (!("title" in error)) console.error(error);
    const place = error.place?.isConnected ? error.place : stage;
    fill(place, failure(error), place === stage && h("p", {}, h("a", {href: "#/"}, t("home.questions"))));
  }
  clearTimeout(waiting);
  if (!stage.isConnected) return;
  main.removeAttribute("aria-busy");
  const title = stage.querySelector("h1")?.textContent;
  document.title = title && location.hash.length > 2 ? `${title} · oncograph` : t("title");
  if (moved && title && location.hash.length > 2) {
    announce(title);
    main.focus({preventScroll: true});
  }
}

function footer() {
  fill(document.getElementById("lists"), LISTS.map((name) => h("a", {href: `#/${name}`}, t(`list.${name}`))),
    h("a", {href: "#/questions"}, t("home.questions")), h("a", {href: "#/review"}, t("review.title")), h("a", {href: "/docs"}, t("list.interface")),
    h("a", {href: `/ontology?lang=${document.documentElement.lang}`}, t("list.ontology")));
}

begin(() => { footer(); show({moved: false}); });
search.install(questions.catalogue);
window.addEventListener("hashchange", () => show());
footer();
show();
