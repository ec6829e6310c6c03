// One sweet a day to discover, and another at a press.
(function () {
  "use strict";
  var box = document.querySelector(".discover");
  if (!box) return;
  var all = Array.from(box.querySelectorAll(".discover__one"));
  var now = new Date();
  var day = Math.floor((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(now.getFullYear(), 0, 0)) / 864e5);
  var at = day % all.length;
  function show() {
    all.forEach(function (one, number) { one.hidden = number !== at; });
  }
  var button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet discover__another";
  button.textContent = box.dataset.next;
  button.addEventListener("click", function () {
    at = (at + 1) % all.length;
    show();
    box.querySelector(".discover__one:not([hidden]) .discover__name a").focus();
  });
  box.append(button);
  show();
})();
