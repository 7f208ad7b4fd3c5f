"""From a line of a generated file to its description, and back."""

from .answers import Subject, explain_line, explain_pointer
from .question import Question, read_question

__all__ = [
    "Question",
    "Subject",
    "explain_line",
    "explain_pointer",
    "read_question",
]
