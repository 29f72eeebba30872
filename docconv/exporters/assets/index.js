(() => {
  const search = document.getElementById("search");
  const rows = [...document.querySelectorAll("#letters tbody tr")];
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase() + " " + row.dataset.text;
      row.hidden = !words.every((word) => text.includes(word));
      found += !row.hidden;
    }
    document.getElementById("found").textContent = `${found} letters`;
  });
})();
