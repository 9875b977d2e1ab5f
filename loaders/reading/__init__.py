"""Reading files: a path becomes text with stable offsets, or one clear refusal."""

from loaders.reading.files import DOCUMENT_SUFFIXES, RDF_SUFFIXES, find
from loaders.reading.reader import read

__all__ = ["DOCUMENT_SUFFIXES", "RDF_SUFFIXES", "find", "read"]
