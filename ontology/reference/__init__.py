"""The reference of the ontology as web pages in French and English, made from the files alone.

Examples and questions come from outside: the ontology knows nobody. Pages load one style sheet and one script of the
site and nothing from elsewhere; they hold no inline script or style.
"""

from ontology.reference.areas_page import areas_page
from ontology.reference.frame import Example, Lang, QuestionUse
from ontology.reference.rules_page import rules_page
from ontology.reference.terms_page import terms_page

__all__ = ["Example", "Lang", "QuestionUse", "areas_page", "rules_page", "terms_page"]
