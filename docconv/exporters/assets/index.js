(() => {
  const body = document.querySelector("#letters tbody");
  const rows = [...body.rows].map((row) => ({ row, text: `${row.textContent} ${row.dataset.words}`.toLowerCase() }));
  const found = document.getElementById("found");
  document.getElementById("search").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(word));
    found.textContent = `${rows.filter(({ row }) => !row.hidden).length} shown`;
  });
  const heads = [...document.querySelectorAll("#letters th")];
  heads.forEach((head, column) => {
    head.firstElementChild.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = ({ row }) => row.cells[column].textContent.trim();
      rows.sort((a, b) => key(a).localeCompare(key(b), undefined, { numeric: true }) * (down ? -1 : 1));
      body.append(...rows.map(({ row }) => row));
    });
  });
})();
