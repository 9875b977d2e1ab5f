// One area, its place in the scheme, and the agreements on it or on a narrower one.
MATCH (n:Resource {uri: $uri})
WHERE n:TherapeuticArea
RETURN n{.uri, .name, .label_fr, .label_en} AS thing, n.definition_fr AS definition_fr, n.definition_en AS definition_en,
       coalesce(n.altLabel_fr, []) + coalesce(n.altLabel_en, []) AS aliases,
       n.exactMatch AS exact_match, n.closeMatch AS close_match,
       [(n)-[:BROADER]->(b:TherapeuticArea) | b{.uri, .name, .label_fr, .label_en}] AS broader,
       [(n)<-[:BROADER]-(b:TherapeuticArea) | b{.uri, .name, .label_fr, .label_en}] AS narrower,
       COLLECT { MATCH (n)<-[:BROADER*0..6]-(:TherapeuticArea)<-[:CONCERNS]-(g:Agreement)
                 RETURN DISTINCT g{.uri, .name, .label_fr, .label_en} } AS agreements
