"""The authority file: who is who in French oncology, and under which spellings.

One entry per actor in the YAML files of this folder; `loaders.authority.lint` says what is wrong with them.
"""

from loaders.authority.current import authority
from loaders.authority.entries import Authority, Entry, Succession

__all__ = ["Authority", "Entry", "Succession", "authority"]
