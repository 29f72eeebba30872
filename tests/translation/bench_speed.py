"""Speed and memory beside Argos Translate itself, with the same model and the same letter.

`pytest -m benchmark -s tests/translation/bench_speed.py`; ARGOS_PYTHON names the Python of another environment with
argostranslate in it (else this one's is used). Argos gets its sentences from a splitter that needs no download.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docconv.data import embedded_model

SAMPLE = Path(__file__).parents[2] / "samples" / "oeigoeren" / "letter.txt"
ROUNDS = 3

ARGOS = """
import json, resource, sys, time
begun = time.perf_counter()
from argostranslate import package, translate
class Splitter:
    def split_sentences(self, text):
        import re
        return [part for part in re.split(r"(?<=[.?!])\\s+", text) if part]
texts = json.load(open(sys.argv[1]))
pairs = [p for p in package.get_installed_packages() if (p.from_code, p.to_code) == ("nl", "en")]
speaker = translate.PackageTranslation(None, None, pairs[0])
speaker.sentencizer = Splitter()
speaker.translate("Ja.")
decoding = time.perf_counter()
found = [speaker.translate(text) for text in texts]
now = time.perf_counter()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"decoding": now - decoding, "whole": now - begun, "memory": memory}))
"""

DECODING = """
import json, resource, sys, time
begun = time.perf_counter()
from docconv.model import RichText
from docconv.translation.engines import engine_for
from docconv.translation.segmentation import sentences
texts = json.load(open(sys.argv[1]))
speaker = engine_for("embedded")
speaker.translate(["Ja."])
decoding = time.perf_counter()
found = speaker.translate([span.of(text) for text in texts for span in sentences(RichText(text))])
now = time.perf_counter()
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"decoding": now - decoding, "whole": now - begun, "memory": memory}))
"""

WHOLE = """
import json, resource, sys, time
begun = time.perf_counter()
import docconv
letter = docconv.parse(docconv.read(sys.argv[2]))
docconv.translate(letter, engine="embedded")
now = time.perf_counter()
print(json.dumps({"whole": now - begun, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The letter's paragraphs, and the embedded model where Argos looks for packages."""
    import docconv
    from docconv.model import OBJECT, paragraphs

    letter = docconv.parse(docconv.read(SAMPLE))
    path = tmp_path / "texts.json"
    path.write_text(json.dumps([p.text.replace(OBJECT, "") for p in paragraphs(letter)]), encoding="utf-8")
    shutil.copytree(embedded_model(), tmp_path / "packages" / "translate-nl_en-0_1")
    return path


def run(code: str, python: str, texts: Path) -> dict[str, float]:
    environment = os.environ | {
        "ARGOS_PACKAGES_DIR": str(texts.parent / "packages"),
        "ARGOS_CHUNK_TYPE": "MINISBD",
        "DOCCONV_CACHE": "off",
    }
    arguments = [python, "-c", code, str(texts), str(SAMPLE)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.benchmark
def test_decoding_is_faster_than_argos_and_memory_stays_small(texts: Path):
    python = os.environ.get("ARGOS_PYTHON", sys.executable)
    rounds = [(run(ARGOS, python, texts), run(DECODING, sys.executable, texts)) for _ in range(ROUNDS)]
    argos = min((a for a, _ in rounds), key=lambda r: r["decoding"])
    ours = min((d for _, d in rounds), key=lambda r: r["decoding"])
    whole = min((run(WHOLE, sys.executable, texts) for _ in range(ROUNDS)), key=lambda r: r["whole"])
    ratio = argos["decoding"] / ours["decoding"]
    lines = (
        f"decoding: argostranslate {argos['decoding']:.2f} s, docconv {ours['decoding']:.2f} s: {ratio:.1f} times as fast",
        f"process, translation alone: argostranslate {argos['whole']:.2f} s, docconv {ours['whole']:.2f} s",
        f"process, terms, notes and checks included: docconv {whole['whole']:.2f} s",
        f"memory: argostranslate {argos['memory'] / 1024:.0f} MB, docconv {whole['memory'] / 1024:.0f} MB",
    )
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert ratio >= 1.5  # 2.0 when last measured on two idle cores, with one beam width; the aim of 5 is not reached
    assert whole["memory"] < 600 * 1024
