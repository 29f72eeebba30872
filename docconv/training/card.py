"""The measured figures in a model card: the lines between two markers of its README.md, rewritten at each measuring."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
COMMAND = "python -m docconv.training.evaluate PACKAGE --data DIR --letters DIR --card"


def write_table(card: Path, rows: Iterable[tuple[str, int, str]]) -> None:
    """Replace the figures in `card`, or append them where it has none yet."""
    text = card.read_text("utf-8") if card.exists() else "# Dutch→English model\n"
    if BEGIN not in text:
        text = f"{text.rstrip()}\n\n{BEGIN}\n{END}\n"
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    card.write_text(f"{before}{BEGIN}\n{table(rows)}{END}{after}", encoding="utf-8")


def table(rows: Iterable[tuple[str, int, str]]) -> str:
    """The rows in Markdown with the day and the command."""
    lines = [f"| {name} | {count:,} | {figures} |" for name, count, figures in rows]
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return "\n".join(
        [
            f"Measured {day} by `{COMMAND}` (sacrebleu, beam 4, int8).",
            "",
            "| set | texts | figures |",
            "|---|---|---|",
            *lines,
            "",
        ]
    )
