"use strict";
(() => {
  const table = document.getElementById("sets");
  if (!table) return;
  const form = document.getElementById("search");
  const words = document.getElementById("words");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const order = document.getElementById("order");
  const body = table.tBodies[0];
  const compare = new Intl.Collator("vi", { numeric: true }).compare;

  // Letters without marks, so that a search works with and without them.
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d")
    .toLowerCase().replace(/\s+/g, " ").trim();
  const rows = Array.from(body.rows, (row) => ({ row, text: plain(row.textContent) }));

  const search = () => {
    const wanted = plain(words.value).split(" ");
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    count.textContent = `${shown}/${rows.length} tập dữ liệu`;
    nothing.hidden = shown > 0;
  };

  const valueOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const sortBy = (header, down) => {
    const column = header.cellIndex;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const compared = header.dataset.sorts === "number"
      ? (a, b) => Number(valueOf(a.row, column)) - Number(valueOf(b.row, column))
      : (a, b) => compare(valueOf(a.row, column), valueOf(b.row, column));
    const sorted = [...rows].sort((a, b) => (down ? -1 : 1) * compared(a, b));
    body.append(...sorted.map(({ row }) => row));
  };

  for (const header of table.tHead.rows[0].cells) {
    if (!header.dataset.sorts) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sortBy(header, header.getAttribute("aria-sort") === "ascending"));
    order.append(new Option(header.textContent, header.cellIndex));
    header.replaceChildren(button);
  }
  order.addEventListener("change", () => sortBy(table.tHead.rows[0].cells[order.value], false));
  words.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  search();
})();
