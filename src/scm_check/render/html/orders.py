# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the finding to the order: one text for each who must act, to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Iterator

from scm_check.model import Addressee, Judgement
from scm_check.render import step_wording, summary, wording
from scm_check.render.html.elements import NOTHING, Html, element
from scm_check.render.html.view import View, fold, preformatted, section
from scm_check.render.html.words import many, say
from scm_check.render.phrases import in_language, word

_LISTED_FINDINGS = 10
_LISTED_PLACES = 10


def orders(view: View) -> Html:
    """A folded text for each addressee. Not on paper, where nothing can be copied."""
    if view.is_paper:
        return NOTHING
    todo = (*summary.urgent(view.report), *summary.steps(view.report))
    tasks = {who: [item for item in todo if item.addressee is who] for who in Addressee}
    folds = [_order(view, who, found) for who, found in tasks.items() if found]
    if not folds:
        return NOTHING
    intro = element("p", say("orders/intro", view.lang))
    return section(view, "orders", say("orders", view.lang), intro, *folds)


def _order(view: View, who: Addressee, tasks: list[Judgement]) -> Html:
    lang = view.lang
    name = say("orders/to", lang, who=word("addressee", who, lang))
    copying = element(
        "p",
        element("button", say("orders/copy", lang), type="button", data_copy=True),
        " ",
        element("span", role="status", data_copied=say("orders/copied", lang)),
        class_="copying",
        hidden=True,
    )
    text = "\n".join(_lines(view, name, tasks))
    return fold(view, name, copying, preformatted(text), class_="fold order")


def _lines(view: View, name: str, tasks: list[Judgement]) -> Iterator[str]:
    lang = view.lang
    yield name
    yield wording.headline(view.report, lang)
    for place, judgement in enumerate(tasks, start=1):
        yield ""
        yield f"{place}. {step_wording.step_title(judgement, lang)}"
        yield from (f"   {line}" for line in _task(view, judgement))
    yield ""
    yield wording.fixed_sentences(view.report, lang)


def _task(view: View, judgement: Judgement) -> Iterator[str]:
    lang = view.lang
    found = [item for item in judgement.findings if item.status is judgement.status]
    for finding in found[:_LISTED_FINDINGS]:
        yield f"– {in_language(finding.text, lang)}"
        places = [step_wording.place_text(item, lang) for item in finding.locations]
        if places:
            yield f"  {say('place', lang)}: {'; '.join(places[:_LISTED_PLACES])}"
    hidden = max(len(found) - _LISTED_FINDINGS, 0) + judgement.truncated
    if hidden:
        yield f"– {many('not-listed', hidden, lang)}"
    yield f"{say('how', lang)}: {in_language(judgement.remedy, lang)}"
    yield f"{say('done-when', lang)}: {in_language(judgement.done_when, lang)}"
    yield f"{say('effort', lang)}: {in_language(judgement.effort, lang)}"
