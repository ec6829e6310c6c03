// The season calendar: mark the month it is now in Phetchaburi, in the chart, the table and the key.
(function () {
  "use strict";
  var month = Number(
    new Intl.DateTimeFormat("en", { month: "numeric", timeZone: "Asia/Bangkok" }).format(new Date())
  );
  document.querySelectorAll("[data-month='" + month + "']").forEach(function (part) {
    part.classList.add("is-now");
    if (part.tagName === "TH") part.setAttribute("aria-current", "date");
  });
  // The frame is drawn after the columns beside it, and before the bars
  document.querySelectorAll(".year__month.is-now rect").forEach(function (column) {
    var frame = column.cloneNode();
    frame.setAttribute("class", "year__now");
    column.closest("svg").insertBefore(frame, column.closest("svg").querySelector(".year__row"));
  });
  var key = document.querySelector(".year-key__now");
  if (key) {
    var name = key.querySelector("[data-months]");
    name.textContent = name.dataset.words.replace("{month}", name.dataset.months.split("|")[month - 1]);
    key.hidden = false;
  }
})();
