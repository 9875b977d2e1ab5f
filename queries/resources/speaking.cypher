// The parties of the agreements that these sentences speak of: where one of them is the publisher, it speaks of itself.
UNWIND $iris AS iri
MATCH (e:Resource {uri: iri})
OPTIONAL MATCH (e)<-[:SUPPORTED_BY]-(whole:Agreement)
OPTIONAL MATCH (e)-[:STATES_SUBJECT]->(stated:Agreement)
OPTIONAL MATCH (e)-[:STATES_OBJECT]->(:Actor)<-[:CREATES]-(founding:Agreement)
WITH collect(DISTINCT whole) + collect(DISTINCT stated) + collect(DISTINCT founding) AS agreements
UNWIND agreements AS g
MATCH (g)-[:HAS_PARTY|SPONSORED_BY|BENEFITS|FUNDED_BY|LICENSED_BY|LICENSED_TO|INVESTED_BY|FOUNDED_BY|COORDINATED_BY]->(party:Actor)
RETURN DISTINCT party.uri AS iri
