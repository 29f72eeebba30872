"""Which engine translates: by name, or any object with `translate`."""

from __future__ import annotations

from collections.abc import Sequence

from docconv.errors import EngineError, ModelMissingError
from docconv.protocols import Decoder, Engine, EngineIdentity

NAMES = ("auto", "argos", "embedded", "pseudo")


def engine_for(choice: str | Engine) -> Engine:
    """Give the engine that a name stands for, or the object itself.

    "auto" is Argos' package where one is installed, else the embedded model. Raises EngineError, ValueError for a name that
    is none of NAMES, TypeError for an object without `translate`.
    """
    if not isinstance(choice, str):
        if not callable(getattr(choice, "translate", None)):
            raise TypeError(f"an engine needs a method translate(sentences); {type(choice).__name__} has none")
        return choice
    match choice:
        case "pseudo":
            from docconv.translation.pseudo import Pseudo

            return Pseudo()
        case "embedded":
            return _embedded()
        case "argos":
            return _argos()
        case "auto":
            try:
                return _argos()
            except ModelMissingError:
                return _embedded()
    raise ValueError(f"no engine is called {choice!r}; choose one of {', '.join(NAMES)}, or give an object")


def identity_of(engine: Engine) -> EngineIdentity:
    """Give what an engine says it is; an object of which nothing is known goes by its type's name."""
    found = getattr(engine, "identity", None)
    if isinstance(found, EngineIdentity):
        return found
    kind = type(engine)
    return EngineIdentity(engine="custom", model=f"{kind.__module__}.{kind.__qualname__}", sha256="")


def translated(engine: Engine, sentences: Sequence[str]) -> list[str]:
    """Give the engine's translations, one a sentence. Raises EngineError where it gives anything else."""
    found = engine.translate(sentences) if sentences else []
    if len(found) != len(sentences) or not all(isinstance(text, str) for text in found):
        raise EngineError(
            f"{type(engine).__name__}.translate must give one string a sentence: it was given {len(sentences)} "
            f"and gave {len(found)} {type(found[0]).__name__ if found else 'of nothing'}"
        )
    return list(found)


def decodes(engine: Engine) -> bool:
    """Tell whether an engine offers more than its best translation."""
    return isinstance(engine, Decoder)


def _argos() -> Engine:
    from docconv.translation import ctranslate, packages

    return ctranslate.load(packages.newest().path, "argos")


def _embedded() -> Engine:
    from docconv.data import embedded_model
    from docconv.translation import ctranslate

    try:
        return ctranslate.load(embedded_model(), "embedded")
    except FileNotFoundError as error:
        raise ModelMissingError(str(error)) from error
