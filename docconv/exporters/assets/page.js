(() => {
  const twins = (unit) => document.querySelectorAll(`[data-unit="${CSS.escape(unit)}"]`);
  const light = (event, on) => {
    const sentence = event.target.closest("[data-unit]");
    if (sentence) twins(sentence.dataset.unit).forEach((twin) => twin.classList.toggle("lit", on));
  };
  for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(type, (event) => light(event, on));
  }
})();
