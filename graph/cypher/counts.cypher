// How much there is.
MATCH (node:Resource)
OPTIONAL MATCH (node)-[link]->(:Resource)
RETURN count(DISTINCT node) AS nodes, count(link) AS relationships
