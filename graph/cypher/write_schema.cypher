// The versions that the database is written by.
MERGE (schema:_Schema {name: 'oncograph'})
SET schema.ontologyVersion = $ontologyVersion, schema.mappingVersion = $mappingVersion,
  schema.ledgerVersion = $ledgerVersion
