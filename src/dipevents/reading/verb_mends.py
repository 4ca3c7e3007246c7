"""Verbs that the model reads as English grammar rules out, mended in place.

"…," MAY said; MAY has warned               no modal stands before a finite verb: a name, and the subject
he'S expressed doubts                       no passive has such an object: "has"
denied jets had crossed, and CALLED         no finite verb goes on with "had": that of the clause above does
many in Lima DOUBT that it holds            no bare noun has a subject: a verb in the present
Kim to go to Lima, MEET Lie                 no bare form is finite: it goes on with the infinitive
have blamed it for lying and HAVE LEFT      a perfect goes on with a perfect, not with a participle
accused Oslo of FLYING arms to              nobody is accused of arms: of what is done with them
was summoned and TOLD that …                whoever tells tells somebody: a passive
told a meeting Holt MUST go                 what is told lacks nothing, and tells of no meeting
told him in a call THAT raids must          and something: a clause, not one of the call
alarmed by moves TO BUILD a base            nobody is alarmed to do something by somebody: what the moves are
the 54-year-OLD went to Oslo                no verb has an article: the adjective stands for somebody
they plan TO VISIT Lima                     nor an infinitive that describes it: it is what is planned
a delegation HEADED to Lima                 nobody is headed or arrived: a past
Peru had been BARGAINING, will PASS to Lima no noun has a helper: a verb
Peru SIGNS with Oslo for six boats          signs are with nobody: a verb
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dipevents.reading.grammar import FINITE, fillers, has_subject, is_of, is_passive, is_subjunctive, is_to, verb_above
from dipevents.reading.tails import PLAINLY_FINITE, crown, hang, hang_subject, make_verb

if TYPE_CHECKING:
    from dipevents.reading.sentence import Word

__all__ = [
    "DEEDS",
    "OF_NOUNS",
    "PRESENT",
    "QUOTES",
    "act",
    "be_told",
    "charge",
    "embody",
    "give",
    "go_on",
    "help_on",
    "intend",
    "lift",
    "mark",
    "name",
    "perfect",
    "plan",
    "resume",
    "share_perfect",
    "sign",
    "tell",
    "tell_bare",
]

_WHOLE = frozenset({"acomp", "attr", "dobj", "xcomp"})
"""What a verb has that lacks nothing."""
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "relcl"})
PRESENT = {"NN": "VBP", "NNS": "VBZ"}
"""The tags of verbs that were taken for nouns, by those of the nouns."""
QUOTES = frozenset({'"', "“", "”", "``", "''"})
OF_NOUNS = frozenset({"amod", "case", "compound", "det", "nmod", "nummod", "poss"})
"""Relations of what only nouns have before them."""
_SHORT = frozenset({"'s", "’s"})
DEEDS: dict[str, str] = {
    f"{verb.removesuffix('e')}ing": verb
    for verb in ("arm", "carry", "export", "fly", "import", "make", "move", "pass", "sell", "send", "smuggle")
} | {"shipping": "ship"}
"""What somebody may be accused of doing with goods, by the forms that look like attributes of them."""
_PASTS = {"drove": "drive", "flew": "fly", "left": "leave", "rode": "ride", "set": "set"}
"""Pasts of travel that are taken for nouns behind "the 54-year-old"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def act(subject: Word) -> None:
    """Makes a verb of a bare noun with a subject of the number that the verb's ending tells."""
    noun = subject.head
    if noun.tag not in PRESENT or subject.i > noun.i:
        return
    subjects = [c for c in noun.children if c.dep == "nsubj" and c.i < noun.i]
    if noun.dep not in _CLAUSES or any(c.dep in OF_NOUNS for c in noun.children) or len(subjects) != 1:
        return
    several = subjects[0].tag in {"NNS", "NNPS"} or any(c.dep == "conj" for c in subjects[0].children)
    if several == (noun.tag == "NN"):
        make_verb(noun, PRESENT[noun.tag])


def resume(verb: Word) -> None:
    """Lets a bare form go on with an infinitive before it, not with what is above that, or with its subject."""
    if verb.tag != "VB" or any(c.dep in {"aux", "auxpass", "neg"} for c in verb.children):
        return
    above = verb.head
    if above is verb:  # "KIM to go to Lima, MEET Lie"
        subject = next((c for c in verb.children if c.dep == "nsubj"), verb)
        first = _infinitive(subject, verb.i) if subject is not verb else None
        if first is None or "," not in {w.text for w in verb.sentence.words[first.i : verb.i]}:
            return
        crown(first, verb, "conj")
        hang([c for c in verb.children if c.i < first.i], first)
    elif above.tag != "VB" and (first := _infinitive(above, verb.i)) is not None and first is not verb:
        hang([verb], first)  # "is set to go to Lima, MEET Lie"


def _infinitive(above: Word, end: int) -> Word | None:
    """The first infinitive that hangs on a word, before a position."""
    for verb in above.children:
        if verb.dep in {"acl", "relcl", "xcomp"} and above.i < verb.i < end and verb.tag == "VB":
            return verb if is_to(verb) else None
    return None


def give(given: Word) -> None:
    """Makes a participle of "given" that was taken for a preposition but tells by whom: "GIVEN six tanks by Oslo"."""
    read = given.tag == "VBN" and given.dep == "prep"
    by = next((c for c in given.children if c.lower == "by"), None) if read else None
    if by is not None:
        make_verb(given, "VBN")
        given.dep, by.dep = "acl", "agent"
        for thing in (c for c in given.children if c.dep == "pobj"):
            thing.dep = "dobj"


def charge(deed: Word) -> None:
    """Makes a verb of what was taken for an attribute behind "of": "accused Oslo of FLYING arms to Lima"."""
    if deed.lower not in DEEDS or deed.i < 2 or (of := deed.sentence.words[deed.i - 1]).lower != "of":
        return
    goods = deed.head if deed.head.dep == "pobj" else deed.head.head
    above = verb_above(of)
    if goods.dep != "pobj" or goods.head is not of or above is None or not is_of(above, "charging"):
        return
    if of.head is not above:
        hang([of], above)
    make_verb(deed, "VBG")
    deed.lemma = DEEDS[deed.lower]
    hang([deed], of)
    hang([goods], deed)
    deed.dep, goods.dep = "pcomp", "dobj"
    behind = (c for w in (above, goods) for c in w.children if c.i > goods.i and c.dep == "prep" and c.lower != "of")
    for phrase in tuple(behind):
        hang([phrase], deed)


def accuse(by: Word) -> None:
    """Hangs on a passive of accusing what was hung on who accuses: "is accused by a group of experts OF ARMING"."""
    under = by.subtree() if is_of(by.head, "charging") else ()
    done = (w for w in under if w.lower == "of" and any(c.dep == "pcomp" and c.tag == "VBG" for c in w.children))
    if (of := next(done, None)) is not None:
        hang([of], by.head)


def intend(infinitive: Word) -> None:
    """Makes a complement of an infinitive that hangs on a finite verb as on a noun: "plan TO VISIT Lima"."""
    above = infinitive.head
    if infinitive.tag == "VB" and above.is_verb and above.tag in {"VBD", "VBP", "VBZ"} and infinitive.i > above.i:
        infinitive.dep = "xcomp"


def be_told(verb: Word) -> None:
    """Makes a passive of a verb of telling that goes on with one, and says whom it tells in no other way."""
    if verb.tag != "VBD":
        return
    passive = verb.head.tag == "VBN" and any(c.dep == "auxpass" for c in verb.head.children)
    below = {c.dep for c in verb.children}
    summoned = verb.head.lemma in {"call", "haul", "summon"} and is_of(verb, "hosting")
    if passive and (summoned or is_of(verb, "telling")) and not below & {"dobj", "dative", "nsubj", "nsubjpass", "aux"}:
        verb.tag = "VBN"


def tell(told: Word) -> None:
    """Makes what is told of a clause that was hung on whom it is told to, on when, or on a letter in which it is."""
    that = next((c for c in told.children if c.lower == "that"), None)
    if that is None:
        return
    noun = told.head
    own = any(c.dep in {"nsubj", "nsubjpass"} and c is not that for c in told.children)
    timed = noun.dep == "pobj" and (noun.lower == "time" or noun.head.lower == "on")  # "confirmed for the first TIME"
    within = noun.dep == "pobj" and noun.head.lower in {"at", "during", "in"}
    verb = noun.head.head if timed or within else noun.head
    saying = is_of(verb, "saying") or (timed and is_of(verb, "stating"))
    if that.tag not in {"IN", "WDT"} or not own or not verb.is_verb or not saying or verb is told:
        return
    whom = is_of(verb, "hosting") and not is_of(noun, "tales")
    if (noun.dep != "pobj" and not (noun.dep == "dobj" and whom)) or any(
        c.dep in {"ccomp", "xcomp"} for c in verb.children
    ):
        return
    if is_of(told, "writing") and all(c is that for c in told.children if c.dep == "dobj"):
        return  # "said in a letter that he SENT"
    hang([told], verb)
    told.dep, that.dep, that.tag, that.pos = "ccomp", "mark", "IN", "SCONJ"


def tell_bare(told: Word) -> None:
    """Makes what is told of a clause without "that" hung on who hears it: "told a news CONFERENCE Holt MUST RESIGN".

    It lacks nothing, as what tells of the noun would: "told a rally he ADDRESSED".
    """
    noun, verb = told.head, told.head.head
    if (
        verb.lemma != "tell"
        or noun.dep not in {"dative", "dobj"}
        or not (is_of(noun, "hearing") or is_of(noun, "held"))
    ):
        return
    subject = next((c for c in told.children if c.dep in _SUBJECTS and noun.i < c.i < told.i), None)
    whole = is_passive(told) or any(c.tag == "MD" or c.dep in _WHOLE for c in told.children)
    bare = all(c.tag not in {"WDT", "WP", "WRB"} and c.dep != "mark" for c in told.children)
    stranded = any(c.dep == "prep" and not c.children for c in told.children)
    if subject is None or not whole or not bare or stranded or any(c.dep in {"ccomp", "xcomp"} for c in verb.children):
        return
    hang([told], verb)
    told.dep = "ccomp"


def go_on(verb: Word) -> None:
    """Hangs a finite verb behind "and" on the one above: not on a participle, an infinitive, nor into a quotation."""
    words, head = verb.sentence.words, verb.head
    gerund = head.tag == "VBG" and head.dep == "pcomp"  # "accused Lima of ARMING them and THREATENED war"
    if verb.tag != "VBD" and not (_urges(verb) or (gerund and verb.tag == "VBN")):
        return
    helpers = {c.lower if c.tag == "MD" else c.lemma for c in head.children if c.dep == "aux"}
    perfect = (head.tag == "VBN" and "have" in helpers) or (head.tag == "VBG" and "be" in helpers)
    bare = is_subjunctive(head) or (head.tag == "VB" and bool(helpers - {"do"}))  # "COULD start a war and CALLED for"
    joint = next((c for c in reversed(head.children) if c.dep == "cc" and c.i < verb.i), None)
    finite = PLAINLY_FINITE | {"VBN"} if bare else PLAINLY_FINITE  # "HAS called on them to pay and THREATENED to"
    above = next((up for up in head.ancestors() if up.tag in finite and up.i < head.i), None)
    if above is None or joint is None:
        return
    before = words[joint.i - 1].text
    quoted = before in QUOTES and any(w.text in QUOTES for w in words[above.i : head.i])
    own = any(c.dep in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    apart = before == "," and (perfect or (head.dep == "ccomp" and is_of(verb, "urging")))
    # "said Lima WAS DECEIVING them and DEMANDED that", "said it WOULD not BE DRAWN and CALLED on"
    lasting = head.tag == "VBG" if "be" in helpers else head.tag == "VBN" and bool(helpers - {"have", "do"})
    apart = apart or (lasting and head.dep == "ccomp" and is_of(verb, "urging") and is_of(above, "saying"))
    if own or not (quoted or bare or apart or (gerund and not helpers)):
        return
    verb.tag = "VBD"
    hang([joint, verb], above)


def share_perfect(verb: Word) -> None:
    """Hangs a perfect behind "and" on what is finite: "HAVE ACCUSED Lima of failing to pay and HAVE THREATENED war"."""
    head = verb.head
    joint = next((c for c in reversed(head.children) if c.dep == "cc" and c.i < verb.i), None)
    perfect = verb.tag == "VBN" and any(c.dep == "aux" and c.lower in {"has", "have"} for c in verb.children)
    if joint is None or not perfect or head.tag not in {"VB", "VBG"} or has_subject(verb) or _is_finite(head):
        return
    above = next((up for up in head.ancestors() if _is_finite(up)), None)
    if above is not None and above.i < head.i:
        hang([joint, verb], above)


def _is_finite(verb: Word) -> bool:
    """Whether a verb, or what helps it, is finite."""
    return verb.tag in FINITE or any(c.dep in {"aux", "auxpass"} and c.tag in FINITE for c in verb.children)


def _urges(verb: Word) -> bool:
    """Whether a participle has whom it urges, and so is no passive: "would not be drawn and CALLED ON LIMA to"."""
    whom = (c for c in verb.children if c.i == verb.i + 1 and (c.dep == "dobj" or (c.lower == "on" and c.children)))
    return verb.tag == "VBN" and is_of(verb, "urging") and next(whom, None) is not None


def plan(infinitive: Word) -> None:
    """Hangs an infinitive on what troubles somebody: "was alarmed by moves TO BUILD a base"; it tells of an object."""
    above = infinitive.head
    causes = fillers(c for c in above.children if c.dep == "agent") if is_of(above, "troubling") else []
    troubled = bool(causes) and above.i < causes[-1].i < infinitive.i
    if infinitive.tag == "VB" and (troubled or (above.pos == "NOUN" and above.dep == "dobj")):
        hang([infinitive], causes[-1] if troubled else above)
        infinitive.dep = "acl"  # also "shelved plans TO BUILD a base"


def mark(that: Word) -> None:
    """Makes a conjunction of "that" beside a subject: "its demand THAT Oslo stop"."""
    others = {"nsubj"} if that.dep == "nsubj" else {"nsubj", "dobj"}  # "a demand THAT Oslo hand it over"
    if that.lower == "that" and others <= {c.dep for c in that.head.children if c.i > that.i}:
        that.dep, that.tag, that.pos = "mark", "IN", "SCONJ"


def name(modal: Word) -> None:
    """Makes a subject of a name that is spelt as a modal: the next word but adverbs is finite."""
    if modal.tag != "MD" or not modal.text[:1].isupper():
        return
    behind = modal.sentence.words[modal.i + 1 : modal.i + 4]
    verb = next((w for w in behind if w.pos != "ADV"), None)
    if verb is None or verb.tag not in PLAINLY_FINITE or any(c.dep in _SUBJECTS for c in modal.head.children):
        return
    passive = any(c.dep == "auxpass" for c in modal.head.children)
    modal.tag, modal.pos, modal.dep = "NNP", "PROPN", "nsubjpass" if passive else "nsubj"
    modal.is_noun, modal.is_verb = True, False


def lift(helper: Word) -> None:
    """Gives a verb the subject that was hung on its auxiliary: "OSLO was on Monday urged to pay", "is voicing"."""
    verb = helper.head
    bare = all(c.lower == "that" for c in verb.children if c.dep in _SUBJECTS)  # "THAT he was worried"
    if bare and (verb.tag in {"VBN", "VBG"} or helper.dep == "auxpass"):
        for subject in [c for c in helper.children if c.dep in _SUBJECTS]:
            hang_subject(subject, verb)


def perfect(short: Word) -> None:
    """Makes "has" of what was taken for "is" before a participle with an object."""
    verb = short.head
    if short.lower not in _SHORT or verb.tag != "VBN" or is_of(verb, "giving"):
        return
    if any(c.dep == "agent" for c in verb.children) or not any(c.dep == "dobj" and c.i > verb.i for c in verb.children):
        return
    short.dep, short.lemma = "aux", "have"
    for child in (c for c in verb.children if c.dep == "nsubjpass"):
        child.dep = "nsubj"


def embody(old: Word) -> None:
    """Makes a subject of an adjective that stands for somebody and was taken for a verb's: "the 54-year-OLD went"."""
    verb = old.head
    if verb.lower in _PASTS and verb.tag == "NN" and any(c.lower in {"year", "years"} for c in old.children):
        make_verb(verb, "VBD")
        verb.lemma = _PASTS[verb.lower]
    article = next((c for c in verb.children if c.dep == "det" and c.i < old.i), None) if verb.is_verb else None
    if article is not None and not has_subject(verb):
        hang([article], old)
        hang_subject(old, verb)


def help_on(helper: Word) -> None:
    """Makes a verb of a bare noun with a subject and a helper: "Peru had been BARGAINING", "Oslo will PASS to Lima"."""
    noun = helper.head
    if noun.tag != "NN" or helper.i > noun.i or any(c.dep in OF_NOUNS for c in noun.children):
        return
    if not any(c.dep in _SUBJECTS for c in noun.children):
        return
    if helper.tag == "MD" and all(c.lemma not in {"be", "have"} for c in noun.children if c.dep in {"aux", "auxpass"}):
        make_verb(noun, "VB")
    elif helper.lemma == "be" and noun.lower.endswith("ing"):
        make_verb(noun, "VBG")
        noun.lemma = noun.lower.removesuffix("ing")


def sign(noun: Word) -> None:
    """Makes a verb of "signs" behind a name and before whom somebody signs with, and for what."""
    name = noun.sentence.words[noun.i - 1] if noun.i else noun
    signed = any(c.dep == "prep" and c.lower in {"for", "up", "with"} and c.i == noun.i + 1 for c in noun.children)
    if noun.tag == "NNS" and name.pos == "PROPN" and name.head is noun and name.dep == "compound" and signed:
        make_verb(noun, "VBZ")
        noun.lemma, name.dep = "sign", "nsubj"
