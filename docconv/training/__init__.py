"""From bilingual data to the embedded Dutch→English model: filtering, vocabulary, training, export, measuring.

`python -m docconv.training --data DIR --out DIR` does it all; it needs the extra `train`,
and no other part of docconv imports it.
"""
