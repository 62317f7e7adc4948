"""Texts and pages of articles, cut into sections and paragraphs."""
