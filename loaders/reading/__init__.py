"""Reading files: a path becomes text with stable offsets, or one clear refusal."""

from loaders.reading.files import DOCUMENT_SUFFIXES, find
from loaders.reading.reader import read, read_all
from ontology.rdf_files import RDF_SUFFIXES

__all__ = ["DOCUMENT_SUFFIXES", "RDF_SUFFIXES", "find", "read", "read_all"]
