/* Finds sections (sections.js) by the words of ?q=, with and without marks: "ho so" finds "hồ sơ". */
(function () {
  "use strict";
  const MOST = 40, AROUND = 90;

  /* Small letters without marks; as long as the text, so that places in one are places in the other. */
  function plain(text) {
    return Array.from(text.normalize("NFC"), function (letter) {
      const base = letter.toLowerCase().replace("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
      return base.length === letter.length ? base : letter;
    }).join("");
  }

  function wordsOf(text) {
    return text.match(/[\p{L}\p{N}_]+/gu) || [];
  }

  /* Where words stand as words of their own, or -1. */
  function place(text, phrase) {
    const quoted = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.search(new RegExp("(?<![\\p{L}\\p{N}_])" + quoted + "(?![\\p{L}\\p{N}_])", "u"));
  }

  /* How well a section fits: the whole phrase before its words, titles before texts, marks as typed before others. */
  function weight(section, query) {
    const title = plain(section.title), text = plain(section.text), all = title + " " + text;
    const words = wordsOf(plain(query));
    if (!words.length || words.some(function (word) { return place(all, word) < 0; })) return 0;
    const phrase = words.join(" ");
    let sum = 1 + words.filter(function (word) { return place(title, word) >= 0; }).length * 4;
    if (title === phrase || title.startsWith(phrase + ".")) sum += 100;
    if (place(title, phrase) >= 0) sum += 40;
    if (place(text, phrase) >= 0) sum += 20;
    if (place((section.title + " " + section.text).toLowerCase(), query.trim().toLowerCase()) >= 0) sum += 10;
    return sum;
  }

  /* The words around the first place, as nodes, what was found in <mark>. */
  function excerpt(text, query) {
    const words = wordsOf(plain(query)), folded = plain(text);
    let at = place(folded, words.join(" ")), length = words.join(" ").length;
    if (at < 0) {
      const found = words.find(function (word) { return place(folded, word) >= 0; });
      at = found ? place(folded, found) : 0;
      length = found ? found.length : 0;
    }
    const start = at > AROUND ? text.lastIndexOf(" ", at - AROUND) + 1 : 0;
    const end = text.length > at + 2 * AROUND ? text.lastIndexOf(" ", at + 2 * AROUND) : text.length;
    const line = document.createElement("p"), mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    line.append((start ? "… " : "") + text.slice(start, at), mark,
                text.slice(at + length, Math.max(end, at + length)) + (end < text.length ? " …" : ""));
    return line;
  }

  function entry(section, query) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = section.url;
    link.textContent = section.title === section.page ? section.page : section.page + " › " + section.title;
    item.append(link, excerpt(section.text.normalize("NFC"), query));
    return item;
  }

  const query = new URLSearchParams(window.location.search).get("q") || "";
  if (!query.trim()) return;
  document.querySelectorAll("input[name=q]").forEach(function (box) { box.value = query; });
  const found = SECTIONS.map(function (section) { return [weight(section, query), section]; })
    .filter(function (pair) { return pair[0] > 0; })
    .sort(function (one, other) { return other[0] - one[0]; });
  document.getElementById("search-summary").textContent = found.length
    ? found.length + " mục có «" + query + "»" + (found.length > MOST ? ", dưới đây là " + MOST + " mục đầu." : ".")
    : "Không có mục nào có «" + query + "».";
  document.getElementById("search-results").append(
    ...found.slice(0, MOST).map(function (pair) { return entry(pair[1], query); }));
})();
