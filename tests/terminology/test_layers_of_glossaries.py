"""A user's glossary over the built-in one: by id or by term, with the origin of every entry on record."""

from pathlib import Path

from docconv.terminology import load


def laid(folder: Path, *rows: str):
    path = folder / "mine.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return load([path])


def test_a_term_takes_the_place_of_the_built_in_one(tmp_path: Path):
    base = laid(tmp_path, "nl,en", "kabinet,Cabinet")
    (match,) = base.find("Wat vindt het Kabinet?")
    assert (match.entry.en, match.entry.origin, match.entry.line) == ("Cabinet", "mine.csv", 2)
    ((old, new),) = base.replaced
    assert (old.en, new.en) == ("government", "Cabinet")
    assert "government" in match.entry.wrong  # what it replaces is now a known wrong rendering
    assert "Cabinet" not in match.entry.wrong
    assert len(base.entries) == len(load().entries)


def test_an_id_takes_the_place_of_the_built_in_one(tmp_path: Path):
    base = laid(tmp_path, "id,nl,en", "gov.kabinet,ministersploeg,team of ministers")
    assert base.find("Het kabinet.") == ()
    assert base.find("De ministersploeg.")[0].entry.en == "team of ministers"


def test_a_new_term_is_added(tmp_path: Path):
    base = laid(tmp_path, "nl,en", "zwembadbeleid,swimming pool policy")
    assert len(base.entries) == len(load().entries) + 1
    assert [m.entry.id for m in base.find("Het zwembadbeleid.")] == ["zwembadbeleid"]


def test_the_digest_tells_what_the_entries_say_and_not_how_the_file_says_it(tmp_path: Path):
    one = laid(tmp_path, "nl,en", "zwembadbeleid,swimming pool policy").digest
    two = laid(tmp_path, "en;nl", "swimming pool policy;zwembadbeleid").digest
    other = laid(tmp_path, "nl,en", "zwembadbeleid,pool policy").digest
    assert one == two
    assert len({one, other, load().digest}) == 3
    assert len(one) == 64


def test_a_changed_file_is_read_again(tmp_path: Path):
    assert laid(tmp_path, "nl,en", "zwembad,pool").find("zwembad")[0].entry.en == "pool"
    assert laid(tmp_path, "nl,en", "zwembad,swimming pool").find("zwembad")[0].entry.en == "swimming pool"
