// The versions that the database was written by.
MATCH (schema:_Schema {name: 'oncograph'})
RETURN schema.ontologyVersion AS ontologyVersion, schema.mappingVersion AS mappingVersion,
  schema.ledgerVersion AS ledgerVersion
