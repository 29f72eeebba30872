"""Files made for one test: a PDF of a few printed lines, a DOCX of a few paragraphs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The letters that come with the tests."""
    return CORPUS


def make_pdf(pages: list[list[tuple]], *, image: bool = False) -> bytes:
    """A PDF of text: each page a list of (x, y, size, words) with "B" behind for bold; a page may be empty."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", font("Helvetica"), font("Helvetica-Bold")]
    kids = []
    for page in pages:
        stream = "".join(printed(*line) for line in page)
        if not page and image:
            stream = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(objects)


def font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def printed(x: float, y: float, size: float, words: str, style: str = "") -> str:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'F2' if style == 'B' else 'F1'} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def assembled(objects: list[str]) -> bytes:
    out, places = io.BytesIO(b""), []
    out.write(b"%PDF-1.4\n")
    for n, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{n} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010d} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def make_docx(body: str, **parts: str) -> bytes:
    """A DOCX with `body` inside w:body; `parts` are further parts by their kind: numbering, styles, footnotes, header1."""
    relations = ""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        package.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="r1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        for name, text in parts.items():
            kind = name.rstrip("0123456789")
            if kind == "links":
                relations += text
                continue
            relations += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
            package.writestr(f"word/{name}.xml", text)
        package.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        package.writestr("word/document.xml", f'<w:document {W} xmlns:r="{R}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


@pytest.fixture(scope="session")
def pdf():
    return make_pdf


@pytest.fixture(scope="session")
def docx():
    return make_docx


def hinted(source, role: str) -> list[tuple[str, str]]:
    """The text under each hint of a role, and the hint's value."""
    return [(hint.span.of(source.text), hint.value) for hint in source.hints if hint.role == role]


@pytest.fixture(scope="session", name="hinted")
def _hinted():
    return hinted
