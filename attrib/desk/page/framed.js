"use strict";
// In the frame of the desk: tells the desk where its reader is, and goes there when it takes the place of an older page.
// The frame is a world of its own, so both only send each other a place: how far it is scrolled, and what is chosen.
(() => {
  if (parent === window) return; // saved, and opened from its file
  const chosen = () => document.querySelector(".text [aria-current]");
  const tell = () => parent.postMessage({ scroll: scrollY, chosen: chosen() ? chosen().id : "" }, "*");
  addEventListener("scroll", tell, { passive: true });
  for (const kind of ["click", "keyup"]) addEventListener(kind, tell);

  addEventListener("message", (event) => {
    if (event.source !== parent) return;
    const same = event.data.chosen && document.getElementById(event.data.chosen);
    if (same) same.click();
    if (same && event.data.focused) same.focus({ preventScroll: true });
    scrollTo({ top: event.data.scroll, behavior: "instant" });
    tell();
  });
})();
