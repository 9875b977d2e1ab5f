// The sentences with these IRIs, with the document each stands in and who published it.
UNWIND $iris AS iri
MATCH (e:Resource {uri: iri})-[:QUOTED_FROM]->(d:Document)
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN e.uri AS iri, e.quote AS quote, e.quote_fr AS quote_fr, e.quote_en AS quote_en, e.quoteStart AS start,
       e.quoteEnd AS end, e.section AS section, e.statedPredicate AS states, e.rule AS rule,
       d{.uri, .name, .label_fr, .label_en} AS document, d.language AS language,
       {value: d.issued, basis: d.issuedBasis} AS issued,
       CASE WHEN publisher IS NULL THEN null ELSE publisher{.uri, .name, .label_fr, .label_en} END AS publisher
ORDER BY d.uri, start, end, iri
