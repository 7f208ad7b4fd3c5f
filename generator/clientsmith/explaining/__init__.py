"""From a line of a generated file to its description, and back."""

from .answers import Subject, explain_line, explain_pointer, unknown
from .left_out import Stages, left_out
from .question import Question, read_question

__all__ = [
    "Question",
    "Stages",
    "Subject",
    "explain_line",
    "explain_pointer",
    "left_out",
    "read_question",
    "unknown",
]
