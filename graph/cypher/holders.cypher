// The things that carry some identifiers: each list by the name of its property.
MATCH (thing:Document)
WHERE thing.sha256 IN $sha256
RETURN 'sha256' AS name, thing.sha256 AS value, thing.uri AS uri
UNION ALL
MATCH (thing:Organization)
WHERE thing.siren IN $siren
RETURN 'siren' AS name, thing.siren AS value, thing.uri AS uri
UNION ALL
MATCH (thing:Organization)
WHERE thing.siret IS NOT NULL
UNWIND thing.siret AS value
WITH thing, value
WHERE value IN $siret
RETURN 'siret' AS name, value AS value, thing.uri AS uri
UNION ALL
MATCH (thing:ClinicalTrial)
WHERE thing.nctId IN $nctId
RETURN 'nctId' AS name, thing.nctId AS value, thing.uri AS uri
UNION ALL
MATCH (thing:Actor)
WHERE thing.sameAs IS NOT NULL
UNWIND thing.sameAs AS value
WITH thing, value
WHERE value IN $sameAs
RETURN 'sameAs' AS name, value AS value, thing.uri AS uri
