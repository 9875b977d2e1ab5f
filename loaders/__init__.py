"""How documents get in: reading, extraction, entity resolution, RDF."""
