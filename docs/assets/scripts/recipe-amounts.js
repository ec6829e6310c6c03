// Amounts as a cook writes them: reads numbers that people type, scales, rounds to what can be measured.
// Gives window.recipeAmounts = {read, ratio, write, metric, plain}.
(function () {
  "use strict";
  var SPACE = "\u00a0";
  var SIGNS = [
    [1 / 8, "⅛", "1/8"], [1 / 4, "¼", "1/4"], [1 / 3, "⅓", "1/3"], [3 / 8, "⅜", "3/8"], [1 / 2, "½", "1/2"],
    [5 / 8, "⅝", "5/8"], [2 / 3, "⅔", "2/3"], [3 / 4, "¾", "3/4"], [7 / 8, "⅞", "7/8"]
  ];
  var QUARTERS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4];
  // What a unit of each measure can be divided into, by how large the amount is.
  var PARTS = {
    cup: function (value) { return value < 4 ? QUARTERS.concat([1 / 8, 3 / 8, 5 / 8, 7 / 8]) : value < 10 ? QUARTERS : [1 / 2]; },
    spoon: function (value) { return value < 1 ? QUARTERS.concat([1 / 8]) : value < 10 ? QUARTERS : [1 / 2]; },
    counted: function (value) { return value < 1 ? [1 / 4, 1 / 2, 3 / 4] : value < 20 ? [1 / 2] : []; },
    whole: function () { return []; }
  };
  var LEAST = { cup: 1 / 8, spoon: 1 / 8, counted: 1 / 4, whole: 1 };
  // Below this much of a cup or tablespoon, the next smaller measure is used.
  var LEAST_OF_LARGER = { first: 1 / 4, other: 1 / 2 };

  // "1.5", "1,5", "1 1/2", "1½", "3/4" as a number; NaN for anything else.
  function read(text) {
    var clean = String(text).trim().replace(",", ".");
    SIGNS.forEach(function (sign) {
      clean = clean.replace(sign[1], " " + sign[2]);
    });
    var found = /^(?:(\d+)\s+)?(\d+)\s*\/\s*([1-9]\d*)$/.exec(clean.trim());
    if (found) return Number(found[1] || 0) + found[2] / found[3];
    return /^(\d+\.?\d*|\.\d+)$/.test(clean.trim()) ? Number(clean) : NaN;
  }

  // "3/2" as a number, the way data- attributes hold it.
  function ratio(text) {
    var ends = text.split("/");
    return ends[0] / (ends[1] || 1);
  }

  // A number with as many digits as it needs, four at most: for the address and for fields.
  function plain(value) {
    return String(Math.round(value * 10000) / 10000);
  }

  function digits(value, coarse) {
    if (coarse && value >= 10) return String(Math.round(value));
    return String(Number(value.toPrecision(value >= 100 ? 4 : coarse ? 2 : 3)));
  }

  function nearest(value, parts) {
    var whole = Math.floor(value);
    var best = { value: whole, text: String(whole) };
    parts.concat([1]).forEach(function (part) {
      if (Math.abs(whole + part - value) < Math.abs(best.value - value) - 1e-9) {
        best = { value: whole + part, text: part === 1 ? String(whole + 1) : (whole ? whole + SPACE : "") + sign(part) };
      }
    });
    return best;
  }
  function sign(part) {
    return SIGNS.filter(function (one) { return one[0] === part; })[0][1];
  }
  function isExact(value, parts) {
    var near = nearest(value, parts);
    return Math.abs(near.value - value) <= value * 0.005;
  }

  // Cups, tablespoons and teaspoons give way to one another; everything else stays in its unit.
  function settle(low, high, id, units) {
    var unit = units[id];
    if (unit.measure !== "spoon") return { low: low, high: high, id: id };
    var ladder = Object.keys(units).filter(function (one) {
      return units[one].measure === "spoon" && units[one].to === unit.to;
    }).sort(function (a, b) { return units[b].by - units[a].by; });
    function inUnit(one) {
      var by = unit.by / units[one].by;
      return { low: low * by, high: high * by, id: one };
    }
    var at = ladder.indexOf(id);
    var up = ladder.slice(0, at).map(inUnit).filter(function (one, step) {
      // A third of a cup can be measured, a third of a tablespoon is better said in teaspoons
      var parts = step === 0 ? QUARTERS : [1 / 2];
      return one.low >= (step === 0 ? LEAST_OF_LARGER.first : 1) - 1e-9 && isExact(one.low, parts) && isExact(one.high, parts);
    })[0];
    if (up) return up;
    var down = inUnit(id);
    while (at < ladder.length - 1 && down.low < (at === 0 ? LEAST_OF_LARGER.first : LEAST_OF_LARGER.other) - 1e-9) {
      at += 1;
      down = inUnit(ladder[at]);
    }
    return down;
  }

  function written(number, unit, words) {
    var measure = unit.measure === "spoon" && unit.by >= 100 ? "cup" : unit.measure;
    if (measure === "weighed") return { text: digits(number, unit.metric && unit.by === 1), value: number };
    var least = LEAST[measure];
    if (number < least * 0.75) return { text: nearest(least, PARTS[measure](least)).text, value: least, words: words.less };
    var near = nearest(number, PARTS[measure](number));
    return { text: near.text, value: near.value, words: Math.abs(near.value - number) > number * 0.015 ? words.about : "" };
  }

  // An amount (low to high, in a unit) in words. `words` holds {about, less}, with {amount} in each.
  function write(low, high, id, units, words) {
    var kept = settle(low, high, id, units);
    var unit = units[kept.id];
    if (unit.measure === "weighed" && unit.metric && unit.by > 1 && kept.low < 1 && units[unit.to]) {
      return write(kept.low * unit.by, kept.high * unit.by, unit.to, units, words);
    }
    var first = written(kept.low, unit, words);
    var last = written(kept.high, unit, words);
    var amount = first.text === last.text ? last.text : first.text + "–" + last.text;
    amount += " " + (last.value > 1 ? unit.many : unit.one);
    var about = last.words || first.words;
    return about ? about.replace("{amount}", amount) : amount;
  }

  // The same in metric; empty where the unit cannot be turned, or is metric already.
  function metric(low, high, id, units, words) {
    var unit = units[id];
    if (!unit.to || unit.metric || !units[unit.to]) return "";
    return write(low * unit.by, high * unit.by, unit.to, units, words);
  }

  window.recipeAmounts = { read: read, ratio: ratio, write: write, metric: metric, plain: plain };
})();
