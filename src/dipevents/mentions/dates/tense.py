"""Whether the clause of a date speaks of the future or of the past, from the words near it.

The nearest verb on the left decides; a date that opens its clause ("who on Monday will …") takes the next on the right.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dipevents.lexicon import read_words

__all__ = ["direction", "distance", "neighbours"]

_CLAUSE_WORD = re.compile(r"[a-z]+(?:['’](?:ll|d|s|re|t))?")
_NAME = re.compile(r"(?<=\w )May\b(?! [A-Z])|(?<=\d )May\b|\bMay(?= \d)")
_ON = re.compile(r"\b(?:on|in)\s(?:early\s|late\s|mid-?\s?)?$")
_FOR = re.compile(r"\bfor\s(?:\w+\s)?$")
_JOINT = re.compile(r",\s(?:and|but)\s|;\s")
_BEING = frozenset({"is", "are", "was", "were", "be", "not", "been", "am"})
_CLOSE, _FAR, _OWN = 9, 6, 4
_IS = frozenset(("is", "are", "am"))
_WAS_TO = frozenset(("is", "are", "was", "were"))
_WHOSE = frozenset(("the", "a", "its", "his", "her", "their", "this"))
_SEEM = frozenset(("appear", "appears", "known", "said", "seem", "seems", "thought", "understood", "used"))
_WILL = frozenset(("will", "shall"))
_DID = frozenset(("did", "didn't", "didn’t"))
_GOING = frozenset(("go", "goes", "going", "gone", "went", "moved", "pressed", "pushed", "forged"))
_MET = frozenset(("during", "to", "when"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their"))
_DONE = frozenset(("postponed", "proposed", "scheduled"))
"""With an object behind them these tell what was done: "on Saturday POSTPONED the vote"."""
_BE = frozenset(("be", "been", "is", "are", "being"))


class _Cues(NamedTuple):
    forward: frozenset[str]
    scheduled: frozenset[str]
    motion: frozenset[str]
    past: frozenset[str]
    neutral: frozenset[str]
    openers: frozenset[str]


@cache
def _cues() -> _Cues:
    tense = read_words("dates")["tense"]
    return _Cues(*(frozenset(tense[name]) for name in _Cues._fields))


@cache
def _several() -> re.Pattern[str]:
    """Several who do in the present what is fixed beforehand: "Kos and Ana HOLT LEAVE on Monday", "ministers LAND"."""
    who = r"and (?:(?!the\b)[\w.’'-]+ ){0,6}[A-Z][\w’'-]+|(?!days|hours|weeks|years)[a-z]{5,}s"
    return re.compile(rf"\b({who}) ({'|'.join(read_words('dates')['tense']['several'])})(?= )")


@cache
def neighbours(name: str) -> frozenset[str]:
    """A list of the lexicon's table of words beside a date."""
    return frozenset(read_words("dates")["neighbour"][name])


def direction(left: str, right: str) -> int:
    """+1 where the clause is ahead, +2 by "will"; -1 where it is past, -2 by a verb close by, -3 where it must be.

    0 where nothing tells.

    Args:
        left: What stands before the date in its sentence.
        right: What stands behind it.

    Example:
        >>> direction("The minister will arrive in Oslo on ", "."), direction("He said on ", " that he will go.")
        (2, -2)
    """
    left, right = _several().sub(_as_of_one, _without_names(left)), _without_names(right)
    before = _CLAUSE_WORD.findall(left.lower())[-40:]
    behind = _CLAUSE_WORD.findall(right.lower())[:25]
    if [w for w in behind[:2] if w not in ("morning", "afternoon", "evening", "night")][:1] == ["that"]:
        behind = []  # "its warning on Monday THAT Oslo would pay"
    trimmed = left.lower().rstrip()
    while before and before[-1] in neighbours("prepositions") and trimmed.endswith(before[-1]):
        if before[-2:] == ["set", "for"]:
            break
        if before[-1] == "for" and _is_fixed(before):
            return 1  # "has been FIXED FOR Monday"
        trimmed = trimmed[: -len(before.pop())].rstrip()
    if before[-1:] in (["plan"], ["plans"]) and _WHOSE & set(before[-4:-1]) and not _FOR.search(left):
        before.pop()  # "announced the PLAN on Aug. 21", "flew in with a peace PLAN on Aug. 21"
    if len(before) > 1 and before[-2] in read_words("dates")["weekday"] and trimmed.endswith(f"{before[-2]} and"):
        del before[-2:]  # "spent MONDAY AND Tuesday in Oslo and will …"
    opens = not before or before[-1] in _cues().openers or trimmed.endswith((",", "—", "–", "“", '"', "--"))
    if opens and (cue := _first_cue(behind)):
        return cue
    own = _CLAUSE_WORD.findall(_JOINT.split(left.lower())[-1])
    apart = _OWN < len(own) < len(before) and not any(_left_cue(own, i) for i in range(len(own)))
    if apart and (cue := _first_cue(behind)):
        return cue  # "they said they WOULD vote, and his visit to Oslo on Friday WAS short"
    for i in range(len(before) - 1, -1, -1):
        if before[i] == "since" and len(before) - i <= _CLOSE:
            return -3  # "WILL be the first to go there SINCE Kim in May"
        if cue := _left_cue(before, i):
            plain = cue < 0 and len(before) - i <= _CLOSE and _ON.search(left.lower())
            return -2 if plain else cue
    return _first_cue([word for word in behind if word not in _cues().scheduled])


def _is_fixed(words: list[str]) -> bool:
    """Whether "for" stands behind a word for setting a day: "was ARRANGED for", "PENCILLED IN for", not "HAD been"."""
    told = words[:-2] if words[-2:-1] == ["in"] else words[:-1]
    return told[-1:] != [] and told[-1] in read_words("dates")["tense"]["fixing"] and "had" not in told[-3:]


def _as_of_one(match: re.Match[str]) -> str:
    verb = "buries" if match[2] == "bury" else f"{match[2]}es" if match[2] in {"address", "go"} else f"{match[2]}s"
    return f"{match[1]} {verb}"


def _without_names(text: str) -> str:
    """The text without names, and months, that are spelt as a modal: "Theresa MAY flew", "in MAY he flew"."""
    return _NAME.sub("", text) if "May" in text else text


@lru_cache(maxsize=4096)
def _sort(word: str) -> str:
    """The list of cues that a word stands in; "" for a word that says nothing about time."""
    cues = _cues()
    if word in cues.forward:
        return "forward"
    if word.endswith(("'ll", "’ll")):
        return "will"
    if word in cues.scheduled:
        return "scheduled"
    if word in cues.motion:
        return "motion"
    past = word in cues.past or (word.endswith("ed") and len(word) > 3 and word not in cues.neutral)
    return "past" if past else "to" if word == "to" else ""


def _cue(words: list[str], i: int) -> int:
    """What the word at i says about time: +1 ahead, -1 past, 0 nothing."""
    word = words[i]
    sort = _sort(word)
    if not sort:
        return 0
    before, behind = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    if before == "than":
        return 0  # "later than PLANNED"
    match sort:
        case "past":
            return 0 if before == "to" else -1  # "means TO SHUT it in May"
        case "forward":
            return _forward(words, i)
        case "to":
            done = behind == "be" and words[i + 2 : i + 3] != [] and words[i + 2].endswith(("ed", "en"))
            open_still = done and not before.endswith("ed") and before not in _SEEM
            return 1 if before in _WAS_TO or open_still else 0  # "an invitation TO BE TAKEN UP in May"
        case "scheduled":
            asked = not word.endswith("s") and not _DID.isdisjoint(words[max(i - _FAR, 0) : i])
            return -1 if asked else 0 if before == "to" else 2 if before in _WILL else 1  # "DID not ARRIVE on Friday"
        case "motion":
            if word == "off":  # "was off to Oslo on Friday"
                return 1 if behind == "to" and before in _WAS_TO else 0
            return 1 if before in _IS else 0
    return 2


def _forward(words: list[str], i: int) -> int:
    """What a modal says about time, or another word of what is ahead: not "set off", "should have", "may not"."""
    word, behind, before = words[i], words[i + 1] if i + 1 < len(words) else "", words[i - 1] if i else ""
    if word == "set":
        return 1 if behind in ("to", "for") else -1 if behind in ("off", "out") else 0
    if word in ("should", "could") and behind == "have":
        return -1  # "should have begun on Friday"
    if word == "could" and behind in ("not", "only", "no"):
        return 0  # "could not come on Friday"
    if word in _DONE and behind in _ARTICLES and before not in _BE:
        return -1
    had = "had" in words[max(i - (_FAR if word == "would" else 1), 0) : i]
    if had and (word == "would" or word.endswith("ed")):
        return -1  # "HAD promised that he WOULD come in May", "HAD PLANNED to come in May"
    if word == "invited" and next((w for w in words[i + 1 :] if w in _MET), "to") != "to":
        return -3  # "was INVITED by Kim DURING his visit to Oslo in May", "WHEN he was in Oslo", but "invited TO come"
    if word in ("beginning", "starting") and behind and before not in _IS:
        return 0  # "BEGINNING a visit on Friday", but "BEGINNING Friday"
    if word == "going" and not _BEING & set(words[max(i - 3, 0) : i]):
        return 0  # "before GOING to Oslo on Friday"
    gone = word in ("may", "might") and words[i + 1 : i + 3] == ["not", "have"]
    return -1 if gone else 2 if word in _WILL else 1


def _left_cue(words: list[str], i: int) -> int:
    """What the word at i says about a date behind the last of the words."""
    cue = _cue(words, i)
    if not cue:
        return 0
    before = words[i - 1] if i else ""
    described = before in neighbours("attributive") and i + 1 < len(words)
    if described or (words[i] == "ahead" and (len(words) - i > 3 or before in _GOING)):
        return 0  # "ahead of Monday's vote", "WENT AHEAD on Monday"
    if cue < 0 and words[i + 1 : i + 3] == ["to", "have"]:
        return -1  # "is BELIEVED TO HAVE come on Friday"
    if cue < 0 and before in _BE:
        return _passive(words, i)
    return 1 if cue < 0 and i and _cue(words, i - 1) > 0 else cue


def _first_cue(words: list[str]) -> int:
    cues = ((i, cue) for i in range(len(words)) if (cue := _cue(words, i)))
    return next((cue for i, cue in cues if cue > 0 or not i or words[i - 1] not in ("a", "an", "the")), 0)


def _passive(words: list[str], i: int) -> int:
    """The time of "will be held", "was held": that of the auxiliary."""
    for at, word in reversed(list(enumerate(words[max(i - 3, 0) : i], max(i - 3, 0)))):
        if word == "being":
            return 1 if at and words[at - 1] in _IS else 0  # "IS BEING held on Friday", "after BEING held on Friday"
        if word == "having":
            return -1
        if word in ("will", "would", "to", "may", "might", "shall"):
            return 2 if word in _WILL else 1
        if word in ("was", "were", "had", "has", "have"):
            return -1
    return 1


def distance(days: int, direction: int) -> tuple[bool, int, int]:
    """How badly a day so far off fits: news that looks back seldom looks back ten months without naming the year."""
    if direction < -1:  # the verb itself is past; what it speaks of may lie a few weeks ahead: "set a vote on May 3"
        return days > (31 if direction == -2 else 0), abs(days), days
    wrong = direction and (days < 0 if direction > 0 else days > 0)
    ahead = 310 if direction > 1 else 240
    malus = (ahead if direction > 0 else 210) if wrong else 100 if not direction and days > 60 else 0
    return abs(days) > (340 if direction > 1 and days > 0 else 290), abs(days) + malus, days
