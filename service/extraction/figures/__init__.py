"""Quantities with indicator, unit, parties and period."""
