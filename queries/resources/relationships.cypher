// What ties an actor to others: agreements (one entry for each other party), and stated relations.
MATCH (a:Resource {uri: $uri})
CALL (a) {
  MATCH (a)<-[mine:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]-(g:Agreement)-[theirs:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(b:Actor)
  WHERE b <> a
  RETURN 'agreement' AS relation, type(mine) AS own_role, type(theirs) AS role, b AS other, g AS agreement, null AS outward,
         [(g)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
  UNION ALL
  MATCH (a)-[r:PART_OF|MEMBER_OF|FOUNDER_OF|ALLIED_WITH|SUBSIDIARY_OF|SUPERVISED_BY|ACTIVE_IN]-(b:Resource)
  RETURN type(r) AS relation, null AS own_role, null AS role, b AS other, null AS agreement, startNode(r) = a AS outward,
         COLLECT { MATCH (e:Evidence)-[:STATES_SUBJECT]->(x:Resource) MATCH (e)-[:STATES_OBJECT]->(y:Resource)
                   WHERE x.uri = startNode(r).uri AND y.uri = endNode(r).uri RETURN e.uri } AS evidence
  UNION ALL
  MATCH (role:Role)-[:ROLE_AT]->(a) MATCH (role)-[:HELD_BY]->(p:Person)
  RETURN 'HAS_ROLE_AT' AS relation, null AS own_role, null AS role, p AS other, null AS agreement, false AS outward,
         [(role)-[:SUPPORTED_BY]->(e:Evidence) | e.uri] AS evidence
}
WITH relation, own_role, role, other, agreement, outward, evidence,
     relation + ' ' + other.uri + ' ' + coalesce(agreement.uri, '') AS key
WHERE key > $after AND ($relation IS NULL OR relation = $relation)
RETURN key, relation, own_role, role, other{.uri, .name, .label_fr, .label_en} AS other, labels(other) AS other_kind,
       agreement{.uri, .name, .label_fr, .label_en} AS agreement, labels(agreement) AS kind, outward, evidence
ORDER BY key LIMIT $limit
