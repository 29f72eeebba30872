"""Data to package in one command: `python -m docconv.training --data DIR --out DIR [--preset cpu|gpu] [--minutes N]`."""

import argparse
import os
import sys
from pathlib import Path

from docconv.training.pipeline import PRESETS, Choices, Workplace, default_device, finish, prepare, run
from docconv.training.vocabulary import SIZE


def main(arguments: list[str] | None = None) -> None:
    """Prepare, train and export; the same command goes on where a stopped run left off."""
    parser = argparse.ArgumentParser(
        prog="python -m docconv.training", description="Train the embedded Dutch→English model."
    )
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with train.tsv.zst, parliament_nl_en.tsv, dev/ and eval/"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: checkpoint and package")
    parser.add_argument("--device", choices=("cpu", "cuda"), default=None, help="default: cuda where there is one")
    parser.add_argument("--preset", choices=sorted(PRESETS), default=None, help="default: the one of the device")
    parser.add_argument(
        "--minutes", type=float, default=None, help="minutes of training, those before a restart included"
    )
    parser.add_argument("--pieces", type=int, default=SIZE, help="size of the vocabulary")
    parser.add_argument(
        "--warm-start", type=Path, default=None, help="a package to begin from where there is no checkpoint"
    )
    parser.add_argument("--workers", type=int, default=None, help="processes on the CPU; default: one a core")
    chosen = parser.parse_args(arguments)
    device = chosen.device or default_device()
    preset = PRESETS[chosen.preset or ("gpu" if device == "cuda" else "cpu")]
    work = Workplace(chosen.out)
    minutes = chosen.minutes or preset.minutes
    choices = Choices(preset, minutes, device, chosen.warm_start, chosen.workers or os.cpu_count() or 1)
    prepare(chosen.data, work, log=say, pieces=chosen.pieces)
    state = run(work, choices, log=say)
    finish(state, work, log=say)


def say(line: str) -> None:
    """Write one line of progress."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
