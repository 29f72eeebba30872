"""Argos' package index: finding its nl→en package and downloading it, the only network connection that docconv opens.

The index is the JSON list that argostranslate reads (ARGOS_PACKAGE_INDEX). A broken download leaves a `.part` file and
goes on from there the next time.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docconv.errors import EngineError

BLOCK = 1 << 18
TIMEOUT = 30  # seconds without an answer

Downloaded = Callable[[int, int], None]
"""Called as `(bytes so far, bytes in all)`; the second is 0 where the server does not say."""


def download(progress: Downloaded | None = None) -> Path:
    """Download Argos' nl→en package into argostranslate's download folder and give the file. Raises EngineError."""
    from argostranslate import settings

    entry = _entry(settings.remote_package_index)
    place = Path(settings.downloads_dir) / f"translate-nl_en-{entry.get('package_version', '0')}.argosmodel"
    failures = []
    for link in entry.get("links", []):
        if not str(link).startswith(("https://", "http://")):
            continue
        try:
            return _fetch(link, place, progress)
        except OSError as error:
            failures.append(f"{link}: {_reason(error)}")
    raise EngineError(
        "can't download the nl→en package: " + ("; ".join(failures) or "the index names no address for it")
    )


def _entry(index: str) -> dict[str, Any]:
    """Give the index's entry for Dutch to English, the newest where there are several."""
    try:
        with urllib.request.urlopen(index, timeout=TIMEOUT) as answer:  # noqa: S310 - the address is the user's setting
            packages = json.load(answer)
    except OSError as error:
        raise EngineError(
            f"can't reach Argos' package index {index}: {_reason(error)}. Download a package on another machine and run "
            "`docconv model install FILE.argosmodel`; behind a proxy, set HTTPS_PROXY"
        ) from error
    except ValueError as error:
        raise EngineError(f"{index} answered with something that is not a package index (a proxy's page?)") from error
    pairs = [p for p in packages if isinstance(p, dict) and (p.get("from_code"), p.get("to_code")) == ("nl", "en")]
    if not pairs:
        raise EngineError(f"{index} lists no package for Dutch to English")
    return max(pairs, key=lambda p: [int(n) for n in str(p.get("package_version", "0")).split(".") if n.isdigit()])


def _fetch(link: str, place: Path, progress: Downloaded | None) -> Path:
    """Download `link` to `place`, going on from an earlier part."""
    if place.exists():
        return place
    part = place.with_suffix(".part")
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(link, headers={"Range": f"bytes={have}-"} if have else {})  # noqa: S310
    try:
        answer = urllib.request.urlopen(request, timeout=TIMEOUT)  # noqa: S310
    except urllib.error.HTTPError as error:
        if error.code != 416:  # "range not satisfiable": the part is no part of this file
            raise
        part.unlink()
        return _fetch(link, place, progress)
    with answer, part.open("ab" if answer.status == 206 else "wb") as file:
        done = have if answer.status == 206 else 0
        total = done + int(answer.headers.get("Content-Length") or 0)
        while block := answer.read(BLOCK):
            file.write(block)
            done += len(block)
            if progress:
                progress(done, total)
    if done < total:
        raise OSError(f"the connection ended at {done} of {total} bytes; run the command again to go on from there")
    part.replace(place)
    return place


def _reason(error: OSError) -> str:
    return str(getattr(error, "reason", None) or error.strerror or error)
