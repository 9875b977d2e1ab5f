// One document: what it is, whom it names, and which agreements it speaks of.
MATCH (d:Resource {uri: $uri})
WHERE d:Document AND d.sha256 IS NOT NULL
RETURN d{.uri, .name, .label_fr, .label_en} AS thing, d.language AS language, d.fileName AS file, d.sha256 AS sha256, d.genre AS genre,
       {value: d.issued, basis: d.issuedBasis} AS issued, d.extractor AS extractor, d.source AS source,
       [(d)-[:PUBLISHED_BY]->(p:Actor) | p{.uri, .name, .label_fr, .label_en}] AS publishers,
       [(d)-[:MENTIONS]->(n:Resource) | n{.uri, .name, .label_fr, .label_en}] AS mentions,
       COLLECT { MATCH (d)<-[:QUOTED_FROM]-(:Evidence)<-[:SUPPORTED_BY]-(g:Agreement)
                 RETURN DISTINCT g{.uri, .name, .label_fr, .label_en} } AS agreements,
       [(d)<-[:QUOTED_FROM]-(e:Evidence) | e.uri] AS evidence
