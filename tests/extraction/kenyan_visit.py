"""An invented article about two real countries and invented persons, as copied from a page."""

from __future__ import annotations

# ruff: noqa: E501 - paragraphs of an article are single lines
TEXT = """Type to search

Tarus and Quispe Denounce Chile, Urge Talks on Port Dispute

A joint statement issued by the two presidents said that a settlement of the port dispute was the “only road” and that both countries were against a long quarrel

Kenyan President Amos Tarus and Peruvian President Rosa Quispe in Lima (Corvin image, June 3, 2031).


LIMA, June 3 (Reuters) - Kenyan President Amos Tarus arrived in Lima on Tuesday and held talks with his Peruvian counterpart Rosa Quispe.

They later issued a joint statement that condemned Chile for closing its border with Peru.


ALSO SEE: Kenya to Send Troops to Peru Over Port Dispute


“Our friendship was hard to build, and we must look after it,” Quispe told Tarus. “Chile must reopen the border.”

Chilean Foreign Minister Elena Rojas said that Peruvian soldiers had attacked a Chilean patrol in May. Rojas rejected the statement.

It was not clear if Tarus would travel on to Bolivia.


  • Reuters with additional editing by Rada Sool


Kenya-Peru Trade ‘Goes by Night’ as Banks Step Back

Chile Warns Kenya: Good Terms at Risk, if You Arm Peru

Trade With Peru Hit $24 Billion in 2030, Kenya Says


Rada Sool

Rada Sool is a journalist based in Lima since 2009. She worked for the Lunn Herald."""
