# SPDX-FileCopyrightText: 2026 scm-check contributors
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from scm_check.render.layout import Screen, wrapped

TEXTS = st.text(st.sampled_from("ab 漢é1.-"), max_size=120)


def lines(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width)]


@given(TEXTS, st.integers(2, 40))
def test_no_line_is_too_wide_and_no_sign_is_lost(text: str, width: int) -> None:
    found = lines(text, width)

    assert all(cell_len(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_lines_break_between_words() -> None:
    assert lines("eins zwei drei", 9) == ["eins zwei", "drei"]


def test_a_long_word_is_cut_where_it_must() -> None:
    assert lines("ab " + "x" * 12, 5) == ["ab", "xxxxx", "xxxxx", "xx"]


def test_wide_signs_count_double() -> None:
    assert lines("漢字漢字", 4) == ["漢字", "漢字"]


def test_the_number_of_a_step_stays_with_its_first_word() -> None:
    assert lines("1. Eins. 2. Zwei.", 11) == ["1. Eins.", "2. Zwei."]


def test_a_paragraph_hangs_after_its_first_line() -> None:
    screen = Screen(14)

    screen.paragraph("eins zwei drei vier", indent=2, hang=2)

    assert screen.text(color=False) == "  eins zwei\n    drei vier\n"


def test_columns_stand_below_each_other_on_a_narrow_screen() -> None:
    wide, narrow = Screen(40), Screen(20)

    for screen in (wide, narrow):
        screen.columns("links", "rechts", indent=2, at=20)

    assert wide.text(color=False) == "  links             rechts\n"
    assert narrow.text(color=False) == "  links\n    rechts\n"


def test_packed_items_break_between_items_only() -> None:
    screen = Screen(20)

    screen.packed(["eins zwei", "drei vier", "fünf"])

    assert screen.text(color=False) == "eins zwei\ndrei vier · fünf\n"


def test_there_are_never_two_empty_lines_and_none_at_the_ends() -> None:
    screen = Screen(20)

    screen.blank()
    screen.paragraph("a")
    screen.blank()
    screen.blank()
    screen.paragraph("b")
    screen.blank()

    assert screen.text(color=False) == "a\n\nb\n"


def test_markup_is_text_and_a_style_is_colour() -> None:
    screen = Screen(60)

    screen.paragraph(Text("[bold]x[/bold] :tada:", style="red"))

    assert screen.text(color=False) == "[bold]x[/bold] :tada:\n"
    assert screen.text(color=True) == "\x1b[31m[bold]x[/bold] :tada:\x1b[0m\n"
