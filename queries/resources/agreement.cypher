// One agreement with everything that is said of it.
MATCH (g:Resource {uri: $uri})
WHERE g:Agreement
RETURN g{.uri, .name, .label_fr, .label_en} AS thing, labels(g) AS kind,
       [(g)-[r:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en, role: type(r)}] AS parties,
       {value: g.signedOn, basis: g.signedOnBasis} AS signed,
       {value: g.announcedOn, basis: g.announcedOnBasis} AS announced,
       {value: g.startsOn, basis: g.startsOnBasis} AS starts, {value: g.endsOn, basis: g.endsOnBasis} AS ends,
       g.duration AS duration, g.status AS status, g.tier AS tier,
       [(g)-[:CONCERNS]->(area:TherapeuticArea) | area{.uri, .name, .label_fr, .label_en}] AS areas,
       g.subject_fr AS subject_fr, g.subject_en AS subject_en, g.subject AS subject,
       g.amount AS amount, g.currency AS currency, g.amountDisclosure AS amount_disclosure, g.signals AS signals,
       [(g)-[:CREATES]->(made:Actor) | made{.uri, .name, .label_fr, .label_en}] AS creates,
       [(g)-[:HAS_PROJECT]->(project:Project) | project{.uri, .name, .label_fr, .label_en}] AS projects,
       [(g)-[r:SUPPLEMENTS|AMENDS|EXPANDS]->(earlier:Agreement) | earlier{.uri, .name, .label_fr, .label_en, role: type(r)}] AS earlier,
       [(later:Agreement)-[r:SUPPLEMENTS|AMENDS|EXPANDS]->(g) | later{.uri, .name, .label_fr, .label_en, role: type(r)}] AS later,
       [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] + [(g)<-[:STATES_SUBJECT]-(e:Evidence) | e.uri] AS evidence
