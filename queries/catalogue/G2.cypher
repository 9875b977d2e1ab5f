// id: G2
// group: agreement
// answer: table
// wording:
//   fr: Quels accords relèvent de la nature « {kind} », et pas d'une autre ?
//   en: Which agreements are of the kind “{kind}”, rather than any other?
// description:
//   fr: Les accords d'une nature, par défaut le mécénat, avec qui donne et qui reçoit.
//   en: The agreements of one kind, sponsorship by default, with who gives and who receives.
// phrasings:
//   fr:
//     - Quels accords sont du mécénat plutôt que de la R&D ou une licence ?
//     - Quels mécénats y a-t-il ?
//     - Qui est mécène de qui ?
//     - Qui parraine qui ?
//     - Quels accords sont des {kind} ?
//     - Qui soutient qui par le mécénat ?
//     - Qui donne et qui reçoit dans les accords de {kind} ?
//     - Liste des mécénats
//     - Lesquels sont des {kind} et non autre chose ?
//   en:
//     - Which agreements are sponsorship rather than R&D or licence?
//     - Which sponsorships are there?
//     - Who sponsors whom?
//     - Which agreements are {kind}?
//     - Who is the sponsor of whom?
//     - Which deals are corporate philanthropy?
//     - Who gives and who receives in {kind} deals?
//     - List of sponsorships
//     - Which of them are {kind}, not other kinds?
// parameters:
//   kind: {type: kind, label: {fr: nature, en: kind}, suggests: Agreement, default: Sponsorship}
// columns:
//   agreement: {type: thing, label: {fr: accord, en: agreement}, meaning: {fr: l'accord qui les lie, en: the agreement that ties them}}
//   givers: {type: things, label: {fr: donne, en: gives}, meaning: {fr: "mécène, financeur, concédant ou investisseur", en: "sponsor, funder, licensor or investor"}}
//   receivers: {type: things, label: {fr: reçoit, en: receives}, meaning: {fr: "bénéficiaire ou licencié", en: "beneficiary or licensee"}}
//   others: {type: things, unknown: none, label: {fr: autres parties, en: other parties}, meaning: {fr: les parties sans rôle de donneur ni de receveur, en: parties that neither give nor receive}}
//   duration: {type: duration, label: {fr: durée, en: duration}, meaning: {fr: la durée que le texte annonce, en: the duration that the text gives}}
//   since: {type: date, label: {fr: depuis, en: since}, meaning: {fr: "début, sinon signature, sinon annonce ; jamais plus précis que le texte", en: "start, else signature, else announcement; never finer than the text"}}
//   ends: {type: date, label: {fr: fin, en: end}, meaning: {fr: "fin déclarée ou calculée ; inconnue ne veut pas dire en cours", en: "end, stated or derived; unknown does not mean running"}}
// empty:
//   fr: aucun accord de cette nature dans ces documents
//   en: no agreement of this kind in these documents
MATCH (g:Agreement)
WHERE $kind IN labels(g)
RETURN g{.uri, .name, .label_fr, .label_en} AS agreement,
       [(g)-[r:SPONSORED_BY|FUNDED_BY|LICENSED_BY|INVESTED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS givers,
       [(g)-[r:BENEFITS|LICENSED_TO]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS receivers,
       [(g)-[r:HAS_PARTY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS others,
       g.duration AS duration,
       CASE WHEN g.startsOn IS NOT NULL THEN {value: g.startsOn, basis: g.startsOnBasis, event: 'start'}
            WHEN g.signedOn IS NOT NULL THEN {value: g.signedOn, basis: g.signedOnBasis, event: 'signed'}
            ELSE {value: g.announcedOn, basis: g.announcedOnBasis, event: 'announced'} END AS since,
       {value: g.endsOn, basis: g.endsOnBasis} AS ends, g.tier AS tier,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
ORDER BY coalesce(g.startsOn, g.signedOn, g.announcedOn, '9999'), g.uri
