// How words are written, heard and mistyped: the forms in which the search compares them.
//
// Folded: one case, no accents, no spaces beside Thai. By sound: Thai without tone marks, letters that sound alike as
// one; Latin so that the many ways to spell Thai in it agree.
(function () {
  "use strict";

  /* ---- One form of writing ---- */

  var THAI = "\u0e01-\u0e5b";
  var UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
  var SIGNS = /[\s.,;:!?'"’‘“”()[\]{}<>\/\\|_+*=~^`´·•–—‐-―\-\u0e2f\u0e46…%&#@]+/g;
  var SPACE_BY_THAI = new RegExp(" (?=[" + THAI + "])|([" + THAI + "]) (?=.)", "g");
  var DIGITS = /[\u0e50-\u0e59]/g;

  function digit(one) { return String(one.charCodeAt(0) - 0x0e50); }

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase()
      .replace(UNSEEN, "").replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33").replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33")
      .replace(/\u0e40\u0e40/g, "\u0e41").replace(DIGITS, digit)
      .replace(/(\d),(?=\d{3})/g, "$1").replace(SIGNS, " ");
  }
  function fold(text) { return plain(text).trim().replace(SPACE_BY_THAI, "$1"); }

  var alone = new Map();
  function plainLetter(letter) {
    var known = alone.get(letter);
    if (known === undefined) {
      known = plain(letter);
      alone.set(letter, known);
    }
    return known;
  }
  function isThai(letter) { return letter >= "\u0e01" && letter <= "\u0e5b"; }

  // The folded text, and for each of its characters where it stands in the text itself
  function foldWithPlaces(text) {
    var letters = [];
    var places = [];
    for (var at = 0; at < text.length; at += 1) {
      var one = plainLetter(text[at]);
      if (one === " " && (!letters.length || letters[letters.length - 1] === " ")) continue;
      for (var part = 0; part < one.length; part += 1) {
        letters.push(one[part]);
        places.push(at);
      }
    }
    var kept = [];
    var where = [];
    letters.forEach(function (letter, index) {
      if (letter === " " && (isThai(letters[index - 1] || "") || isThai(letters[index + 1] || ""))) return;
      kept.push(letter);
      where.push(places[index]);
    });
    return { text: kept.join(""), places: where };
  }

  /* ---- As it sounds ---- */

  var SAME_THAI = [
    ["ขฃคฅฆ", "ค"], ["ฉชฌ", "ช"], ["ซศษส", "ส"], ["ญย", "ย"], ["ฎด", "ด"], ["ฏต", "ต"], ["ฐฑฒถทธ", "ท"], ["ณน", "น"],
    ["ผพภ", "พ"], ["ฝฟ", "ฟ"], ["รลฬ", "ล"], ["หฮ", "ห"], ["ใไ", "ไ"], ["\u0e34\u0e35", "\u0e34"], ["\u0e36\u0e37", "\u0e36"],
    ["\u0e38\u0e39", "\u0e38"]
  ];
  var thaiSound = {};
  SAME_THAI.forEach(function (group) {
    Array.from(group[0]).forEach(function (letter) { thaiSound[letter] = group[1]; });
  });
  var NO_SOUND = /[\u0e47-\u0e4b\u0e30\u0e31\u0e3a]|[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c/g;
  var LATIN_SOUND = [
    [/tch|ch|j|sh/g, "c"], [/kh|gh|ck|g|q|c(?=[kaou])/g, "k"], [/ph|bp/g, "p"], [/dt|th|dh/g, "t"], [/v/g, "w"], [/z/g, "s"],
    [/aer/g, "e"], [/(aw|or|oar|ore|oh|oa)(?![aeiou])/g, "o"], [/(oe|er|eu|ue|ur)(?![aeiou])/g, "u"], [/oo|ou/g, "u"], [/ee|ii|ea/g, "i"],
    [/ae|air/g, "e"], [/ar(?![aeiou])/g, "a"], [/oy/g, "oi"], [/[ae]y|ei/g, "ai"], [/y/g, "i"], [/a[wou]/g, "ao"], [/r/g, "l"], [/h/g, ""],
    [/([a-z])\1+/g, "$1"]
  ];

  function sound(folded) {
    var heard = folded.replace(NO_SOUND, "").replace(/[\u0e01-\u0e5b]/g, function (letter) { return thaiSound[letter] || letter; });
    heard = heard.replace(/([\u0e01-\u0e5b])\1+/g, "$1");
    if (!/[a-z]/.test(heard)) return heard.replace(/ /g, "");
    return heard.split(" ").map(function (word) {
      return LATIN_SOUND.reduce(function (spelt, rule) { return spelt.replace(rule[0], rule[1]); }, word);
    }).join("");
  }

  /* ---- A slip of the finger: the fewest letters to change so that a stretch of the text is the pattern ---- */

  // Myers' bit-parallel matching; a pattern of at most 31 letters. The answer of the function it gives is
  // [changes, end] of the first best stretch, or null above ``most``.
  function matcher(pattern) {
    var length = pattern.length;
    var masks = new Map();
    for (var at = 0; at < length; at += 1) {
      var code = pattern.charCodeAt(at);
      masks.set(code, (masks.get(code) || 0) | (1 << at));
    }
    var last = 1 << (length - 1);
    return function (text, most) {
      var plus = -1;
      var minus = 0;
      var changes = length;
      var fewest = most + 1;
      var end = 0;
      for (var index = 0; index < text.length; index += 1) {
        var equal = masks.get(text.charCodeAt(index)) || 0;
        var vertical = equal | minus;
        var horizontal = (((equal & plus) + plus) ^ plus) | equal;
        var up = minus | ~(horizontal | plus);
        var down = plus & horizontal;
        if (up & last) changes += 1;
        else if (down & last) changes -= 1;
        up <<= 1;
        down <<= 1;
        plus = down | ~(vertical | up);
        minus = up & vertical;
        if (changes < fewest) {
          fewest = changes;
          end = index + 1;
        }
      }
      return fewest <= most ? [fewest, end] : null;
    };
  }
  function nearest(pattern, text, most) { return matcher(pattern)(text, most); }

  /* ---- Words in a query, and the other keyboard ---- */

  var segmenter = null;
  function wordsIn(query) {
    var words = plain(query).trim().split(" ").filter(Boolean);
    if (typeof Intl === "undefined" || !Intl.Segmenter) return words;
    segmenter = segmenter || new Intl.Segmenter("th", { granularity: "word" });
    var cut = [];
    words.forEach(function (word) {
      if (!/[\u0e01-\u0e5b]/.test(word)) { cut.push(word); return; }
      Array.from(segmenter.segment(word)).forEach(function (part) { if (part.segment.trim()) cut.push(part.segment); });
    });
    return cut.filter(function (word) { return word.length > 1 || /[0-9]/.test(word); });
  }

  // Thai typed while the keyboard was set to English, or the other way round
  var KEYS = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
  var THAI_KEYS = "_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐\"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ";
  function otherKeys(query) {
    var from = /[\u0e01-\u0e5b]/.test(query) ? THAI_KEYS : KEYS;
    var to = from === KEYS ? THAI_KEYS : KEYS;
    return Array.from(query).map(function (one) {
      var at = from.indexOf(one);
      return at < 0 ? one : to[at];
    }).join("");
  }

  window.gastroWords = {
    plain: plain, fold: fold, foldWithPlaces: foldWithPlaces, sound: sound, nearest: nearest, matcher: matcher, wordsIn: wordsIn,
    otherKeys: otherKeys
  };
})();
