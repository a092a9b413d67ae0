# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How others can take part: the words and places by which guides, channels and rules are found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from scm_check.checks.documents import MAIN_FOLDERS, folder_of, is_to_be_written, own_documents
from scm_check.checks.words import Terms
from scm_check.facts.kind import address
from scm_check.model import Document, Facts, Heading
from scm_check.patterns import regex

# Not "contributors" and "Mitwirkende" by themselves: below these, people are thanked.
CONTRIBUTING = Terms(
    anywhere=(
        "contribute", "contributing", "contribution*", "for contributors", "contributor guid*",
        "contributors guid*", "mitwirken", "mitzuwirken", "mitwirkung*", "fuer mitwirkende",
        "mitmachen", "mitarbeit", "mitarbeiten", "mitzuarbeiten", "beitragen", "mitentwickeln",
        "beteiligung am projekt", "beteiligen", "get involved", "getting involved", "how to help",
        "pull request*", "merge request*", "pull-request*",
    ),
    alone=("beitraege", "beitrag", "mithelfen"),
)  # fmt: skip

# Headings that may be on taking part, or on those who did.
PEOPLE = Terms(anywhere=("contribut*", "mitwirk*", "mitarbeit*"))

# Words of running text that invite to contribute.
INVITING = Terms(
    anywhere=(
        "contributions", "contribute", "contributing", "contributors welcome", "pull request",
        "pull requests", "merge request", "merge requests", "mitwirken", "mitmachen",
        "mitzuwirken", "mitzumachen", "beitragen", "beizutragen",
    )
)  # fmt: skip

FEEDBACK = Terms(
    anywhere=(
        "feedback", "rueckmeldung*", "kontakt*", "contact*", "ansprechpartner*",
        "ansprechstelle*", "ansprechperson*", "report a bug", "report bugs",
         "reporting bugs", "reporting issues", "report issues", "bug report*",
        "bug tracker", "issue tracker", "fehler melden", "fehlermeldung*", "fehlerberichte",
        "mailing list", "mailingliste", "get help", "getting help", "hilfe erhalten",
    ),
    alone=(
        "support", "fragen", "questions", "community", "forum", "hilfe", "help", "issues", "bugs",
        "chat", "discussion", "discussions", "diskussion",
    ),
)  # fmt: skip

_NAMED_RULES = (
    "code of conduct", "verhaltenskodex", "verhaltensregel*", "verhaltensgrundsae*",
    "governance", "steuerung des projekts", "projektsteuerung", "maintainer*", "roadmap",
    "fahrplan", "projektfahrplan", "lenkungskreis", "entscheidungsprozess*",
    "decision making", "steering committee", "planned features", "geplante funktionen",
)  # fmt: skip

PROJECT_RULES = Terms(
    anywhere=_NAMED_RULES,
    alone=(
        "meilensteine", "milestones", "ausblick", "future work", "outlook", "next steps",
        "naechste schritte",
    ),
)  # fmt: skip

# In a manual, the next steps are those of its matter.
RULES_IN_MANUALS = Terms(anywhere=_NAMED_RULES)

_EMAIL = regex(
    r"(?<![\w.+-])([\w.+-]{1,64})(?:@| ?\((?:at|@)\) ?| ?\[(?:at|@)\] ?)"
    r"((?:[\w-]{1,63}\.){1,5}[a-z]{2,24})(?![\w-])",
    re.IGNORECASE,
)
_NOT_ANSWERED = regex(
    r"(?i)no-?reply|donotreply|git|user(?:name)?|you|your\.?(?:name|mail|email)|name|test|.{0,64}mustermann"
    r"|.{0,64}example.{0,64}|n?obody|(?:deine?|ihre?|meine?|your?)[._-]?(?:e?-?mail|name|adresse)?"
)
_EXAMPLE_HOSTS = regex(
    r"(?i)(?:.{0,60}\.)?(?:(?:example|test|domain|your-?domain|beispiel|noone|e?-?mail)\.\w{1,10}"
    r"|\w{1,60}\.(?:example|test|invalid|none|local))"
)
_CHANNEL = regex(
    r"(?i)https?://[^\s]{3,300}(?:/issues(?:/new[^\s]{0,200})?|/-/issues(?:/new[^\s]{0,200})?"
    r"|/discussions|/-/service_desk)/?(?:[?#][^\s]{0,200})?"
    r"|https?://(?:matrix\.to/|[\w-]{1,60}\.zulipchat\.com|discord\.gg/|discord\.com/invite/"
    r"|forum\.|community\.|discourse\.|chat\.|mattermost\.|lists\.|[\w-]{1,60}\.slack\.com)"
    r"[^\s]{0,300}"
)
# Where weaknesses are reported, to a body that is not the project.
_FOR_WEAKNESSES = regex(
    r"(?i).{0,300}(?:vulnerab|kwetsba|schwachstelle|security|\bcert\b|\bcve\b).{0,300}"
)
_TRACKER = regex(
    r"(?i)(https?://[^\s/]{3,100}/[^\s]{3,200}?)(?:/-)?/(?:issues|discussions|service_desk)(?:[/?#].*)?"
)
# A form for questions on the product's page; "/kontakt" is the usual path of a German one.
_FORM = regex(r"(?i)https?://[^\s]{3,200}/(?:kontakt|contact)(?:[/.?#-][^\s]{0,100})?")


def main_documents(facts: Facts, roles: Collection[str]) -> Iterator[Document]:
    """Documents where a reader looks first: at the root, in `docs/` and the forge's folders."""
    for document in own_documents(facts, roles):
        if folder_of(document, facts) in MAIN_FOLDERS:
            yield document


def heading_in(document: Document, terms: Terms) -> Heading | None:
    """The first heading on the topic below which something stands."""
    for heading in document.headings:
        if terms.first_in(heading.text) and not is_to_be_written(heading, document):
            return heading
    return None


def email_in(text: str) -> str | None:
    """The first address that somebody may answer; none of examples, robots and clone commands."""
    for match in _EMAIL.finditer(text[:4096]):
        local, host = match[1], match[2]
        if not _NOT_ANSWERED.fullmatch(local) and not _EXAMPLE_HOSTS.fullmatch(host):
            return f"{local}@{host}"
    return None


def is_channel(target: str) -> bool:
    """Whether the link leads to an issue tracker, a forum, a chat or a contact form."""
    if _CHANNEL.fullmatch(target) is not None:
        return True
    return _FORM.fullmatch(target) is not None and _FOR_WEAKNESSES.fullmatch(target) is None


def repository_of_tracker(target: str) -> str | None:
    """The repository whose tracker the link leads to, None where it is none of a forge."""
    match = _TRACKER.fullmatch(target)
    return address(match[1]) or None if match is not None else None
