"""Terminology: the glossary, and where its terms stand in Dutch and English text."""
