/* SPDX-FileCopyrightText: 2026 scm-check contributors
   SPDX-License-Identifier: CC0-1.0 */
"use strict";
(() => {
  const root = document.documentElement;
  const radios = [...document.querySelectorAll("input[name=lang]")];
  const show = (lang) => {
    for (const radio of radios) radio.checked = radio.value === lang;
    root.lang = lang;
  };
  for (const radio of radios) radio.addEventListener("change", () => show(radio.value));
  for (const radio of radios) if (radio.checked) root.lang = radio.value;

  // A link to a place in the other language shows that language; a folded place is unfolded.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    show(target.closest(".report")?.id ?? root.lang);
    const fold = target.closest("details");
    if (fold) {
      fold.hidden = false;
      fold.closest(".group").hidden = false;
      fold.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  for (const form of document.querySelectorAll(".filters")) {
    const rules = [...form.parentElement.querySelectorAll("details[data-outcome]")];
    const groups = [...form.parentElement.querySelectorAll(".group")];
    const status = form.querySelector("[role=status]");
    const choices = [...form.querySelectorAll("select")];
    const filter = () => {
      for (const rule of rules) {
        rule.hidden = choices.some((c) => c.value && rule.dataset[c.dataset.filter] !== c.value);
      }
      for (const group of groups) {
        group.hidden = ![...group.querySelectorAll("details")].some((rule) => !rule.hidden);
      }
      const shown = rules.filter((rule) => !rule.hidden).length;
      status.textContent = status.dataset.template.replace("%n", shown).replace("%m", rules.length);
    };
    for (const choice of choices) choice.addEventListener("change", filter);
    for (const button of form.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        for (const rule of rules) if (!rule.hidden) rule.open = button.dataset.fold === "open";
      });
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  for (const line of document.querySelectorAll(".copying")) {
    const text = line.parentElement.querySelector("pre");
    const status = line.querySelector("[role=status]");
    line.querySelector("button").addEventListener("click", () => {
      getSelection().selectAllChildren(text);
      // Where a browser refuses, the text is marked at least and can be copied by hand.
      navigator.clipboard.writeText(text.textContent).then(
        () => { status.textContent = status.dataset.copied; },
        () => {},
      );
    });
    line.hidden = !navigator.clipboard;
  }

  // Paper shows everything; afterwards the screen is as it was.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
})();
