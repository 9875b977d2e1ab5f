// id: D1
// group: time
// answer: timeline
// wording:
//   fr: Quels accords étaient en cours au {as_of} ?
//   en: Which agreements were running on {as_of}?
// description:
//   fr: "Certain : commencé avant et fini après, les deux dates étant connues. Possible : commencé, mais la fin n'est pas connue, ou la date n'est pas assez précise. Ceux qui n'avaient pas commencé ou étaient finis ne figurent pas."
//   en: "Certain: begun before and ended after, both dates being known. Possible: begun, but the end is not known, or a date is not fine enough. Those not yet begun or already over are left out."
// phrasings:
//   fr:
//     - Quels accords couraient en {as_of} ?
//     - Qu'est-ce qui était en cours en {as_of} ?
//     - Quels partenariats étaient actifs le {as_of} ?
//     - Quels accords étaient en vigueur en {as_of} ?
//     - Quels accords sont en cours aujourd'hui ?
//     - Accords actifs en {as_of}
//     - Quels contrats étaient valides au {as_of} ?
//     - Partenariats en cours
//     - Quels accords seront encore en cours en {as_of} ?
//   en:
//     - What was running on {as_of}?
//     - Which agreements were in force in {as_of}?
//     - Which partnerships were ongoing in {as_of}?
//     - Which agreements are currently running?
//     - Which deals were still running in {as_of}?
//     - Agreements active in {as_of}
//     - Which contracts were valid on {as_of}?
//     - Ongoing partnerships
//     - Deals in force today
//     - Which agreements will still be running in {as_of}?
// parameters:
//   as_of: {type: date, label: {fr: à la date du, en: as of}, default: today, example: "2012-01-01"}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord, en: the agreement}}
//   certainty: {type: choice, label: {fr: certitude, en: certainty}, meaning: {fr: certain ou possible à cette date, en: certain or possible at that date}, choices: {certain: {fr: certain, en: certain}, possible: {fr: possible, en: possible}}}
//   reason: {type: choice, label: {fr: raison, en: reason}, meaning: {fr: pourquoi, en: why}, choices: {both: {fr: début et fin connus, en: start and end known}, no end: {fr: la fin n'est pas indiquée, en: the end is not stated}, start vague: {fr: le début n'est pas assez précis, en: the start is not fine enough}, end vague: {fr: la fin n'est pas assez précise, en: the end is not fine enough}, no start: {fr: aucun début n'est indiqué, en: no start is stated}}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
// empty:
//   fr: rien de tel dans ces documents
//   en: nothing of the kind in these documents
MATCH (g:Agreement)
WITH g, coalesce(g.startsOn_min, g.signedOn_min, g.announcedOn_min) AS earliest,
     CASE WHEN g.startsOn IS NOT NULL THEN g.startsOn_max WHEN g.signedOn IS NOT NULL THEN g.signedOn_max
          ELSE g.announcedOn_max END AS latest
WHERE NOT coalesce(earliest > $as_of_last, false) AND NOT coalesce(g.endsOn_max < $as_of_first, false)
WITH g, CASE WHEN earliest IS NULL THEN 'no start'
             WHEN latest > $as_of_first THEN 'start vague'
             WHEN g.endsOn_min IS NULL THEN 'no end'
             WHEN g.endsOn_min < $as_of_last THEN 'end vague'
             ELSE 'both' END AS reason
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement, CASE WHEN reason = 'both' THEN 'certain' ELSE 'possible' END AS certainty, reason,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri]
       + [(g)<-[:STATES_SUBJECT]-(e:Evidence)
          WHERE e.statedPredicate IN ['startsOn', 'signedOn', 'announcedOn', 'endsOn', 'duration'] | e.uri] AS evidence
ORDER BY certainty, coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri
