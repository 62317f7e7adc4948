"""The closed vocabularies: one TOML file each, named after the vocabulary, its source and licence on top.

From PLOVER 0.8 (Open Event Data Alliance): plover_events, plover_contexts, quad_classes, sectors.
From CAMEO 1.1b3 and GDELT: cameo, the older event codes with their PLOVER targets and Goldstein values.
From ISO and UCUM: units, date_precisions.
This project's own: positions, relation_types, indicators, speech_acts, modalities, claim_kinds, methods,
statuses, actor_kinds, comparators, evidence_sections, contradiction_reasons.

`service.vocabulary.terms` reads them. A new term is an edit of the file; the tests say what it must carry.
"""
