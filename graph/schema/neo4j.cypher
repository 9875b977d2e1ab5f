// What a Neo4j database is given before the first load; every statement may be run again.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (node:Resource) REQUIRE node.uri IS UNIQUE;
CREATE CONSTRAINT oncograph_load IF NOT EXISTS FOR (load:_Load) REQUIRE load.document IS UNIQUE;
CREATE CONSTRAINT oncograph_lock IF NOT EXISTS FOR (lock:_Lock) REQUIRE lock.name IS UNIQUE;
CREATE CONSTRAINT oncograph_schema IF NOT EXISTS FOR (schema:_Schema) REQUIRE schema.name IS UNIQUE;
CREATE INDEX oncograph_starts IF NOT EXISTS FOR (agreement:Agreement) ON (agreement.startsOn_min);
CREATE INDEX oncograph_signed IF NOT EXISTS FOR (agreement:Agreement) ON (agreement.signedOn_min);
CREATE INDEX oncograph_announced IF NOT EXISTS FOR (agreement:Agreement) ON (agreement.announcedOn_min);
CREATE INDEX oncograph_ends IF NOT EXISTS FOR (agreement:Agreement) ON (agreement.endsOn_min);
CREATE INDEX oncograph_issued IF NOT EXISTS FOR (document:Document) ON (document.issued_min);
CREATE INDEX oncograph_siren IF NOT EXISTS FOR (organization:Organization) ON (organization.siren);
CALL db.awaitIndexes(60);
