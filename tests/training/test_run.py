"""A toy run from data to package on one core, in seconds: it trains, resumes, exports, loads, and gives its network back."""

import random

import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
pytest.importorskip("zstandard", reason="the extra `train` is not installed")
pytest.importorskip("ctranslate2", reason="CTranslate2 is not installed")

from docconv.training import __main__ as command  # noqa: E402 - after the skips
from docconv.training import pipeline, sources  # noqa: E402
from docconv.training.alignment import Lexicon  # noqa: E402
from docconv.training.batches import Position, Stream  # noqa: E402
from docconv.training.evaluate import has_loop, measure  # noqa: E402
from docconv.training.loss import sampled_cross_entropy, tied_cross_entropy  # noqa: E402
from docconv.training.optimiser import orthogonal  # noqa: E402
from docconv.training.pipeline import Workplace, load_pairs  # noqa: E402
from docconv.training.symbols import SYMBOLS  # noqa: E402
from docconv.training.terms import TermAnnotator  # noqa: E402
from docconv.training.train import Run  # noqa: E402
from docconv.training.vocabulary import load_vocabulary  # noqa: E402
from docconv.training.warmstart import network_from_package  # noqa: E402
from docconv.translation.ctranslate import CTranslateDecoder  # noqa: E402

WORDS = {
    "minister": "minister",
    "kamer": "house",
    "brief": "letter",
    "vraag": "question",
    "gemeente": "municipality",
    "wet": "act",
}


def draws(seed):
    return random.Random(seed)  # noqa: S311 - no secret is made here


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    """A finished toy run, on made-up sentences only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "OWN_DATA", tmp_path_factory.mktemp("none"))
        patch.setattr(pipeline, "made_pairs", list)
        patch.setattr(pipeline, "made_everyday", list)
        return toy_run(tmp_path_factory)


def toy_run(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    chance = draws(0)
    lines = []
    for number in range(600):
        words = chance.choices(list(WORDS), k=4)
        nl = f"De {words[0]} en de {words[1]} van de {words[2]} in {number} met de {words[3]}."
        lines.append(
            f"{number}\t{nl}\t"
            + "The {} and the {} of the {} in {{}} with the {}.".format(*(WORDS[w] for w in words)).format(number)
        )
    (data / "parliament_nl_en.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    folder = tmp_path_factory.mktemp("run")
    torch.set_num_threads(1)
    call = [
        "--data",
        str(data),
        "--out",
        str(folder),
        "--preset",
        "toy",
        "--device",
        "cpu",
        "--pieces",
        "500",
        "--workers",
        "2",
    ]
    command.main([*call, "--minutes", "0.02"])
    first = Run.load(folder / "checkpoint.pt")[0].step
    command.main([*call, "--minutes", "0.04"])
    assert Run.load(folder / "checkpoint.pt")[0].step > first > 0
    return Workplace(folder)


def test_the_package_loads_and_translates(work):
    package = CTranslateDecoder(work.package, "embedded")
    assert len(package.translate(["De minister.", ""])) == 2
    assert package.translate([""]) == [""]


def test_every_symbol_is_one_piece_even_glued_to_words(work):
    pieces = load_vocabulary(work.vocabulary)
    for symbol in SYMBOLS:
        assert symbol in pieces.encode(f"minister{symbol}brief", out_type=str)


def test_a_package_gives_its_network_back(work):
    network, (run, _) = network_from_package(work.package), Run.load(work.checkpoint)
    for (name, mine), theirs in zip(run.average.named_parameters(), network.parameters(), strict=True):
        if name != "embedding.weight":
            assert torch.allclose(mine, theirs, atol=0.02 * float(mine.abs().max()) + 1e-6), name


def test_a_stream_resumes_where_it_stood(work):
    vocabulary, pairs = load_vocabulary(work.vocabulary), load_pairs(work.pairs)
    first, second = (Stream(pairs, vocabulary, tokens=512) for _ in range(2))
    walk = first.batches()
    for _ in range(3):
        next(walk)
    second.position = Position(first.position.pool, first.position.batch, dict(first.position.cursors))
    assert torch.equal(next(walk).source, next(second.batches()).source)


def test_term_constraints_keep_the_sentence_and_give_a_phrase_of_the_reference(work):
    annotator = TermAnnotator(Lexicon.load(work.lexicon), load_vocabulary(work.vocabulary))
    nl, en = (
        "De gemeente en de wet van de minister in 3 met de brief.",
        "The municipality and the act of the minister in 3 with the letter.",
    )
    made = [annotator.annotate(nl, en, draws(seed)) for seed in range(20)]
    assert any("⟦t⟧" in text for text in made)
    for text in made:
        assert text.count("⟦t⟧") == text.count("⟦=⟧") == text.count("⟦/⟧") <= 3


def test_the_chunked_loss_and_its_gradient_are_those_of_torch():
    states, table, bias = (torch.randn(*size, requires_grad=True) for size in ((700, 16), (50, 16), (50,)))
    gold = torch.randint(0, 50, (700,))
    ours = tied_cross_entropy(states, table, bias, gold)
    mine = torch.autograd.grad(ours, (states, table, bias))
    theirs = torch.nn.functional.cross_entropy(states @ table.T + bias, gold, label_smoothing=0.1)
    assert torch.allclose(ours, theirs, atol=1e-4)
    for one, other in zip(mine, torch.autograd.grad(theirs, (states, table, bias)), strict=True):
        assert torch.allclose(one, other, atol=1e-5)
    assert torch.allclose(sampled_cross_entropy(states, table, bias, gold, 50), theirs, atol=1e-4)


def test_muon_steps_are_nearly_orthogonal():
    values = torch.linalg.svdvals(orthogonal(torch.randn(1, 24, 64)))
    assert float(values.min()) > 0.3
    assert float(values.max()) < 1.7


def test_loops_are_seen_unless_the_source_has_them():
    assert has_loop("een twee drie", "the house of the house of the house of the house")
    assert not has_loop("een twee drie", "one two three")


def test_measuring_needs_no_held_out_sets(work, tmp_path):
    assert [row.name for row in measure(CTranslateDecoder(work.package, "embedded"), tmp_path, None)][-1] == "load"
