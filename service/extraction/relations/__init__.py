"""Dated ties between actors."""
