"""What is known: cited records and their strict loader.

`load_knowledge()` reads the package's own YAML once; everything else takes a `Knowledge` as an argument.
"""

from stridewell.knowledge.faults import Fault, FaultyRecords, KnowledgeError, UnknownId, WrongShape
from stridewell.knowledge.knowledge import Knowledge
from stridewell.knowledge.load import load_knowledge, read_knowledge

__all__ = [
    "Fault",
    "FaultyRecords",
    "Knowledge",
    "KnowledgeError",
    "UnknownId",
    "WrongShape",
    "load_knowledge",
    "read_knowledge",
]
