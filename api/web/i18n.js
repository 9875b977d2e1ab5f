// The words of the page in French and English, and the choice between them.

const TEXTS = {
  "title": {fr: "oncograph · le graphe de la cancérologie française", en: "oncograph · the graph of French oncology"},
  "skip": {fr: "Aller au contenu", en: "Skip to the content"},
  "find.label": {fr: "Chercher un nom ou poser une question", en: "Search a name or ask a question"},
  "find.placeholder": {fr: "Un nom, un domaine, ou une question entière", en: "A name, an area, or a whole question"},
  "find.ask": {fr: "Chercher", en: "Ask"},
  "find.count": {fr: "{n} suggestions", en: "{n} suggestions"},
  "find.question": {fr: "question", en: "question"},
  "footer": {
    fr: "Uniquement ce que disent les documents chargés. Les communiqués sont écrits par les parties elles-mêmes. Rien ici ne classe des personnes ou des institutions.",
    en: "Only what the loaded documents say. Press releases are written by the parties themselves. Nothing here ranks people or institutions.",
  },
  "home.title": {
    fr: "Qui travaille avec qui dans la cancérologie française ?",
    en: "Who works with whom in French oncology?",
  },
  "home.lead": {
    fr: "Des accords, leurs parties, leurs dates et leurs domaines, et pour chaque réponse la phrase qui le dit.",
    en: "Agreements, their parties, dates and areas, and for every answer the sentence that says so.",
  },
  "home.questions": {fr: "Toutes les questions", en: "All questions"},
  "home.empty": {
    fr: "Aucun document n’est chargé. Chargez les vôtres avec « oncograph ingest dossier ».",
    en: "No document is loaded. Load yours with “oncograph ingest folder”.",
  },
  "count.documents": {fr: "documents", en: "documents"},
  "list.actors": {fr: "Acteurs", en: "Actors"},
  "list.agreements": {fr: "Accords", en: "Agreements"},
  "list.areas": {fr: "Domaines", en: "Areas"},
  "list.documents": {fr: "Documents", en: "Documents"},
  "list.interface": {fr: "Interface HTTP", en: "HTTP interface"},
  "list.ontology": {fr: "Ontologie", en: "Ontology"},
  "list.more": {fr: "Suite", en: "More"},
  "list.none": {fr: "Rien de tel dans les documents chargés.", en: "Nothing of the kind in the loaded documents."},
  "form.example": {fr: "par exemple {example}", en: "for example {example}"},
  "form.run": {fr: "Répondre", en: "Answer"},
  "form.optional": {fr: "facultatif", en: "optional"},
  "form.today": {fr: "jour d’aujourd’hui", en: "today"},
  "form.any": {fr: "indifférent", en: "any"},
  "answer.none": {fr: "Aucune réponse dans ces documents", en: "No answer in these documents"},
  "answer.rows": {fr: "{n} lignes", en: "{n} rows"},
  "answer.row": {fr: "1 ligne", en: "1 row"},
  "answer.document": {fr: "1 document", en: "1 document"},
  "answer.documents": {fr: "{n} documents", en: "{n} documents"},
  "answer.between": {fr: "de {oldest} à {newest}", en: "from {oldest} to {newest}"},
  "answer.undated": {fr: "dont {n} sans date", en: "{n} of them undated"},
  "answer.independent": {fr: "éditeurs étrangers à la réponse : {n}", en: "publishers outside the answer: {n}"},
  "answer.unpublished": {fr: "éditeur non précisé", en: "publisher not stated"},
  "answer.parties": {fr: "écrit par les intéressés seuls", en: "written by those concerned alone"},
  "answer.download": {fr: "Télécharger :", en: "Download:"},
  "answer.link": {fr: "Copier le lien de cette vue", en: "Copy the link to this view"},
  "answer.copied": {fr: "Lien copié", en: "Link copied"},
  "answer.print": {fr: "Imprimer", en: "Print"},
  "answer.quote": {fr: "1 phrase à l’appui", en: "1 sentence behind it"},
  "answer.quotes": {fr: "{n} phrases à l’appui", en: "{n} sentences behind it"},
  "answer.unquoted": {fr: "aucune phrase à l’appui", en: "no sentence behind it"},
  "ask.asked": {fr: "Vous avez demandé", en: "You asked"},
  "ask.chosen": {fr: "Question comprise :", en: "Understood as:"},
  "ask.confidence": {fr: "confiance {n} %", en: "confidence {n}%"},
  "ask.nearest": {fr: "Les questions les plus proches :", en: "The nearest questions:"},
  "ask.nothing": {
    fr: "Cette question n’est pas de celles auxquelles ces documents peuvent répondre.",
    en: "This is not a question that these documents can answer.",
  },
  "ask.found": {fr: "Noms trouvés", en: "Names found"},
  "ask.alternatives": {fr: "Ou bien vouliez-vous demander :", en: "Or did you mean to ask:"},
  "key.stated": {fr: "écrit tel quel dans le document", en: "stated in the document"},
  "key.derived": {fr: "calculé ou déduit", en: "worked out"},
  "key.unknown": {fr: "le document ne le dit pas", en: "the document does not say"},
  "key.pending": {fr: "à vérifier par une personne", en: "to be checked by a person"},
  "tag.derived": {fr: "calculé", en: "derived"},
  "tag.inferred": {fr: "déduit", en: "inferred"},
  "tag.pending": {fr: "à vérifier", en: "pending"},
  "tag.planned": {fr: "projet", en: "planned"},
  "unknown.not stated": {fr: "non précisé", en: "not stated"},
  "unknown.not disclosed": {fr: "non communiqué", en: "not disclosed"},
  "unknown.none": {fr: "aucun", en: "none"},
  "section.title": {fr: "titre", en: "title"},
  "section.dateline": {fr: "date et lieu", en: "dateline"},
  "section.body": {fr: "corps du texte", en: "body"},
  "section.quote": {fr: "citation", en: "quotation"},
  "section.about": {fr: "« à propos »", en: "“about us”"},
  "section.contacts": {fr: "contacts", en: "contacts"},
  "section.navigation": {fr: "habillage de page", en: "page furniture"},
  "section.footnote": {fr: "note", en: "footnote"},
  "section.source": {fr: "source", en: "source"},
  "evidence.offsets": {fr: "caractères {start} à {end}", en: "characters {start} to {end}"},
  "evidence.undated": {fr: "sans date", en: "undated"},
  "language.fr": {fr: "en français", en: "in French"},
  "language.en": {fr: "en anglais", en: "in English"},
  "thing.missing": {fr: "Rien de ce nom dans le graphe", en: "Nothing of that name in the graph"},
  "thing.more": {fr: "Questions à ce sujet", en: "Questions about it"},
  "thing.people": {fr: "Personnes", en: "People"},
  "thing.inward": {fr: "dans l’autre sens", en: "the other way round"},
  "thing.with": {fr: "avec", en: "with"},
  "thing.sources": {fr: "Ce que disent les documents", en: "What the documents say"},
  "thing.actor": {fr: "acteur", en: "actor"},
  "thing.person": {fr: "personne", en: "person"},
  "thing.agreement": {fr: "accord", en: "agreement"},
  "thing.area": {fr: "domaine", en: "area"},
  "thing.document": {fr: "document", en: "document"},
  "group.actor": {fr: "Acteurs", en: "Actors"},
  "group.agreement": {fr: "Accords", en: "Agreements"},
  "group.area": {fr: "Domaines", en: "Areas"},
  "group.path": {fr: "Chemins", en: "Paths"},
  "group.network": {fr: "Réseau", en: "Network"},
  "group.time": {fr: "Temps", en: "Time"},
  "group.money": {fr: "Montants", en: "Money"},
  "group.evidence": {fr: "Preuves", en: "Evidence"},
  "group.quality": {fr: "Qualité des données", en: "Data quality"},
  "fact.aliases": {fr: "Autres noms", en: "Other names"},
  "fact.place": {fr: "Lieu", en: "Place"},
  "fact.siren": {fr: "SIREN", en: "SIREN"},
  "fact.identifiers": {fr: "Identifiants", en: "Identifiers"},
  "fact.homepage": {fr: "Site", en: "Website"},
  "fact.resolution": {fr: "Statut du nom", en: "Status of the name"},
  "resolution.candidate": {fr: "nom nouveau, pas encore reconnu", en: "new name, not yet recognised"},
  "resolution.unit": {fr: "partie d’un acteur connu", en: "part of a known actor"},
  "fact.parties": {fr: "Parties", en: "Parties"},
  "fact.signed": {fr: "Signé", en: "Signed"},
  "fact.announced": {fr: "Annoncé", en: "Announced"},
  "fact.starts": {fr: "Début", en: "Start"},
  "fact.ends": {fr: "Fin", en: "End"},
  "fact.duration": {fr: "Durée", en: "Duration"},
  "fact.status": {fr: "État", en: "Status"},
  "fact.areas": {fr: "Domaines", en: "Areas"},
  "fact.subject": {fr: "Objet", en: "Subject"},
  "fact.amount": {fr: "Montant", en: "Amount"},
  "fact.creates": {fr: "Fonde", en: "Founds"},
  "fact.projects": {fr: "Projets", en: "Projects"},
  "fact.earlier": {fr: "Accord antérieur", en: "Earlier agreement"},
  "fact.later": {fr: "Accord ultérieur", en: "Later agreement"},
  "fact.broader": {fr: "Plus large", en: "Broader"},
  "fact.narrower": {fr: "Plus précis", en: "Narrower"},
  "fact.published": {fr: "Publié", en: "Published"},
  "fact.publisher": {fr: "Éditeur", en: "Publisher"},
  "fact.language": {fr: "Langue", en: "Language"},
  "fact.file": {fr: "Fichier", en: "File"},
  "fact.source": {fr: "Source", en: "Source"},
  "fact.mentions": {fr: "Nomme", en: "Names"},
  "language.name.fr": {fr: "français", en: "French"},
  "language.name.en": {fr: "anglais", en: "English"},
  "document.sentences": {fr: "Phrases à l’appui d’un énoncé", en: "Sentences behind a statement"},
  "more.partners": {fr: "Avec qui travaille-t-il ?", en: "Who does it work with?"},
  "more.agreements": {fr: "Tous ses accords", en: "All its agreements"},
  "more.area": {fr: "Qui y travaille ?", en: "Who works on it?"},
  "list.count": {fr: "accords : {n}", en: "agreements: {n}"},
  "count.statements": {fr: "énoncés", en: "statements"},
  "wait": {fr: "Un instant…", en: "One moment…"},
  "review.title": {fr: "Relecture", en: "Review"},
  "review.lead": {
    fr: "Ce qui a été lu avec doute : un nom ou un accord à la fois, avec sa phrase. Vos décisions sont respectées à chaque lecture.",
    en: "What was read with doubt: one name or agreement at a time, with its sentence. Your decisions are kept at every reading.",
  },
  "review.empty": {fr: "Rien n’attend de décision.", en: "Nothing waits for a decision."},
  "review.off": {
    fr: "Ce service ne prend pas de décisions : démarrez-le avec ONCOGRAPH_CURATOR_KEY, ou utilisez « oncograph review export » et « oncograph review apply ».",
    en: "This service takes no decisions: start it with ONCOGRAPH_CURATOR_KEY, or use “oncograph review export” and “oncograph review apply”.",
  },
  "review.gone": {fr: "Décisions qui ne correspondent plus à rien : {n}", en: "Decisions that fit nothing any more: {n}"},
  "review.place": {fr: "{n} sur {total}", en: "{n} of {total}"},
  "review.claim": {fr: "accord lu, niveau {tier}", en: "agreement as read, tier {tier}"},
  "review.name": {fr: "nom nouveau", en: "new name"},
  "review.name.ask": {fr: "Est-ce une organisation ? Lue comme : {kind}.", en: "Is this an organisation? Read as: {kind}."},
  "review.why": {fr: "Doutes :", en: "Doubts:"},
  "review.do.a": {fr: "Accepter", en: "Accept"},
  "review.do.r": {fr: "Rejeter", en: "Reject"},
  "review.do.e": {fr: "Corriger", en: "Correct"},
  "review.do.n": {fr: "Suivant", en: "Next"},
  "review.do.p": {fr: "Précédent", en: "Previous"},
  "review.same": {fr: "Autre nom de", en: "Another name of"},
  "review.usual": {fr: "Nom usuel", en: "Usual name"},
  "review.kind": {fr: "Nature", en: "Kind"},
  "review.party": {fr: "Partie", en: "Party"},
  "review.role": {fr: "Rôle", en: "Role"},
  "review.date.signed": {fr: "Signé le", en: "Signed on"},
  "review.date.announced": {fr: "Annoncé le", en: "Announced on"},
  "review.date.start": {fr: "Début", en: "Start"},
  "review.date.end": {fr: "Fin", en: "End"},
  "review.note": {fr: "Remarque", en: "Note"},
  "review.save": {fr: "Enregistrer", en: "Save"},
  "review.leave": {fr: "Annuler", en: "Cancel"},
  "review.access": {fr: "Clé et nom du relecteur", en: "Curator's key and name"},
  "review.key": {fr: "Clé du relecteur", en: "Curator's key"},
  "review.curator": {fr: "Votre nom (facultatif, gardé avec vos décisions)", en: "Your name (optional, kept with your decisions)"},
  "review.keep": {fr: "Garder", en: "Keep"},
  "problem": {fr: "Cela n’a pas marché", en: "That did not work"},
  "problem.offline": {
    fr: "Le serveur ne répond pas. Est-il arrêté ? « make run » ou « oncograph serve » le relance.",
    en: "The server does not answer. Has it been stopped? “make run” or “oncograph serve” starts it again.",
  },
  "problem.address": {fr: "Cette adresse ne mène nulle part.", en: "This address leads nowhere."},
  "docs.title": {fr: "L’interface HTTP", en: "The HTTP interface"},
  "docs.lead": {
    fr: "Tout ce que montre la page se demande aussi par programme. Lecture seule ; la description complète est dans",
    en: "Everything the page shows can be asked by a program. Read only; the full description is in",
  },
  "docs.try": {fr: "Essayer", en: "Try it"},
  "docs.parameters": {fr: "Paramètres", en: "Parameters"},
  "docs.forms": {fr: "Formes :", en: "Forms:"},
  "docs.problems": {fr: "Erreurs", en: "Problems"},
};

const listeners = [];

function initial() {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "fr" || asked === "en") return asked;
  let kept = null;
  try { kept = localStorage.getItem("oncograph.language"); } catch { /* storage is refused: the browser's language is used */ }
  if (kept === "fr" || kept === "en") return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === "fr" || tag === "en") || "en";
}

/** French puts a space before these signs, which must not end a line. */
function unbroken(text) {
  return text.replace(/ ([?!:;»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}

/** The text of a key in the chosen language, with its values put in. */
export function t(key, values = {}) {
  const entry = TEXTS[key];
  if (!entry) throw new Error(`no text for ${key}`);
  return unbroken(entry[document.documentElement.lang]).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** The text of a key, or the given words where there is none: for values that may grow. */
export function word(key, otherwise) {
  return TEXTS[key] ? t(key) : otherwise;
}

/** A date to its precision: 2011-06-27, 2011-06 or 2011, in words. */
export function date(value) {
  const parts = value.split("-").map(Number);
  const options = [{year: "numeric"}, {year: "numeric", month: "long"}, {year: "numeric", month: "long", day: "numeric"}];
  const when = new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1));
  return new Intl.DateTimeFormat(document.documentElement.lang === "fr" ? "fr-FR" : "en-GB",
    {...options[parts.length - 1], timeZone: "UTC"}).format(when);
}

/** A sentence from the server with its dates in words. */
export function dates(text) {
  return unbroken(text).replace(/\b\d{4}-\d{2}(-\d{2})?\b/g, (found) => date(found));
}

/** A number as the language writes it. */
export function number(value) {
  return new Intl.NumberFormat(document.documentElement.lang === "fr" ? "fr-FR" : "en-GB").format(value);
}

function paint() {
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === document.documentElement.lang));
  }
  const find = document.getElementById("find");
  if (find) find.placeholder = t("find.placeholder");
}

/** Choose the language at the start and listen to the switch; calls back after each change. */
export function begin(changed) {
  listeners.push(changed);
  document.documentElement.lang = initial();
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      document.documentElement.lang = button.dataset.language;
      try { localStorage.setItem("oncograph.language", button.dataset.language); } catch { /* not kept, still switched */ }
      paint();
      for (const listener of listeners) listener();
    });
  }
  paint();
}
