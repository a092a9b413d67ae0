# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the public would see, before the report itself; only with --before-publishing."""

from __future__ import annotations

from scm_check.render.html.elements import NOTHING, Html, content, element
from scm_check.render.html.view import View, bullets, section
from scm_check.render.phrases import phrase
from scm_check.render.publishing import ending, is_before_publishing, lines, size, title, topics


def publishing(view: View) -> Html:
    """Each topic with its answer and places, then what to do first."""
    report, lang = view.report, view.lang
    if not is_before_publishing(report):
        return NOTHING
    items = [
        content(
            element("strong", f"{title(topic, lang)}: "),
            phrase(f"publishing/{topic.answer}", lang),
            bullets(line.removeprefix("– ") for line in lines(topic, lang)),
        )
        for topic in topics(report)
    ]
    return section(
        view,
        "publishing",
        phrase("publishing/title", lang),
        element("p", size(report, lang)),
        bullets(items),
        *(element("p", line) for line in ending(report, lang)),
    )
