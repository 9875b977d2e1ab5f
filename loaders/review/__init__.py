"""Curation: what a person decides about claims and actors, kept in a file of its own and replayed at every reading."""
