"use strict";
// Every table that has not been met yet can be sorted by its headings and filtered, with and without diacritics.
(() => {
  const compare = new Intl.Collator("vi", { numeric: true }).compare;
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d")
    .toLowerCase().replace(/\s+/g, " ").trim();

  const sort = (table, header) => {
    const down = header.getAttribute("aria-sort") === "ascending", column = header.cellIndex;
    for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    const number = (row) => value(row) === "" ? NaN : Number(value(row));
    const compared = header.dataset.sorts === "number"
      ? (a, b) => isNaN(number(a)) - isNaN(number(b)) || number(a) - number(b) || 0
      : (a, b) => compare(value(a), value(b));
    const rows = Array.from(table.tBodies[0].rows).sort((a, b) => (down ? -1 : 1) * compared(a, b));
    table.tBodies[0].append(...rows);
  };

  const filter = (table, words, count) => {
    const wanted = plain(words).split(" "), rows = Array.from(table.tBodies[0].rows);
    for (const row of rows) row.hidden = !wanted.every((word) => plain(row.textContent).includes(word));
    count.textContent = ` ${rows.filter((row) => !row.hidden).length}/${rows.length} dòng`;
  };

  for (const table of document.querySelectorAll("table.baocao:not([data-ready])")) {
    table.dataset.ready = "";
    const rows = table.tBodies[0].rows;
    if (rows.length < 2) continue;
    for (const header of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, header));
      header.replaceChildren(button);
    }
    if (rows.length < 8) continue;
    const place = document.createElement("div"), label = document.createElement("label");
    const input = document.createElement("input"), count = document.createElement("output");
    place.className = "baocao-filter";
    input.type = "search";
    input.placeholder = "gõ có dấu hoặc không dấu";
    input.addEventListener("input", () => filter(table, input.value, count));
    label.append("Lọc: ", input);
    place.append(label, count);
    filter(table, "", count);
    table.parentElement.before(place);
  }
})();
