# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON version 1 → decisions, objections, procedure and baseline."""

from __future__ import annotations

from scm_check.model import (
    BaselineUse,
    Decision,
    DecisionOutcome,
    DecisionUse,
    Objection,
    ObjectionUse,
    Procedure,
    ProcedureState,
)
from scm_check.report_json.node import Node


def decision(node: Node) -> DecisionUse:
    """A decision of the office and what became of it."""
    node.only(
        "rule fingerprint repository commit outcome reason by on second_by second_on state "
        "carried_over"
    )
    made = Decision(
        rule=node.text("rule"),
        fingerprint=node.text("fingerprint"),
        repository=node.text("repository"),
        commit=node.text("commit"),
        outcome=node.word("outcome", DecisionOutcome),
        reason=node.text("reason"),
        by=node.text("by"),
        on=node.date("on"),
        second_by=node.optional_text("second_by"),
        second_on=node.optional_date("second_on"),
    )
    return DecisionUse(made, node.text("state"), node.truth("carried_over"))


def objection(node: Node) -> ObjectionUse:
    """An objection of the town and what became of it."""
    node.only("rule fingerprint repository commit text by on evidence state")
    made = Objection(
        rule=node.text("rule"),
        fingerprint=node.text("fingerprint"),
        repository=node.text("repository"),
        commit=node.text("commit"),
        text=node.text("text"),
        by=node.text("by"),
        on=node.date("on"),
        evidence=node.optional_text("evidence"),
    )
    return ObjectionUse(made, node.text("state"))


def procedure(node: Node) -> Procedure | None:
    """How far the office has come, None for a self-check."""
    if node.value is None:
        return None
    node.only("state draft heard_on sent_on awaiting")
    found = Procedure(
        state=node.word("state", ProcedureState),
        heard_on=node.optional_date("heard_on"),
        sent_on=node.optional_date("sent_on"),
        awaiting=node.texts("awaiting"),
    )
    if node.truth("draft") is not found.is_draft:
        raise node.at("draft").wrong("does not fit the state")
    return found


def baseline(node: Node) -> BaselineUse | None:
    """The baseline of the run, None where none was given."""
    if node.value is None:
        return None
    node.only("created_on commit sha256 age_days known new gone")
    return BaselineUse(
        created_on=node.date("created_on"),
        commit=node.optional_text("commit"),
        sha256=node.text("sha256"),
        age_days=node.number("age_days"),
        known=node.number("known"),
        new=node.number("new"),
        gone=node.number("gone"),
    )
