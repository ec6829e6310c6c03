// What is in season in the month it is now in Phetchaburi; what is not is left out.
(function () {
  "use strict";
  var month = Number(
    new Intl.DateTimeFormat("en", { month: "numeric", timeZone: "Asia/Bangkok" }).format(new Date())
  );
  document.querySelectorAll(".season-now").forEach(function (box) {
    var list = box.querySelector(".cards");
    var shown = 0;
    Array.from(list.children).forEach(function (item) {
      item.hidden = !item.dataset.months.split(" ").includes(String(month));
      if (!item.hidden) shown += 1;
    });
    list.hidden = !shown;
    var words = shown ? box.dataset.some : box.dataset.none;
    box.querySelector(".season-now__month").textContent = words.replace(
      "{month}", box.dataset.months.split("|")[month - 1]
    );
  });
})();
