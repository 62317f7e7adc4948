"""Explicit attitudes of one actor toward another."""
