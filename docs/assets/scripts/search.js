// The search as one sees it: results while one types, best first, with what fits marked.
(function () {
  "use strict";
  var dialog = document.getElementById("search");
  var language = document.documentElement.lang;
  var other = language === "th" ? "en" : "th";
  var query = dialog.querySelector(".search__query");
  var status = dialog.querySelector(".search__status");
  var list = dialog.querySelector(".search__results");
  var more = dialog.querySelector(".search__more");
  var none = dialog.querySelector(".search__none");
  var start = dialog.querySelector(".search__start");
  var FIRST = 8;
  var FURTHER = 24;
  var ENOUGH = 3;
  var BEFORE = 30;
  var AFTER = 100;
  var loaded = {};
  var answers = [];
  var shown = FIRST;
  var typed = "";
  var drawn = "";
  var addressTimer = 0;

  function say(key, value) {
    return (dialog.dataset["say" + key[0].toUpperCase() + key.slice(1)] || "").replace("{0}", value);
  }
  function part(name, lang) {
    var address = dialog.dataset[lang === language ? name : "other" + name[0].toUpperCase() + name.slice(1)];
    return gastroSearch.load(lang, name, address).then(function () { loaded[lang + name] = true; });
  }
  function ready() {
    return part("names", language)
      .then(function () { return Promise.all([part("texts", language), part("more", language), part("texts", other), part("more", other)]); })
      .then(gastroSearch.hear);
  }

  /* ---- The list ---- */

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function spoken(node, text) {
    var thai = /[\u0e01-\u0e5b]/.test(text);
    if (thai !== (language === "th") && /[a-z\u0e01-\u0e5b]/i.test(text)) node.lang = thai ? "th" : "en";
    return node;
  }
  function marked(node, text) {
    var at = 0;
    gastroSearch.marks(typed, text).forEach(function (place) {
      node.append(text.slice(at, place[0]));
      node.append(element("mark", "", text.slice(place[0], place[1])));
      at = place[1];
    });
    node.append(text.slice(at));
    return spoken(node, text);
  }
  // What to show under a title: where the words stand, if only the text has them; another name; else the line
  function told(answer) {
    if (answer.by === "text" || answer.by === "other") {
      var text = answer.by === "text" ? answer.text : answer.otherText;
      var place = gastroSearch.marks(typed, text)[0];
      if (place && (place[0] > AFTER - 20 || answer.by === "other")) return around(text, place[0], place[1]);
    }
    return answer.by === "name" ? say("also") + " " + answer.name + " · " + answer.line : answer.line;
  }
  function around(text, from, to) {
    var first = Math.max(0, from - BEFORE);
    var last = Math.min(text.length, to + AFTER);
    var lines = [text.lastIndexOf("\n", from) + 1, text.indexOf("\n", to)];
    if (lines[0] > first) first = lines[0];
    else if (first > 0) first = text.indexOf(" ", first) >= 0 && text.indexOf(" ", first) < from ? text.indexOf(" ", first) + 1 : first;
    if (lines[1] >= 0 && lines[1] < last) last = lines[1];
    else if (last < text.length && text.lastIndexOf(" ", last) > to) last = text.lastIndexOf(" ", last);
    while (first > 0 && /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(text[first])) first -= 1;
    while (last < text.length && /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(text[last])) last += 1;
    return (lines[0] < first ? "… " : "") + text.slice(first, last) + (last < text.length && last !== lines[1] ? " …" : "");
  }
  function address(path) {
    var cut = path.indexOf("#");
    var page = cut < 0 ? path : path.slice(0, cut);
    return dialog.dataset.root.replace(/\/?$/, "/") + page + (location.protocol === "file:" ? "index.html" : "") + (cut < 0 ? "" : path.slice(cut));
  }
  function item(answer) {
    var row = element("li", "search__item");
    var link = element("a", "search__result");
    link.href = address(answer.path);
    link.dataset.record = answer.record;
    var picture = element("img", "search__picture");
    picture.src = dialog.dataset.base.replace(/\/?$/, "/") + "assets/" + answer.picture;
    picture.alt = "";
    picture.width = 64;
    picture.height = 48;
    link.append(picture);
    var words = element("span", "search__words");
    words.append(marked(element("span", "search__name"), answer.title), element("span", "chip search__kind", answer.kind));
    words.append(marked(element("span", "search__line"), told(answer)));
    link.append(words);
    row.append(link);
    return row;
  }
  function draw() {
    list.replaceChildren.apply(list, answers.slice(0, shown).map(item));
    more.hidden = answers.length <= shown;
  }

  /* ---- From what is typed to what is found ---- */

  function look(query, last) {
    if (query !== typed) return;
    var asked = query + "\n" + Object.keys(loaded).length;
    if (asked !== drawn) {
      answers = gastroSearch.find(query);
      shown = FIRST;
      draw();
      drawn = asked;
    }
    none.hidden = !last || answers.length > 0;
    if (answers.length) status.textContent = answers.full ? count(answers.length) : say("near");
    else if (last) status.textContent = say("none", query);
    if (last) status.dataset.done = query;
  }
  function count(number) { return number === 1 ? say("foundOne") : say("found", number); }

  // Parts of the index are asked for only as long as too little is found.
  function follow(query) {
    function lacking() { return query === typed && (answers.length < ENOUGH || !answers.full); }
    return part("names", language)
      .then(function () { if (!loaded[language + "texts"]) look(query, false); return part("texts", language); })
      .then(function () { look(query, false); return lacking() ? part("more", language).then(function () { look(query, false); }) : null; })
      .then(function () {
        if (query !== typed || answers.length) return null;
        return Promise.all([part("texts", other), part("more", other)]);
      })
      .then(function () { look(query, true); })
      .catch(function () { if (query === typed) status.textContent = say("failed"); });
  }
  function type() {
    var now = query.value.trim();
    if (now === typed && status.dataset.done === now) return;
    typed = now;
    delete status.dataset.done;
    start.hidden = Boolean(typed);
    keepAddress();
    if (!typed) {
      answers = [];
      drawn = "";
      draw();
      none.hidden = true;
      status.textContent = "";
      return;
    }
    if (!loaded[language + "names"]) status.textContent = say("loading");
    if (loaded[language + "texts"]) {
      look(typed, false);
      if (answers.length >= ENOUGH && answers.full) {
        status.dataset.done = typed;
        none.hidden = true;
        return;
      }
    }
    follow(typed);
  }

  // The search stands in the address, so that it can be passed on and found again on the way back.
  function keepAddress() {
    clearTimeout(addressTimer);
    addressTimer = setTimeout(writeAddress, 300);
  }
  function writeAddress() {
    clearTimeout(addressTimer);
    var asked = new URLSearchParams(location.search);
    if (typed && dialog.open) asked.set("q", typed);
    else asked.delete("q");
    var text = asked.toString();
    try {
      history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (refused) {}
  }

  /* ---- Keys and buttons ---- */

  function links() { return Array.from(list.querySelectorAll("a")); }
  function move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var all = links();
    var at = all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (!all.length || at >= all.length || (document.activeElement === query && event.key === "ArrowUp")) return;
    event.preventDefault();
    (at < 0 ? query : all[at]).focus();
  }

  query.addEventListener("input", type);
  dialog.addEventListener("keydown", move);
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) dialog.close();
    var example = event.target.closest("[data-query]");
    if (example) {
      event.preventDefault();
      query.value = example.dataset.query;
      query.focus();
      type();
    } else if (event.target.closest("a")) {
      writeAddress();
    }
  });
  dialog.querySelector(".search__close").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("close", writeAddress);
  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    type();
    var first = links()[0];
    if (first && status.dataset.done === typed) first.click();
  });
  more.addEventListener("click", function () {
    var before = shown;
    shown += FURTHER;
    draw();
    var next = links()[before];
    if (next) next.focus();
  });

  gastroSearch.ready = ready;
  gastroSearch.open = function (words) {
    if (!dialog.open) dialog.showModal();
    if (words) query.value = words;
    query.focus();
    if (!words) query.select();
    type();
    part("names", language).then(function () { return part("texts", language); }).then(gastroSearch.hear).catch(function () {});
  };
})();
