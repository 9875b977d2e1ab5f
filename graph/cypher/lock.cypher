// Takes the writer lock, held until the transaction ends, and tells for which mapping the database is written.
MERGE (lock:_Lock {name: 'load'})
SET lock.turn = coalesce(lock.turn, 0) + 1
WITH lock
OPTIONAL MATCH (schema:_Schema {name: 'oncograph'})
RETURN lock.turn AS turn, schema.mappingVersion AS mappingVersion
