// What fits the words that were typed, best first. Names come before what is said; the exact before what sounds
// alike; what sounds alike before what is a slip away. Needs search-words.js.
(function () {
  "use strict";
  var plain = gastroWords.plain;
  var fold = gastroWords.fold;
  var sound = gastroWords.sound;

  // What a fit is worth, by where the word stands; up to 80 more for how much of the name it fills
  var TITLE = { whole: 1400, start: 800, inside: 600 };
  var NAME = { whole: 1370, start: 770, inside: 570 };
  var LINE = 420;
  var TEXT = 100;
  var OTHER = 40;
  var SOUND = { whole: 440, start: 300, inside: 240 };
  var BESIDE_EXACT = 250;
  var SLIP = 260;
  var RELATED = 60;
  var LENT = 100;
  var KIND = 300;
  var ASKED_FOR = 800;
  var CUT = 0.5;
  var WEIGHT = 20;
  var MINOR = 3;
  var LOOSE = 40;
  var MOST_WORDS = 6;

  /* ---- What can be found ---- */

  var rows = [];
  var own = document.documentElement.lang;
  var loading = {};
  var arrived = {};
  var sounds = false;

  // Gives back texts whose letters changed places (scripts/gastro/search/packing.py).
  function unpacker(swap) {
    if (!swap[0]) return function (text) { return text; };
    var of = {};
    Array.from(swap[0]).forEach(function (letter, at) {
      of[letter] = swap[1][at];
      of[swap[1][at]] = letter;
    });
    var any = new RegExp("[" + Object.keys(of).join("").replace(/[\^\]\\-]/g, "\\$&") + "]", "g");
    return function (text) { return text.replace(any, function (letter) { return of[letter]; }); };
  }

  function take(language, part, content) {
    var unpack = unpacker(content.swap);
    if (part === "names") takeNames(content, unpack);
    else takeTexts(content.rows, unpack, part === "texts" ? 0 : rows.length - content.rows.length, language === own);
    if (arrived[language + part]) arrived[language + part]();
  }

  function takeNames(content, unpack) {
    rows = content.rows.map(function (row) {
      var kind = content.kinds[row[0]];
      var names = row[4] ? unpack(row[4]).split("|") : [];
      var title = unpack(row[3]);
      // The id of a sweet or an ingredient is its Thai name in official romanisation
      if (kind[0] === "desserts" || kind[0] === "ingredients") names.push(row[1].replace(/-/g, " "));
      var line = unpack(row[5]);
      return {
        record: kind[0] + "/" + row[1],
        path: (kind[0] === "pages" ? "" : kind[0] + "/") + row[1] + "/" + (row[2] ? "#" + row[2] : ""),
        kind: unpack(kind[1]),
        foldedKind: fold(unpack(kind[1])),
        picture: content.pictures[row[6]],
        weight: row[7],
        term: Boolean(row[2]),
        title: title,
        names: names,
        line: line,
        text: "",
        otherText: "",
        related: [],
        folded: [title].concat(names).map(fold),
        foldedLine: fold(line),
        foldedText: "",
        foldedOther: "",
        sounds: null
      };
    });
  }

  // Texts come in the order of the rows, from row ``from`` on; rows are the same in both languages.
  function takeTexts(texts, unpack, from, isOwn) {
    texts.forEach(function (one, at) {
      var row = rows[from + at];
      var text = unpack(one[0]);
      if (isOwn) {
        row.text = / …$/.test(row.line) ? row.line.slice(0, -2) + text : row.line + "\n" + text;
        row.foldedText = fold(row.text);
        row.related = one[1];
      } else {
        row.otherText = text;
        row.foldedOther = fold(text);
      }
    });
  }

  function hear() {
    if (sounds) return;
    rows.forEach(function (row) { row.sounds = row.folded.map(sound); });
    sounds = true;
  }

  /* ---- How well a word fits a row ---- */

  var LETTER = /[a-z0-9]/;

  function startsWord(text, at) { return at === 0 || !LETTER.test(text[at]) || !LETTER.test(text[at - 1]); }

  // Where the word stands in the text: at the start of a Latin word if it does so anywhere
  function placeOf(word, text) {
    var first = text.indexOf(word);
    for (var at = first; at >= 0; at = text.indexOf(word, at + 1)) {
      if (startsWord(text, at)) return at;
    }
    return first;
  }

  // Latin words count more where the whole word was typed, and more at their start than inside.
  function nameScore(word, name, worth) {
    var at = placeOf(word, name);
    if (at < 0) return 0;
    if (name.length === word.length) return worth.whole;
    var score = (at === 0 ? worth.start : worth.inside) + 80 * word.length / name.length;
    if (!LETTER.test(word)) return score;
    if (!startsWord(name, at)) return word.length < 3 ? 0 : score - LOOSE;
    return score + (at === 0 ? -60 : 40) + (LETTER.test(name[at + word.length] || "") ? 0 : 60);
  }

  function exact(word, row) {
    var best = { score: nameScore(word, row.folded[0], TITLE), by: "title", name: "" };
    for (var at = 1; at < row.folded.length; at += 1) {
      var score = nameScore(word, row.folded[at], NAME);
      if (score > best.score) best = { score: score, by: "name", name: row.names[at - 1] };
    }
    if (best.score) {
      best.whole = best.score >= NAME.whole && !row.term;
      if (row.term) best.score = Math.min(best.score, TITLE.start + 80);
      // A mention in the name of a source or a piece of evidence is worth less than a sweet that is just that
      if (row.weight < MINOR && !best.whole) best.score -= 200;
      if (LETTER.test(word) && !startsAny(word, row)) best.loose = true;
      return best;
    }
    return said(word, row.foldedLine, "line", LINE) || said(word, row.foldedText, "text", TEXT)
      || said(word, row.foldedOther, "other", OTHER);
  }

  function startsAny(word, row) {
    return row.folded.some(function (name) {
      var at = placeOf(word, name);
      return at >= 0 && startsWord(name, at);
    });
  }

  // ``loose``: only inside a Latin word, or the beginning of one where two or three letters were typed
  function said(word, text, by, worth) {
    var at = text ? placeOf(word, text) : -1;
    if (at < 0) return null;
    var latin = LETTER.test(word);
    if (latin && word.length < 3 && !startsWord(text, at)) return null;
    var ends = !LETTER.test(text[at + word.length] || "");
    var loose = latin && (!startsWord(text, at) || (word.length < 4 && !ends));
    return { score: worth + (loose ? 0 : 60), by: by, loose: loose };
  }

  function minor(row) { return row.weight < MINOR ? 100 : 0; }

  function heard(word, row) {
    if (word.length < 2) return null;
    var best = null;
    row.sounds.forEach(function (name, at) {
      if (!name || name.indexOf(word) < 0) return;
      var worth = name === word ? SOUND.whole : name.indexOf(word) === 0 ? SOUND.start : SOUND.inside;
      if (worth === SOUND.inside && word.length < 4) return;
      var score = worth + (name === word ? 0 : 60 * word.length / name.length) - (at ? 10 : 0) - minor(row);
      if (!best || score > best.score) best = { score: score, by: at ? "name" : "title", name: at ? row.names[at - 1] : "", near: true, whole: name === word };
    });
    return best;
  }

  var matchers = new Map();
  function matcherOf(word) {
    if (!matchers.has(word)) {
      if (matchers.size > 20) matchers.clear();
      matchers.set(word, gastroWords.matcher(word));
    }
    return matchers.get(word);
  }

  function slipped(word, row) {
    var most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
    if (!most || word.length > 31) return null;
    var nearest = matcherOf(word);
    var best = null;
    row.sounds.forEach(function (name, at) {
      if (name.length < word.length - most) return;
      var found = nearest(name, most);
      if (!found) return;
      var whole = Math.abs(name.length - word.length) <= found[0];
      var score = SLIP - 60 * found[0] + 120 * Math.min(1, word.length / name.length) + (whole ? 100 : 0) - (at ? 10 : 0) - minor(row);
      if (!best || score > best.score) best = { score: score, by: at ? "name" : "title", name: at ? row.names[at - 1] : "", near: true };
    });
    return best;
  }

  function collect(fit) {
    var found = new Map();
    rows.forEach(function (row, number) {
      var one = fit(row, number);
      if (one) found.set(number, one);
    });
    return found;
  }

  // All words must fit, in the row itself or in the name of something it refers to.
  function all(words, fit) {
    var each = words.map(function (word) { return collect(function (row) { return fit(word, row); }); });
    return collect(function (row, number) {
      var sum = 0;
      var best = null;
      var lent = 0;
      var least = Infinity;
      for (var at = 0; at < words.length; at += 1) {
        var one = each[at].get(number);
        if (one && one.loose) one = null;
        if (!one && row.foldedKind === words[at]) one = { score: KIND, by: "kind" };
        if (!one && row.related.some(function (other) {
          var theirs = each[at].get(other);
          return theirs && (theirs.by === "title" || theirs.by === "name");
        })) one = { score: RELATED, by: "related" };
        if (!one) return null;
        if (one.by === "related") lent = LENT;
        sum += one.score;
        least = Math.min(least, one.score);
        if (!best || one.score > best.score) best = one;
      }
      return { score: (sum / words.length + least) / 2 - 40 - lent, by: best.by, name: best.name, near: best.near };
    });
  }

  // As many of the words as can be
  function some(words, fit) {
    var each = words.map(function (word) { return collect(function (row) { return fit(word, row); }); });
    return collect(function (row, number) {
      var held = each.map(function (found) { return found.get(number); }).filter(Boolean);
      if (!held.length) return null;
      var best = held.reduce(function (a, b) { return a.score >= b.score ? a : b; });
      var sum = held.reduce(function (total, one) { return total + one.score; }, 0);
      return { score: sum / words.length - 250, by: best.by, name: best.name, near: best.near };
    });
  }

  function add(found, more) {
    more.forEach(function (one, number) {
      var held = found.get(number);
      if (!held || one.score > held.score) found.set(number, one);
    });
    return found;
  }

  /* ---- The answer ---- */

  function named(found) {
    return Array.from(found.values()).some(function (one) { return one.by === "title" || one.by === "name"; });
  }
  function anyhow(word, row) { return exact(word, row) || heard(sound(word), row) || slipped(sound(word), row); }
  function scaled(found, by) {
    found.forEach(function (one) { one.score *= by; });
    return found;
  }

  // ``full`` says whether all that was typed fits, ``phrase`` whether it does as it stands; otherwise what comes near.
  function look(query) {
    var whole = fold(query);
    var words = plain(query).trim().split(" ").filter(Boolean).map(fold);
    var standing = collect(function (row) { return exact(whole, row); });
    var found = new Map(standing);
    var phrase = false;
    standing.forEach(function (one, number) {
      if (rows[number].weight >= MINOR && (one.by === "title" || one.by === "name")) phrase = true;
    });
    if (words.length > 1) add(found, all(words, exact));
    var full = found.size > 0;
    hear();
    var by = sound(whole);
    var alike = collect(function (row) { return heard(by, row); });
    if (named(standing)) alike.forEach(function (one) { one.score -= BESIDE_EXACT; one.whole = false; });
    add(found, alike);
    if (full) return { found: found, full: true, phrase: phrase };
    if (!named(found)) add(found, collect(function (row) { return slipped(by, row); }));
    // Thai is written without spaces: what fits nowhere as a whole is cut into words
    var cut = gastroWords.wordsIn(query).map(fold);
    if (cut.length > 1) {
      var covered = cut.join("").length / whole.replace(/ /g, "").length;
      var more = scaled(all(cut, exact), CUT * covered * covered);
      full = more.size > 0 && covered > 0.99;
      add(found, more);
      if (!more.size && !named(found) && cut.length <= MOST_WORDS) add(found, scaled(all(cut, anyhow), CUT * covered * covered));
    }
    return { found: found, full: full };
  }

  // "How to make mo kaeng" asks for mo kaeng, and for recipes first.
  var QUESTIONS = [
    [/^(วิธีการทำ|วิธีทำ|สูตร|การทำ|ตำรับ)\s*|\s*(สูตร|วิธีทำ|ตำรับ|ทำยังไง|ทำอย่างไร)$/, "recipes"],
    [/^(how (to|do (i|you)) (make|cook)|recipes?( for)?)\s+|\s+recipes?$/i, "recipes"],
    [/^(ร้านขาย|ร้าน|หาซื้อ|ซื้อ|ที่ขาย)\s*|\s*(ซื้อที่ไหน|กินที่ไหน|ที่ไหน|ร้านไหน)$/, "producers"],
    [/^(where (to|can i) (buy|find|get|eat)|buy|shops?( for)?)\s+|\s+shops?$/i, "producers"],
    [/\s*คืออะไร$/, ""],
    [/^what (is|are)\s+/i, ""]
  ];
  function asked(query) {
    var question = QUESTIONS.find(function (one) { return one[0].test(query); });
    return question ? { rest: query.replace(question[0], ""), kind: question[1] } : null;
  }

  // Typed with the keyboard set to the other language
  function mistyped(query) {
    var other = gastroWords.otherKeys(query);
    var whole = fold(other);
    if (whole.length < 3 || other === query) return null;
    return named(collect(function (row) { return exact(whole, row); })) ? look(other) : null;
  }

  // What is called just what was typed stands third at the latest. Before a source that is so called, and where one
  // asked for recipes or shops, come those that are no sources and have it in their names.
  function wholesThird(answers, question) {
    var whole = answers.filter(function (one) { return one.whole; });
    if (!whole.length || !(whole[0].minor || question)) return answers;
    var others = answers.filter(function (one) { return !one.whole; });
    var first = others.filter(function (one) { return !one.minor && (one.by === "title" || one.by === "name"); })
      .slice(0, Math.max(0, 3 - whole.length));
    return first.concat(whole, others.filter(function (one) { return first.indexOf(one) < 0; }));
  }

  // The rows that fit, best first: [{ record, path, title, line, kind, picture, by, name, near, score }]
  function find(query, limit) {
    query = query.trim();
    if (!fold(query)) return Object.assign([], { full: true });
    var looked = look(query);
    var question = looked.phrase ? null : asked(query);
    if (question && fold(question.rest)) {
      var answer = look(question.rest);
      if (answer.full || !looked.full) {
        answer.found.forEach(function (one) { one.whole = false; });
        looked.found.forEach(function (one, number) { if (one.whole) answer.found.set(number, one); });
        looked = answer;
      } else question = null;
    }
    if (!looked.full) looked = mistyped(query) || looked;
    var found = looked.found;
    if (!found.size) {
      var cut = gastroWords.wordsIn(query).filter(function (word) { return word.length > 2; });
      if (cut.length > 1) found = some(cut.map(fold), exact);
    }
    var answers = [];
    var seen = {};
    Array.from(found.keys()).map(function (number) {
      var fit = found.get(number);
      var row = rows[number];
      var wanted = question && row.record.indexOf(question.kind + "/") === 0 ? ASKED_FOR : 0;
      return { number: number, fit: fit, whole: fit.whole, score: fit.score + wanted + WEIGHT * row.weight };
    }).sort(function (a, b) {
      return b.score - a.score || rows[a.number].title.length - rows[b.number].title.length || a.number - b.number;
    }).forEach(function (one) {
      var row = rows[one.number];
      if (seen[row.path]) return;
      seen[row.path] = true;
      answers.push({
        record: row.record, path: row.path, title: row.title, line: row.line, text: row.text, kind: row.kind,
        picture: row.picture, otherText: row.otherText, by: one.fit.by, name: one.fit.name || "", near: Boolean(one.fit.near),
        minor: row.weight < MINOR, whole: Boolean(one.whole), score: one.score
      });
    });
    answers = wholesThird(answers, question);
    answers.full = looked.full;
    return limit ? Object.assign(answers.slice(0, limit), { full: looked.full }) : answers;
  }

  // Stretches of a text that fit the words typed: [[from, to), …]
  function marks(query, text) {
    var folded = gastroWords.foldWithPlaces(text);
    var whole = fold(query);
    var wanted = [whole];
    if (whole && folded.text.indexOf(whole) < 0) {
      wanted = plain(query).trim().split(" ").concat(gastroWords.wordsIn(query)).map(fold);
    }
    var found = [];
    wanted.filter(function (word) { return word.length > 1; }).forEach(function (word) {
      for (var at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
        if (LETTER.test(word[0]) && !startsWord(folded.text, at)) continue;
        var end = folded.places[at + word.length - 1] + 1;
        while (end < text.length && /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/.test(text[end])) end += 1;
        found.push([folded.places[at], end]);
      }
    });
    found.sort(function (a, b) { return a[0] - b[0]; });
    return found.reduce(function (kept, one) {
      var last = kept[kept.length - 1];
      if (last && one[0] <= last[1]) last[1] = Math.max(last[1], one[1]);
      else kept.push(one);
      return kept;
    }, []);
  }

  // Loads a part of the index, once. Where it cannot be had the promise fails, and may be tried again.
  function load(language, part, address) {
    var key = language + part;
    if (!loading[key]) {
      loading[key] = new Promise(function (done, failed) {
        arrived[key] = done;
        var script = document.createElement("script");
        script.src = address;
        script.onerror = function () {
          delete loading[key];
          script.remove();
          failed(new Error("not loaded: " + key));
        };
        document.head.append(script);
      });
    }
    return loading[key];
  }

  window.gastroSearch = { take: take, load: load, hear: hear, find: find, marks: marks };
})();
