"""The page of the rules that the gate holds, in words."""

from __future__ import annotations

from ontology import vocab
from ontology.reference import rules
from ontology.reference.frame import Lang, colon, esc, page, term_link
from ontology.reference.words import say


def rules_page(lang: Lang) -> str:
    """All rules, by the class that they are about."""
    groups: dict[tuple[str, ...], list[rules.Rule]] = {}
    for rule in rules.rules():
        groups.setdefault(rule.classes, []).append(rule)
    order = {name: place for place, name in enumerate(vocab.classes())}
    ranked = sorted(groups.items(), key=lambda item: (len(item[0]), [order.get(name, -1) for name in item[0]]))
    sections = "".join(
        f'<section class="group"><h2>{_title(classes, lang)}</h2><ul class="gate">'
        + "".join(_rule(rule, lang) for rule in held)
        + "</ul></section>"
        for classes, held in ranked
    )
    content = (
        f"<h1>{esc(say('rules.title', lang))}</h1>"
        f'<p class="lead">{esc(say("rules.lead", lang, count=len(rules.rules())))}</p>'
        f"<h2>{esc(say('rules.more', lang))}</h2><p>{esc(say('rules.more.help', lang))}</p>{sections}"
    )
    return page("rules", lang, say("rules.title", lang), content)


def _title(classes: tuple[str, ...], lang: Lang) -> str:
    if not classes:
        return esc(say("rules.all", lang))
    return ", ".join(term_link(name, lang) for name in classes)


def _rule(rule: rules.Rule, lang: Lang) -> str:
    return (
        f'<li class="{rule.severity}" id="{esc(rule.name)}"><p><b class="severity">'
        f"{esc(say(f'severity.{rule.severity}', lang))}</b> {esc(rule.messages.get(lang, ''))}</p>"
        f'<p class="quiet">{esc(say("repair", lang))}{colon(lang)}{esc(rule.repairs.get(lang, ""))} '
        f'<a class="self" href="#{esc(rule.name)}"><code>{esc(rule.name)}</code></a></p></li>'
    )
