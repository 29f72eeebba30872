"""Argos Translate's packages: which nl→en package is installed, and installing one from a file or from Argos' index.

A package is a ZIP of one folder with `metadata.json`, `model/` (CTranslate2) and `sentencepiece.model` or `bpe.model`
(argostranslate.package, class IPackage). Archives are checked before they are unpacked, and unpacked beside their place.
"""

from __future__ import annotations

import json
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any

from docconv.errors import EngineError, ModelMissingError

LARGEST = 4 << 30  # bytes that a package may unpack to; Argos' own nl→en takes 0.2 GB
MOST_FILES = 5_000


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """An installed nl→en package. `sha256` is that of its model.bin."""

    path: Path
    version: str
    name: str

    @property
    def model(self) -> Path:
        """Give the folder of the CTranslate2 model."""
        return self.path / "model"


def packages_folder() -> Path:
    """Give the folder in which Argos Translate looks for packages (ARGOS_PACKAGES_DIR, else its own default)."""
    from argostranslate import settings

    return Path(settings.package_data_dir)


def installed() -> tuple[InstalledPackage, ...]:
    """Give the installed nl→en packages, newest version first."""
    from argostranslate import package
    from packaging.version import InvalidVersion, Version

    found = []
    for folder in _folders(package):
        with_metadata = _metadata_of(folder)
        if (with_metadata.get("from_code"), with_metadata.get("to_code")) == ("nl", "en"):
            found.append(InstalledPackage(folder, str(with_metadata.get("package_version", "0")), folder.name))

    def newest(item: InstalledPackage) -> tuple[Version, str]:
        try:
            return Version(item.version), item.name
        except InvalidVersion:
            return Version("0"), item.name

    return tuple(sorted(found, key=newest, reverse=True))


def newest() -> InstalledPackage:
    """Give the nl→en package that serves. Raises ModelMissingError with what to do."""
    packages = installed()
    if not packages:
        raise ModelMissingError(
            f"no Argos package for Dutch to English in {packages_folder()}: run `docconv model install FILE.argosmodel` or "
            "`docconv model install --from-index`, or take `--engine embedded`"
        )
    return packages[0]


def install(archive: Path, *, sha256: str | None = None) -> InstalledPackage:
    """Install the package in the file `archive`, replacing one of the same name, and give it.

    `sha256` is the digest that the file must have, None where none is asked for. Raises EngineError, and then leaves what was
    installed as it was.
    """
    _check_digest(archive, sha256)
    home = packages_folder()
    home.mkdir(parents=True, exist_ok=True)
    try:
        with _opened(archive) as package, _scratch(home) as scratch:
            top = _checked(package, archive)
            package.extractall(scratch)
            _try_model(scratch / top, archive)
            _put(scratch / top, home / top, scratch)
    except OSError as error:
        raise EngineError(f"can't install {archive} into {home}: {error.strerror or error}") from error
    return next(p for p in installed() if p.path == home / top)


def digest(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal. Raises EngineError where it can't be read."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(f"can't read {path}: {error.strerror or error}") from error


def _folders(package: Any) -> Iterator[Path]:  # noqa: ANN401 - argostranslate.package is untyped
    """Yield the folders that argostranslate lists; where a stray folder makes it fail, those that have metadata."""
    try:
        yield from (Path(p.package_path) for p in package.get_installed_packages())
    except Exception:
        yield from (p.parent for p in packages_folder().glob("*/metadata.json"))


def _metadata_of(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / "metadata.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _check_digest(archive: Path, wanted: str | None) -> None:
    found = digest(archive)
    if wanted and wanted.lower() != found:
        raise EngineError(f"{archive} has the SHA-256 {found}, not {wanted.lower()}: nothing was installed")


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(archive) as package:
            yield package
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise EngineError(f"{archive} is not an Argos package: {error}") from error


@contextmanager
def _scratch(home: Path) -> Iterator[Path]:
    """Give a folder on the same disk as `home` and outside it, since argostranslate reads every folder inside."""
    folder = Path(tempfile.mkdtemp(prefix=".docconv-", dir=home.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _checked(package: zipfile.ZipFile, archive: Path) -> str:
    """Give the name of the one folder in the archive. Raises EngineError for anything that should not be unpacked."""
    entries = package.infolist()
    names = [PurePosixPath(entry.filename) for entry in entries]
    if any(name.is_absolute() or ".." in name.parts or "\\" in str(name) for name in names):
        raise EngineError(f"{archive} holds a path that leads outside of its folder; it was not unpacked")
    if any(stat.S_ISLNK(entry.external_attr >> 16) for entry in entries):
        raise EngineError(f"{archive} holds a symbolic link; it was not unpacked")
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        raise EngineError(
            f"{archive} would unpack to over {MOST_FILES} files or {LARGEST >> 30} GiB; it was not unpacked"
        )
    tops = {name.parts[0] for name in names if name.parts}
    if len(tops) != 1:
        raise EngineError(f"{archive} must hold exactly one package folder, found {len(tops)}")
    top = tops.pop()
    _check_parts(package, archive, top)
    return top


def _check_parts(package: zipfile.ZipFile, archive: Path, top: str) -> None:
    names = set(package.namelist())
    if f"{top}/metadata.json" not in names:
        raise EngineError(f"{archive} is not an Argos package: it has no {top}/metadata.json")
    try:
        metadata = json.loads(package.read(f"{top}/metadata.json"))
        pair = metadata.get("from_code"), metadata.get("to_code")
    except (ValueError, AttributeError) as error:
        raise EngineError(f"{archive} is damaged: {top}/metadata.json is not JSON") from error
    if pair != ("nl", "en"):
        raise EngineError(f"{archive} translates {pair[0]} to {pair[1]}; docconv needs nl to en")
    if f"{top}/model/model.bin" not in names or not {f"{top}/sentencepiece.model", f"{top}/bpe.model"} & names:
        raise EngineError(f"{archive} is not complete: it needs model/model.bin and sentencepiece.model or bpe.model")


def _try_model(folder: Path, archive: Path) -> None:
    """Load the model once, so that a damaged one never replaces a working one."""
    import ctranslate2

    try:
        ctranslate2.Translator(str(folder / "model"), device="cpu")
    except Exception as error:
        raise EngineError(f"{archive} is damaged: its model can't be loaded ({error})") from error


def _put(new: Path, place: Path, scratch: Path) -> None:
    """Move `new` to `place`; what stood there goes only once the new one stands."""
    old = scratch / "replaced"
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
