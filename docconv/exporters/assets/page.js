// Enhancements only: the page reads, switches, filters and links without them.
(() => {
  const modes = [...document.querySelectorAll("input[name=mode]")];
  const chosen = () => modes.find((mode) => mode.checked).value;

  // The language stands in the fragment: #en, or behind a place: #q7&en
  const fragment = () => decodeURIComponent(location.hash.slice(1)).split("&");
  const read = () => {
    const parts = fragment();
    const mode = modes.find((m) => parts.includes(m.value));
    if (mode) mode.checked = true;
    if (parts.length > 1) document.getElementById(parts[0])?.scrollIntoView();
  };
  const write = () => {
    const place = fragment().find((part) => part && !modes.some((m) => m.value === part));
    const parts = [place, chosen() === "both" ? null : chosen()].filter(Boolean);
    history.replaceState(null, "", parts.length ? "#" + parts.map(encodeURIComponent).join("&") : location.pathname + location.search);
  };
  modes.forEach((mode) => mode.addEventListener("change", write));
  addEventListener("hashchange", () => { read(); if (chosen() !== "both") write(); });
  read();

  // A sentence under the pointer or the focus lights up in both languages.
  const light = (event, on) => {
    const sentence = event.target.closest?.("[data-unit]");
    if (!sentence) return;
    document.querySelectorAll(`[data-unit="${CSS.escape(sentence.dataset.unit)}"]`).forEach((twin) => twin.classList.toggle("lit", on));
  };

  // A term shows its glossary entry.
  const tip = document.getElementById("tip");
  let shownFor = null;
  const line = (text, soft) => {
    const p = document.createElement("p");
    p.textContent = text;
    if (soft) p.className = "soft";
    return p;
  };
  const hide = () => {
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
    tip.hidden = true;
  };
  const show = (term) => {
    const cells = [...(document.getElementById(term.hash.slice(1))?.cells ?? [])].map((cell) => cell.textContent);
    if (!cells.length) return;
    const [dutch, english, , note, source] = cells;
    tip.replaceChildren(line(`${dutch} → ${english}`), ...(note ? [line(note)] : []), line(`In this place: ${term.dataset.how}`, true), ...(source ? [line(`Source: ${source}`, true)] : []));
    tip.hidden = false;
    const box = term.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
    const below = box.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + scrollY}px`;
    if (shownFor && shownFor !== term) shownFor.removeAttribute("aria-describedby");
    term.setAttribute("aria-describedby", "tip");
    shownFor = term;
  };
  const enter = (event) => {
    light(event, true);
    const term = event.target.closest?.(".term");
    if (term) show(term);
  };
  const leave = (event) => {
    light(event, false);
    if (event.target.closest?.(".term") && !tip.contains(event.relatedTarget)) hide();
  };
  document.addEventListener("mouseover", enter);
  document.addEventListener("focusin", enter);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  // A first tap shows the entry, a second follows the link to it.
  let before = null;
  document.addEventListener("pointerdown", () => { before = shownFor; }, true);
  document.addEventListener("click", (event) => {
    const term = event.target.closest?.(".term");
    if (term && event.detail && before !== term) { event.preventDefault(); show(term); }
  });
})();
