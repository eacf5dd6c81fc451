"use strict";
// The draft on the left is sent whenever it has rested for a moment; the report on the right is the page that comes
// back, in a frame. A new page is laid out unseen, put to where the old one stood, and only then shown.
(() => {
  const REST = 300; // milliseconds; a typist's pause between words is shorter
  const PATIENCE = 700; // milliseconds; who waits longer is told what for
  const READING = "Reading the draft…";
  const at = (id) => document.getElementById(id);
  const draft = at("draft");
  const format = at("format");
  const frames = at("frames");

  let file = null; // a file that is more than its text: what is checked is the file
  let name = "draft"; // without its ending
  let page = ""; // the report that is shown, as HTML
  let shown = null; // its frame
  let coming = null; // the frame of the next one, until it is laid out
  let arrived = null; // what waits for that
  let place = { scroll: 0, chosen: "" }; // where its reader is
  let resting = 0;
  let asking = false;
  let again = false;

  // --- asking ---------------------------------------------------------------------------------------------------------

  function sent() {
    if (file) return { name: file.name, body: file };
    if (!draft.value.trim()) return null;
    return { name: name + format.value, body: new Blob(["\ufeff", draft.value]) }; // the mark says that it is UTF-8
  }

  async function ask(kind, what) {
    const query = new URLSearchParams({ name: what.name, date: at("date").value });
    let answer;
    try {
      answer = await fetch(`${kind}?${query}`, { method: "POST", body: what.body, headers: { "Content-Type": "application/octet-stream" } });
    } catch {
      throw new Error("The desk does not answer. Start it again with “attrib desk”.");
    }
    if (answer.ok) return answer;
    throw new Error((await answer.json()).error);
  }

  function complain(error) {
    const said = error ? error.message : "";
    if (at("wrong").textContent !== said) at("wrong").textContent = said;
    if (shown) shown.classList.toggle("stale", Boolean(said));
  }

  // --- the report -----------------------------------------------------------------------------------------------------

  async function update() {
    clearTimeout(resting);
    if (asking) {
      again = true;
      return;
    }
    const what = sent();
    if (!what) return empty();
    asking = true;
    frames.setAttribute("aria-busy", "true");
    const before = at("said").textContent;
    const slow = setTimeout(() => (at("said").textContent = READING), PATIENCE);
    try {
      const answer = await (await ask("report", what)).json();
      if (sent()) {
        await show(answer.page);
        if (at("said").textContent !== answer.said) at("said").textContent = answer.said;
        offer(true);
        complain(null);
      }
    } catch (error) {
      complain(error);
    }
    clearTimeout(slow);
    if (at("said").textContent === READING) at("said").textContent = before;
    asking = false;
    frames.removeAttribute("aria-busy");
    if (again) {
      again = false;
      update();
    }
  }

  // A page in its frame can reach nothing of this one. It says where its reader is, and a new one is told to go there.
  addEventListener("message", (event) => {
    if (shown && event.source === shown.contentWindow) place = event.data;
    if (coming && event.source === coming.contentWindow) arrive();
  });

  function show(made) {
    if (made === page) return null;
    coming = document.createElement("iframe");
    coming.title = "Report";
    coming.className = "coming";
    coming.setAttribute("sandbox", "allow-scripts");
    coming.srcdoc = made;
    page = made;
    return new Promise((done) => {
      arrived = done;
      coming.addEventListener("load", (event) => {
        event.target.contentWindow.postMessage({ ...place, focused: document.activeElement === shown }, "*");
      });
      frames.append(coming);
    });
  }

  function arrive() {
    const old = shown;
    shown = coming;
    coming = null;
    shown.classList.remove("coming");
    if (old && document.activeElement === old) shown.focus();
    if (old) old.remove();
    at("empty").hidden = true;
    arrived();
  }

  function empty() {
    if (shown) shown.remove();
    shown = null;
    page = "";
    place = { scroll: 0, chosen: "" };
    at("empty").hidden = false;
    at("said").textContent = "";
    offer(false);
    complain(null);
  }

  function offer(there) {
    for (const id of ["reviewed", "save"]) at(id).disabled = !there;
  }

  // --- the draft ------------------------------------------------------------------------------------------------------

  async function take(given) {
    if (!given) return;
    let read;
    try {
      read = await (await ask("text", { name: given.name, body: given })).json();
    } catch (error) {
      complain(error);
      return;
    }
    const dot = given.name.lastIndexOf(".");
    name = dot > 0 ? given.name.slice(0, dot) : given.name;
    const ending = given.name.slice(dot).toLowerCase();
    format.value = [".md", ".markdown"].includes(ending) ? ".md" : [".html", ".htm", ".xhtml"].includes(ending) ? ".html" : ".txt";
    hold(read.whole ? null : given);
    draft.value = read.text;
    draft.setSelectionRange(0, 0);
    draft.scrollTop = 0;
    update();
  }

  // While a file is held, its words can be read here and not changed.
  function hold(held) {
    file = held;
    draft.readOnly = format.disabled = Boolean(held);
    at("file").hidden = !held;
    at("file-says").textContent = held ? `${held.name} is checked as it is; these are its words.` : "";
    if (held) format.value = ".txt";
  }

  draft.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(update, REST);
  });
  format.addEventListener("change", update);
  at("date").addEventListener("change", update);
  at("open").addEventListener("click", () => at("chosen").click());
  at("chosen").addEventListener("change", (event) => {
    take(event.target.files[0]);
    event.target.value = "";
  });
  at("as-text").addEventListener("click", () => {
    hold(null);
    draft.focus();
    update();
  });

  let over = 0; // the elements that a file is dragged over
  const dragging = (by) => document.body.classList.toggle("dropping", (over = by ? over + by : 0) > 0);
  const isFile = (event) => event.dataTransfer && event.dataTransfer.types.includes("Files");
  addEventListener("dragenter", (event) => isFile(event) && dragging(1));
  addEventListener("dragleave", (event) => isFile(event) && dragging(-1));
  addEventListener("dragover", (event) => isFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    dragging(0);
    take(event.dataTransfer.files[0]);
  });

  // --- what is taken home ---------------------------------------------------------------------------------------------

  function download(blob, called) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = called;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  at("reviewed").addEventListener("click", async () => {
    const what = sent();
    if (!what) return;
    try {
      download(await (await ask("reviewed", what)).blob(), `${name}-reviewed.docx`);
      complain(null);
    } catch (error) {
      complain(error);
    }
  });
  at("save").addEventListener("click", () => download(new Blob([page], { type: "text/html" }), `${name}-report.html`));
})();
