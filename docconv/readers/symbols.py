"""Signs that files hold as codes of the fonts Symbol and Wingdings (U+F000 to U+F0FF), by what is seen on the page."""

from __future__ import annotations

SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▫",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf076": "❖",
    "\uf0e0": "→",
    "\uf02d": "-",
    "\uf0be": "–",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf0a3": "☐",
    "\uf020": " ",
}
