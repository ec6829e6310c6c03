// The amounts of a recipe: scaled by yield, by a factor, by what one has or by the tray; in the source's units or metric.
// The choice stays in the address (?x=2&units=metric), so that it can be shared.
(function () {
  "use strict";
  var form = document.querySelector(".kitchen");
  var amounts = window.recipeAmounts;
  if (!form || !amounts) return;
  var LOW = 0.05;
  var HIGH = 100;
  var units = JSON.parse(form.dataset.units);
  var words = { about: form.dataset.about, less: form.dataset.less };
  var recipe = document.querySelector(".recipe");
  var said = form.querySelector("#kitchen-said");
  var reset = form.querySelector(".kitchen__reset");
  var buttons = Array.from(form.querySelectorAll(".kitchen__factor"));
  var fields = form.elements;
  var trays = form.querySelector(".kitchen__trays");
  var x = 1;

  function quantity(element, metric) {
    return {
      low: amounts.ratio(element.dataset.low),
      high: amounts.ratio(element.dataset.high),
      unit: element.dataset.unit,
      element: element,
      printed: element.textContent.trim(),
      metric: metric || ""
    };
  }
  var lines = Array.from(recipe.querySelectorAll(".amount[data-unit]")).map(function (cell) {
    var line = quantity(cell, cell.nextElementSibling.textContent.trim());
    line.name = cell.parentNode.querySelector("a").textContent;
    return line;
  });
  var yielded = document.querySelector(".glance__yield");
  var makes = yielded && quantity(yielded);
  var headings = Array.from(recipe.querySelectorAll(".recipe__ingredients th:first-child"));
  var sourceHeading = headings.length ? headings[0].textContent : "";

  function isMetric() {
    return Boolean(fields.units) && fields.units.value === "metric";
  }
  function isMeasured(line) {
    return units[line.unit].measure !== "loose";
  }
  function shown(line, inMetric) {
    if (x === 1 || !isMeasured(line)) return inMetric && line.metric ? line.metric : line.printed;
    var metric = inMetric ? amounts.metric(line.low * x, line.high * x, line.unit, units, words) : "";
    return metric || amounts.write(line.low * x, line.high * x, line.unit, units, words);
  }

  function show(except) {
    var metric = isMetric();
    lines.forEach(function (line) { line.element.textContent = shown(line, metric); });
    if (makes) makes.element.textContent = shown(makes, false);
    headings.forEach(function (heading) { heading.textContent = metric ? form.dataset.metric : sourceHeading + (x === 1 ? "" : " × " + amounts.plain(x)); });
    document.querySelectorAll(".fixed").forEach(function (note) { note.hidden = x === 1; });
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(Math.abs(button.value - x) < 1e-9)); });
    if (except !== fields.x) fields.x.value = amounts.plain(x);
    if (fields.yield && except !== fields.yield) fields.yield.value = amounts.plain(x * fields.yield.dataset.one);
    reset.hidden = x === 1 && !metric;
    var text = x === 1 ? "" : form.dataset.now.replace("{n}", amounts.plain(x));
    if (text && makes) text += ": " + form.dataset.makes.replace("{amount}", makes.element.textContent);
    said.textContent = text;
    [fields.x, fields.yield, fields.amount].forEach(function (field) { if (field) field.removeAttribute("aria-invalid"); });
  }

  function scale(factor, field) {
    if (!(factor >= LOW && factor <= HIGH)) {
      if (!field) return;
      field.setAttribute("aria-invalid", "true");
      var one = field.dataset.one || 1;
      said.textContent = form.dataset.wrong.replace("{low}", amounts.plain(LOW * one)).replace("{high}", amounts.plain(HIGH * one));
      return;
    }
    x = Math.abs(factor - 1) < 1e-6 ? 1 : factor;
    show(field);
    toAddress();
  }

  // By what one has of an ingredient. The upper end of a range is what is needed.
  function haveLine() { return lines[fields.have.value]; }
  function inMetricUnit(line) {
    var unit = units[line.unit];
    return isMetric() && unit.to && !unit.metric && units[unit.to] ? unit : null;
  }
  function labelHave() {
    var line = haveLine();
    if (!line) return;
    var turned = inMetricUnit(line);
    var label = fields.amount.parentNode.querySelector("[data-words]");
    label.textContent = label.dataset.words.replace("{unit}", turned ? units[turned.to].many : units[line.unit].many);
  }
  function scaleByHave() {
    var line = haveLine();
    if (!line || !fields.amount.value.trim()) return;
    var turned = inMetricUnit(line);
    fields.amount.dataset.one = line.high * (turned ? turned.by : 1);
    scale(amounts.read(fields.amount.value) / fields.amount.dataset.one, fields.amount);
  }

  // By the tray: the areas of the two bases.
  function area(name) {
    var length = amounts.read(fields[name + "-length"].value);
    var width = amounts.read(fields[name + "-width"].value);
    var shape = fields[name + "-shape"].value;
    if (shape === "round") return Math.PI * length * length / 4;
    return length * (shape === "square" ? length : width);
  }
  function labelTray(name) {
    var shape = fields[name + "-shape"].value;
    var label = fields[name + "-length"].parentNode.querySelector("span");
    label.textContent = label.dataset[shape];
    fields[name + "-width"].parentNode.hidden = shape !== "rectangular";
  }
  function scaleByTray(field) {
    var base = trays.dataset.area ? Number(trays.dataset.area) : area("old");
    var wanted = area("new");
    if (base > 0 && wanted > 0) scale(wanted / base, field);
  }

  function toAddress() {
    var query = new URLSearchParams(location.search);
    query.delete("x");
    query.delete("units");
    if (x !== 1) query.set("x", amounts.plain(x));
    if (isMetric()) query.set("units", "metric");
    var text = query.toString();
    try {
      history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
    } catch (refused) {}
    carry();
  }
  // The other language shows the same amounts.
  function carry() {
    var other = document.querySelector(".tool--language");
    if (other) other.href = other.href.split("?")[0] + location.search;
  }
  function fromAddress() {
    var query = new URLSearchParams(location.search);
    var asked = amounts.read(query.get("x") || "1");
    x = asked >= LOW && asked <= HIGH ? asked : 1;
    if (fields.units) fields.units.value = query.get("units") === "metric" ? "metric" : "source";
    show();
    labelHave();
    carry();
  }

  lines.forEach(function (line, number) {
    if (isMeasured(line)) fields.have.add(new Option(line.name + " — " + line.printed, number));
  });
  buttons.forEach(function (button) {
    button.addEventListener("click", function () { scale(Number(button.value)); });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function (event) {
    var field = event.target;
    if (field === fields.x) scale(amounts.read(field.value), field);
    else if (field === fields.yield) scale(amounts.read(field.value) / field.dataset.one, field);
    else if (field === fields.amount) scaleByHave();
    else if (/^(old|new)-(length|width)$/.test(field.name)) scaleByTray(field);
  });
  form.addEventListener("change", function (event) {
    var field = event.target;
    if (field.name === "units") {
      fields.amount.value = "";
      show();
      toAddress();
    } else if (field === fields.have) fields.amount.value = "";
    else if (/-shape$/.test(field.name)) {
      labelTray(field.name.split("-")[0]);
      scaleByTray(field);
    }
    labelHave();
  });
  reset.addEventListener("click", function () {
    form.reset();
    if (trays) Array.from(trays.querySelectorAll("select")).forEach(function (one) { labelTray(one.name.split("-")[0]); });
    x = 1;
    show();
    toAddress();
    labelHave();
    fields.x.focus();
  });
  form.querySelector(".kitchen__print").addEventListener("click", function () { window.print(); });
  window.addEventListener("pageshow", fromAddress);
  window.addEventListener("popstate", fromAddress);

  recipe.classList.add("recipe--live");
  form.hidden = false;
  fromAddress();
})();
