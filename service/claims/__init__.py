"""The claim record: its fields, its checks and its identity, made by every loader."""
