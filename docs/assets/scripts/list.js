// Filters of a list: hide what was not chosen, count what is left, keep the choice in the address.
(function () {
  "use strict";
  var form = document.querySelector(".filters");
  if (!form) return;
  var items = Array.from(document.querySelectorAll(".cards > li"));
  var selects = Array.from(form.querySelectorAll("select"));
  var avoid = Array.from(form.querySelectorAll("input[name=avoid]"));
  var unsure = form.querySelector("input[name=unsure]");
  var unsureLabel = form.querySelector(".filters__unsure");
  var count = form.querySelector(".filters__count");
  var clear = form.querySelector(".filters__clear");
  var nothing = document.querySelector(".filters__nothing");

  function words(item, name) {
    var held = item.held || (item.held = {});
    return held[name] || (held[name] = (item.getAttribute("data-" + name) || "").split(" "));
  }
  function matches(item, without) {
    return selects.every(function (select) {
      return select === without || !select.value || words(item, select.name).includes(select.value);
    });
  }
  function avoided() {
    return avoid.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  }
  // "safe", "unsure" (nothing says that it is free of what is avoided) or "has"
  function standing(item, allergens) {
    if (!allergens.length) return "safe";
    var carried = words(item, "contains").concat(words(item, "may-contain"));
    if (allergens.some(function (one) { return carried.includes(one); })) return "has";
    return item.dataset.unsure ? "unsure" : "safe";
  }

  function show() {
    var allergens = avoided();
    var unsureShown = unsure && unsure.checked;
    var shown = 0;
    var hiddenUnsure = 0;
    items.forEach(function (item) {
      var held = standing(item, allergens);
      var fits = matches(item);
      var visible = fits && (held === "safe" || (held === "unsure" && unsureShown));
      if (fits && held === "unsure" && !unsureShown) hiddenUnsure += 1;
      item.hidden = !visible;
      if (visible) shown += 1;
      markUnsure(item, visible && held === "unsure");
    });
    document.querySelectorAll(".cards").forEach(function (list) {
      list.hidden = !list.querySelector("li:not([hidden])");
      var heading = list.previousElementSibling;
      if (heading && /^H[2-4]$/.test(heading.tagName)) heading.hidden = list.hidden;
    });
    selects.forEach(function (select) {
      select.classList.toggle("is-chosen", Boolean(select.value));
      Array.from(select.options).forEach(function (option) {
        if (!option.value) return;
        var n = items.filter(function (item) {
          var held = standing(item, allergens);
          return words(item, select.name).includes(option.value) && matches(item, select) &&
            (held === "safe" || (held === "unsure" && unsureShown));
        }).length;
        option.textContent = option.dataset.label + " (" + n + ")";
      });
    });
    var said = form.dataset.shown.replace("{shown}", shown).replace("{all}", items.length);
    if (hiddenUnsure) said += " · " + form.dataset.hiddenUnsure.replace("{n}", hiddenUnsure);
    count.textContent = said;
    if (unsureLabel) unsureLabel.hidden = !allergens.length;
    clear.hidden = !selects.some(function (select) { return select.value; }) && !allergens.length;
    nothing.hidden = shown > 0;
  }

  function markUnsure(item, mark) {
    var chip = item.querySelector(".chip--rose");
    if (mark && !chip) {
      chip = document.createElement("span");
      chip.className = "chip chip--rose";
      chip.textContent = form.dataset.unsure;
      item.querySelector(".card__text").append(chip);
    } else if (!mark && chip) chip.remove();
  }

  function toAddress() {
    var query = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
    if (avoided().length) query.set("avoid", avoided().join(","));
    if (avoided().length && unsure && unsure.checked) query.set("unsure", "show");
    var text = query.toString().replace(/%2C/g, ",");
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
    } catch (refused) {}
  }
  function fromAddress() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    var allergens = (query.get("avoid") || "").split(",");
    avoid.forEach(function (box) { box.checked = allergens.includes(box.value); });
    if (unsure) unsure.checked = query.get("unsure") === "show";
  }

  form.addEventListener("change", function () { show(); toAddress(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  clear.addEventListener("click", function () {
    selects.forEach(function (select) { select.value = ""; });
    avoid.forEach(function (box) { box.checked = false; });
    if (unsure) unsure.checked = false;
    show();
    toAddress();
    selects[0].focus();
  });
  window.addEventListener("pageshow", function () { fromAddress(); show(); });
  if (matchMedia("(max-width: 47.99em)").matches) form.querySelector("details").open = location.search.length > 1;
  form.hidden = false;
  fromAddress();
  show();
})();
