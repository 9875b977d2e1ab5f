// id: D2
// group: time
// answer: timeline
// wording:
//   fr: Quels accords ont pris fin au {as_of}, lesquels finissent dans les {months} mois qui suivent ?
//   en: Which agreements have run out by {as_of}, and which run out in the {months} months after?
// description:
//   fr: Chaque accord avec sa fin, déclarée ou calculée du début et de la durée. Une fin que le texte ne donne pas n'est ni en cours ni passée. Les jours sont comptés jusqu'au dernier jour possible.
//   en: Each agreement with its end, stated or derived from start and duration. An end that the text does not give is neither running nor over. Days are counted to the last possible day.
// phrasings:
//   fr:
//     - Quels accords sont terminés ?
//     - Quels accords arrivent à échéance dans les {months} prochains mois ?
//     - Quels partenariats ont expiré ?
//     - Quels accords prennent fin bientôt ?
//     - Quand se termine chaque accord ?
//     - Accords expirés
//     - Quels contrats se terminent dans les {months} mois qui suivent {as_of} ?
//     - Quels accords étaient terminés en {as_of} ?
//     - Quels accords sont finis, lesquels finissent bientôt ?
//     - Quels accords seront terminés en {as_of} ?
//     - Quels accords vont bientôt expirer ?
//   en:
//     - Which agreements have expired?
//     - Which agreements run out in the next {months} months?
//     - What has run out, what runs out in the next 12 months?
//     - Which partnerships are over?
//     - Which deals end soon?
//     - When does each agreement end?
//     - Expired agreements
//     - Which contracts end within {months} months of {as_of}?
//     - Which agreements will have ended by {as_of}?
//     - Which deals come to an end in the next months?
//     - Which deals will expire soon?
// parameters:
//   as_of: {type: date, label: {fr: à la date du, en: as of}, default: today, example: "2024-01-01"}
//   months: {type: integer, label: {fr: mois, en: months}, default: "12", example: "12"}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
//   state: {type: choice, label: {fr: état, en: state}, meaning: {fr: où en est l'accord à cette date, en: where the agreement stands at that date}, choices: {over: {fr: terminé, en: over}, maybe over: {fr: "peut-être terminé, la date n'est pas assez précise", en: "maybe over, the date is not fine enough"}, ending: {fr: finit dans le délai, en: ends within the window}, later: {fr: finit plus tard, en: ends later}, unknown: {fr: "fin non indiquée, ni en cours ni terminé", en: "end not stated, neither running nor over"}}}
//   rule: {type: choice, label: {fr: calcul, en: rule}, meaning: {fr: d'où vient la date de fin, en: where the end date comes from}, unknown: none, choices: {stated: {fr: déclarée, en: stated}, start: {fr: début + durée, en: start + duration}, signature: {fr: signature + durée, en: signature + duration}, announcement: {fr: annonce + durée, en: announcement + duration}, inferred: {fr: déduite, en: inferred}}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   duration: {type: duration, label: {fr: durée, en: duration}, meaning: {fr: la durée que le texte annonce, en: the duration that the text gives}}
//   days_left: {type: integer, label: {fr: jours restants, en: days left}, meaning: {fr: "jusqu'au dernier jour possible, négatif après", en: "to the last possible day, negative after it"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WITH g, CASE WHEN g.endsOn_max IS NULL THEN 'unknown'
             WHEN g.endsOn_max < $as_of_first THEN 'over'
             WHEN g.endsOn_min <= $as_of_last AND g.endsOn <> toString(g.endsOn_max) THEN 'maybe over'
             WHEN g.endsOn_min <= $as_of_last + duration({months: $months}) THEN 'ending'
             ELSE 'later' END AS state
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, {value: g.endsOn, basis: g.endsOnBasis} AS ends, state,
       CASE WHEN g.endsOn IS NULL THEN null
            WHEN g.endsOnBasis <> 'derived' THEN g.endsOnBasis
            WHEN g.startsOn IS NOT NULL THEN 'start'
            WHEN g.signedOn IS NOT NULL THEN 'signature'
            ELSE 'announcement' END AS rule,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since, g.duration AS duration,
       duration.inDays($as_of_first, g.endsOn_max).days AS days_left, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(g.endsOn, '9999'), coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri
