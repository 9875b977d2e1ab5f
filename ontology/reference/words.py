"""What the pages say besides the terms themselves."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {  # key → French, English
    "title": ("L’ontologie d’oncograph", "The ontology of oncograph"),
    "lead": (
        "Ce que le graphe peut dire : qui travaille avec qui, sur quoi, depuis quand, et quelle phrase le dit. "
        "Version {version}, {classes} classes, {properties} propriétés, {areas} domaines.",
        "What the graph can say: who works with whom, on what, since when, and which sentence says so. "
        "Version {version}, {classes} classes, {properties} properties, {areas} areas.",
    ),
    "nav.terms": ("Termes", "Terms"),
    "nav.areas": ("Domaines", "Areas"),
    "nav.rules": ("Règles", "Rules"),
    "nav.data": ("Fichiers", "Files"),
    "nav.start": ("Questions", "Questions"),
    "nav.context": ("Contexte JSON-LD", "JSON-LD context"),
    "skip": ("Aller au contenu", "Skip to the content"),
    "picture": ("En une image", "In one picture"),
    "picture.help": (
        "Chaque case est une classe et mène à sa description ; chaque flèche est une propriété, lue dans son sens. "
        "Toute affirmation mène à une preuve, et toute preuve à un document.",
        "Each box is a class and leads to its description; each arrow is a property, read in its direction. "
        "Every statement leads to evidence, and all evidence to a document.",
    ),
    "contents": ("Sommaire", "Contents"),
    "group.actors": ("Acteurs", "Actors"),
    "group.agreements": ("Accords", "Agreements"),
    "group.subjects": ("Ce sur quoi portent les accords", "What agreements are about"),
    "group.facts": ("Fonctions, chiffres, évènements", "Roles, figures, events"),
    "group.sources": ("Documents, preuves, lectures", "Documents, evidence, runs"),
    "group.names": ("Noms et correspondances", "Names and matches"),
    "kinds": ("Plus précisément", "More precisely"),
    "above": ("Est aussi", "Is also"),
    "label": ("Dans le graphe", "In the graph"),
    "aligned": ("Sens voisin ailleurs", "Near meaning elsewhere"),
    "built": ("Repose sur", "Rests on"),
    "properties": ("Ce qu’on en dit", "What is said of it"),
    "known": ("Comment les dates sont connues", "How the dates are known"),
    "property": ("Propriété", "Property"),
    "leads": ("Valeur", "Value"),
    "graph": ("Dans le graphe", "In the graph"),
    "meaning": ("Sens", "Meaning"),
    "roles": ("ses rôles plus précis", "its more precise roles"),
    "rules": ("Règles", "Rules"),
    "rules.above": ("et celles de", "and those of"),
    "example": ("Exemple, tiré des documents d’exemple", "Example, from the sample documents"),
    "example.words": ("Exemple", "Example"),
    "example.none": (
        "Les documents d’exemple n’en contiennent pas.",
        "The sample documents hold none.",
    ),
    "questions": ("Questions qui s’en servent", "Questions that use it"),
    "questions.of": ("Celles de", "Those of"),
    "questions.none": ("Aucune pour l’instant.", "None so far."),
    "values": ("Listes de valeurs", "Lists of values"),
    "values.help": (
        "Ce que ces propriétés peuvent dire ; les mêmes listes sont sur /v1/enumerations.",
        "What these properties may say; the same lists are at /v1/enumerations.",
    ),
    "value": ("Valeur", "Value"),
    "used": ("Employée par", "Used by"),
    "deprecated": ("abandonné, gardé pour les données anciennes", "deprecated, kept for older data"),
    "kind.date": ("date, partielle s’il le faut", "date, partial where need be"),
    "kind.text": ("texte", "text"),
    "kind.langText": ("texte avec sa langue", "text with its language"),
    "kind.integer": ("nombre entier", "integer"),
    "kind.decimal": ("nombre décimal", "decimal number"),
    "kind.external": ("adresse extérieure", "outside address"),
    "kind.thing": ("une chose du graphe", "a thing of the graph"),
    "kind.list": ("l’une des valeurs de «\u00a0{name}\u00a0»", "one of the values of “{name}”"),
    "correct": ("Corriger l’ontologie", "Correcting the ontology"),
    "correct.help": (
        "Les mots, définitions et domaines sont dans trois fichiers texte : oncograph.ttl, areas.ttl, values.ttl. "
        "Le guide docs/ontology.fr.md montre comment les corriger sans informaticien.",
        "Words, definitions and areas are in three text files: oncograph.ttl, areas.ttl, values.ttl. "
        "The guide docs/ontology.md shows how to correct them without a programmer.",
    ),
    "areas.title": ("Domaines et approches de l’oncologie", "Areas and approaches of oncology"),
    "areas.lead": (
        "{count} domaines en français et en anglais. Un domaine peut se ranger sous plusieurs autres ; "
        "il est décrit une fois, et nommé aux autres places.",
        "{count} areas in French and English. An area may stand under several others; "
        "it is described once, and named in the other places.",
    ),
    "areas.find": ("Chercher un domaine", "Find an area"),
    "areas.found": ("{n} domaines", "{n} areas"),
    "areas.also": ("Se dit aussi", "Also called"),
    "areas.under": ("Aussi sous", "Also under"),
    "areas.same": ("Le même ailleurs", "The same elsewhere"),
    "areas.near": ("Proche ailleurs", "Near elsewhere"),
    "areas.agreements": ("Ce que disent les documents", "What the documents say"),
    "areas.see": ("décrit sous", "described under"),
    "rules.title": (
        "Ce qui est vérifié avant d’entrer dans le graphe",
        "What is checked before anything enters the graph",
    ),
    "rules.lead": (
        "{count} règles, dites en mots. Une violation tient le document dehors ; un avertissement et une remarque "
        "le laissent entrer et sont comptés. Chaque refus dit quoi, où, et comment réparer.",
        "{count} rules, in words. A violation keeps the document out; a warning and a remark let it in and are "
        "counted. Each refusal says what, where, and how to repair it.",
    ),
    "rules.more": ("Vérifié aussi, hors de ce fichier", "Checked too, outside this file"),
    "rules.more.help": (
        "La citation est, caractère pour caractère, celle du document ; les jours existent ; une fin ne précède pas "
        "son début ; les clés des SIREN et des ROR sont justes ; aucun téléphone ni courriel n’entre ; chaque terme "
        "est de l’ontologie.",
        "The quote is, character for character, that of the document; days exist; an end does not precede its start; "
        "the check digits of SIREN and ROR are right; no telephone number or e-mail enters; every term is of the "
        "ontology.",
    ),
    "rules.all": ("Partout", "Everywhere"),
    "repair": ("Réparer", "Repair"),
    "severity.Violation": ("Violation", "Violation"),
    "severity.Warning": ("Avertissement", "Warning"),
    "severity.Info": ("Remarque", "Remark"),
}


def say(key: str, lang: str, **values: object) -> str:
    """The words of a key in a language.

    Raises:
        KeyError: there is no such key: a mistake in the program.
    """
    text = WORDS[key][0 if lang == "fr" else 1]
    return text.format(**values) if values else text
