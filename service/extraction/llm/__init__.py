"""A language model as reader, off unless a server is set."""
