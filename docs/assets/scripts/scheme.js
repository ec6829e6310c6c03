// Before the page is painted: the light or dark the visitor chose, else what the device asks for.
(function () {
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var chosen = localStorage.getItem("scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch (refused) {}
})();
