// What the embedded engine is given before the first load. Only keys are indexed: its planner does not use an index of
// a label on nodes that have several, and all of ours have.
CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (node:Resource) REQUIRE node.uri IS UNIQUE;
CREATE CONSTRAINT oncograph_load IF NOT EXISTS FOR (load:_Load) REQUIRE load.document IS UNIQUE;
CREATE CONSTRAINT oncograph_lock IF NOT EXISTS FOR (lock:_Lock) REQUIRE lock.name IS UNIQUE;
CREATE CONSTRAINT oncograph_schema IF NOT EXISTS FOR (schema:_Schema) REQUIRE schema.name IS UNIQUE;
