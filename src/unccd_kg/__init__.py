"""A knowledge graph of what is said, asked and committed in the documents of the UNCCD."""

__version__ = "0.1.0"
