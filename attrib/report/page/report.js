"use strict";
// Choosing a claim or a citation: what belongs to it lights up, and its card is shown. Without this script the page is
// whole: every claim is a link to its card, and all cards are shown.
(() => {
  document.documentElement.classList.add("js");

  const words = (text) => (text || "").split(" ").filter(Boolean);

  function follow(bulletin) {
    const key = bulletin.dataset.key;
    const card = bulletin.querySelector(".card");
    const text = bulletin.querySelector(".text");
    const stops = [...text.querySelectorAll("a:not([tabindex='-1'])")];
    const claims = stops.filter((stop) => stop.dataset.claim);
    const findings = [...bulletin.querySelectorAll(".finding")];
    const byReference = new Map();
    const byClaim = new Map();
    const byFinding = new Map();
    const put = (map, name, element) => (map.has(name) ? map.get(name).push(element) : map.set(name, [element]));
    let lit = [];
    let chosen = null;
    let shown = null;

    for (const element of bulletin.querySelectorAll(".reference, .square")) {
      for (const name of words(element.dataset.references)) put(byReference, name, element);
    }
    for (const element of bulletin.querySelectorAll(".text [data-claim], .row[data-claim]")) put(byClaim, element.dataset.claim, element);
    for (const element of text.querySelectorAll("[data-part]")) put(byClaim, element.dataset.part, element);
    for (const element of text.querySelectorAll("[data-findings]")) {
      for (const name of words(element.dataset.findings)) put(byFinding, name, element);
    }
    for (const element of text.querySelectorAll(".mark")) put(byFinding, element.dataset.finding, element);

    const find = (name) => document.getElementById(key + name);
    const light = (elements) => {
      for (const element of elements || []) {
        element.classList.add("lit");
        lit.push(element);
      }
    };

    function release() {
      for (const element of lit) element.classList.remove("lit");
      lit = [];
      if (chosen) chosen.removeAttribute("aria-current");
      if (shown) shown.classList.remove("shown");
      chosen = shown = null;
      card.classList.remove("choosing");
    }

    function show(why, element) {
      shown = why;
      why.classList.add("shown");
      card.classList.add("choosing");
      card.scrollTop = 0;
      chosen = element && (element.matches("a") ? element : element.querySelector("a"));
      if (chosen) {
        chosen.setAttribute("aria-current", "true");
        stop(chosen);
      }
    }

    function chooseClaim(number) {
      const why = find(`claim-${number}-why`);
      if (!why) return null;
      release();
      light(byClaim.get(number));
      for (const name of words(why.dataset.references)) light(byReference.get(name));
      show(why, find(`claim-${number}`));
      return chosen;
    }

    function chooseCitation(number) {
      const why = find(`citation-${number}-why`);
      if (!why) return null;
      release();
      for (const name of words(why.dataset.references)) light(byReference.get(name));
      for (const name of words(why.dataset.claims)) light(byClaim.get(name));
      show(why, find(`citation-${number}`));
      return chosen;
    }

    function chooseFinding(number) {
      release();
      light(byFinding.get(number));
      light([find(`finding-${number}`)].filter(Boolean));
    }

    // One stop of the Tab key for the whole text; the arrow keys walk through it.
    function stop(element) {
      for (const other of stops) other.tabIndex = other === element ? 0 : -1;
    }

    const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
    function reveal(element) {
      if (!element) return;
      element.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
      element.focus({ preventScroll: true });
    }

    // On a narrow screen the card lies over the text's lower half.
    function uncover(element) {
      const box = element.getBoundingClientRect();
      const over = card.getBoundingClientRect();
      if (box.bottom > over.top && box.right > over.left) element.scrollIntoView({ block: "start", behavior: "auto" });
    }

    function remember(id) {
      try {
        history.replaceState(null, "", `#${id}`);
      } catch {
        // A page that was not loaded from a file or a server has no address to change.
      }
    }

    function go(id) {
      if (!id.startsWith(key)) return false;
      const [, kind, number, rest] = /^(claim|citation|mark|finding)-(\d+)(-why)?$/.exec(id.slice(key.length)) || [];
      if (!kind) return false;
      if (kind === "claim") reveal(chooseClaim(number));
      else if (kind === "citation") reveal(chooseCitation(number));
      else if (kind === "mark") {
        chooseFinding(number);
        reveal(find(`mark-${number}`) || text);
      } else {
        const entry = find(`finding-${number}`);
        if (!entry) return false;
        entry.hidden = false;
        chooseFinding(number);
        entry.scrollIntoView({ block: "center", behavior: still() ? "auto" : "smooth" });
        const link = entry.querySelector("a");
        if (link) link.focus({ preventScroll: true });
      }
      remember(id);
      return true;
    }

    function stepTo(by) {
      const at = chosen ? stops.indexOf(chosen) : -1;
      const here = by > 0 ? claims.find((claim) => stops.indexOf(claim) > at) : claims.findLast((claim) => stops.indexOf(claim) < at);
      if (here) reveal(chooseClaim(here.dataset.claim));
    }

    bulletin.addEventListener("click", (event) => {
      const target = event.target;
      const button = target.closest("button");
      if (button && "step" in button.dataset) return stepTo(Number(button.dataset.step));
      if (button && "close" in button.dataset) {
        const back = chosen;
        release();
        return back && back.focus();
      }
      const row = target.closest(".row");
      if (row) return void go(`${key}claim-${row.dataset.claim}`);
      const square = target.closest(".square");
      if (square) return void go(`${key}citation-${words(square.dataset.references)[0].split("-")[0]}`);
      const link = target.closest("a[href^='#']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.dataset.claim) {
        event.preventDefault();
        const claim = chooseClaim(link.dataset.claim);
        if (claim) {
          uncover(claim);
          remember(claim.id);
        }
      } else if (link.dataset.citation) {
        event.preventDefault();
        const citation = chooseCitation(link.dataset.citation);
        if (citation) {
          uncover(citation);
          remember(citation.id);
        }
      } else if (go(link.hash.slice(1))) event.preventDefault();
    });

    bulletin.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && card.classList.contains("choosing")) {
        const back = chosen;
        release();
        if (back) back.focus();
        return;
      }
      const at = stops.indexOf(document.activeElement);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
      if (to === undefined || !stops[to]) return;
      event.preventDefault();
      const visible = (from, by) => {
        let n = from;
        while (stops[n] && stops[n].hidden) n += by;
        return stops[n];
      };
      const next = visible(to, event.key === "ArrowLeft" || event.key === "End" ? -1 : 1);
      if (next) {
        stop(next);
        next.focus();
      }
    });

    const filters = bulletin.querySelector(".filters");
    if (filters) {
      const said = bulletin.querySelector(".shown-count");
      filters.addEventListener("change", () => {
        const boxes = [...filters.querySelectorAll("input")];
        const hides = (name, value) => boxes.some((box) => box.name === name && box.value === value && !box.checked);
        let left = 0;
        for (const finding of findings) {
          finding.hidden = hides("severity", finding.dataset.severity) || hides("family", finding.dataset.family);
          const mark = find(`mark-${finding.dataset.finding}`);
          if (mark) mark.hidden = finding.hidden;
          left += !finding.hidden;
        }
        said.textContent = left === findings.length ? "" : `${left} of ${findings.length} findings are shown.`;
      });
    }

    if (stops.length) stop(stops[0]);
    return go;
  }

  const ways = [...document.querySelectorAll(".bulletin")].map(follow);
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (id) ways.some((go) => go(id));
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
