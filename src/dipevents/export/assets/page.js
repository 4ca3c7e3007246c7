"use strict";
(() => {
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const byId = (id) => document.getElementById(id);
  const numbers = (el) => (el.dataset.e || el.dataset.k || "").split(" ").map(Number);
  const events = new Map(JSON.parse(byId("data").textContent).events.map((e) => [e.n, e]));
  const form = byId("filters");
  let only = null;
  let shown = new Set(events.keys());
  let selected = null;

  const meets = (e, want) =>
    (!want.type || e.t === want.type) &&
    (!want.status || e.s === want.status) &&
    (!want.country || e.c.includes(want.country)) &&
    (!want.actor || e.a.includes(Number(want.actor))) &&
    (!(want.from || want.to) || e.f || e.u) &&
    (!want.from || !e.u || e.u >= want.from) &&
    (!want.to || !e.f || e.f <= want.to) &&
    (!only || only.has(e.n));

  function filter() {
    const want = Object.fromEntries(new FormData(form));
    shown = new Set([...events.values()].filter((e) => meets(e, want)).map((e) => e.n));
    for (const n of events.keys()) byId("e" + n).hidden = !shown.has(n);
    for (const el of all("a.ref")) el.hidden = !shown.has(Number(el.textContent));
    for (const el of all("mark,.edge,.node")) el.classList.toggle("out", !numbers(el).some((n) => shown.has(n)));
    for (const row of all("tr[data-e]")) row.hidden = !numbers(row).some((n) => shown.has(n));
    byId("only").hidden = !only;
    byId("count").value = shown.size + " of " + events.size + " events shown";
    if (selected && !shown.has(selected)) select(null);
  }

  function select(n) {
    for (const el of all(".sel")) {
      el.classList.remove("sel");
      el.removeAttribute("aria-current");
    }
    selected = n;
    if (!n) return;
    for (const el of all("mark,b[data-k]")) if (numbers(el).includes(n)) el.classList.add("sel");
    for (const id of ["e" + n, "w" + n]) {
      byId(id).classList.add("sel");
      byId(id).setAttribute("aria-current", "true");
    }
  }

  function go(id) {
    const n = Number(id.slice(1));
    if (!events.has(n)) return false;
    if (!shown.has(n)) showAll();
    select(n);
    const words = id[0] === "w";
    const behind = byId((words ? "e" : "w") + n);
    const target = byId(id);
    const side = matchMedia("(min-width: 801px)").matches;
    if (side) behind.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: words || !side ? "center" : "nearest" });
    (words ? target : target.querySelector(".line")).focus({ preventScroll: true });
    try {
      history.replaceState(null, "", "#" + id);
    } catch {
      // A page in a frame of a notebook has no address of its own.
    }
    return true;
  }

  function showAll() {
    only = null;
    form.reset();
    filter();
  }

  function showOnly(el) {
    only = new Set(numbers(el));
    filter();
    byId("events").scrollIntoView({ block: "nearest" });
    byId("events").focus({ preventScroll: true });
  }

  document.addEventListener("click", (click) => {
    const link = click.target.closest('a[href^="#"]');
    if (link) {
      const id = link.getAttribute("href").slice(1);
      const done = go(id);
      const place = byId(id);
      if (!done && place) {
        place.scrollIntoView();
        place.focus();
      }
      click.preventDefault();
      return;
    }
    const button = click.target.closest("td button,.edge,.node");
    if (button) return showOnly(button.closest("[data-e]"));
    const mark = click.target.closest("mark");
    if (mark && !String(getSelection())) {
      const here = numbers(mark).filter((n) => shown.has(n));
      if (here.length) go("e" + here[(here.indexOf(selected) + 1) % here.length]);
    }
  });

  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape") select(null);
    const item = key.target.closest && key.target.closest(".event");
    if (!item || !["ArrowDown", "ArrowUp"].includes(key.key)) return;
    const items = all(".event:not([hidden])");
    const next = items[items.indexOf(item) + (key.key === "ArrowDown" ? 1 : -1)];
    if (next) {
      next.querySelector(".line").focus();
      key.preventDefault();
    }
  });

  byId("only").addEventListener("click", () => {
    only = null;
    filter();
    form.elements.type.focus();
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (submit) => submit.preventDefault());
  form.addEventListener("reset", () => {
    only = null;
    setTimeout(filter);
  });
  form.hidden = !events.size;
  filter();
  if (/^#[ew]\d+$/.test(location.hash)) go(location.hash.slice(1));
})();
