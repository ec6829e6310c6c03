// Cooking along: steps to tick off, timers, the screen kept on, links that copy themselves, the address on paper.
(function () {
  "use strict";
  var recipe = document.querySelector(".recipe");
  var cooking = document.querySelector(".cooking");
  var form = document.querySelector(".kitchen");
  var steps = Array.from(document.querySelectorAll(".step"));
  var title = document.title;
  if (!recipe) return;

  function say(text) {
    var line = cooking && cooking.querySelector(".cooking__said");
    if (line) line.textContent = text;
  }

  // Links to lines and steps: pressed, they copy themselves as well
  recipe.addEventListener("click", function (event) {
    var link = event.target.closest(".here, .step__number");
    if (!link || !form || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(function () { say(form.dataset.copied); }, function () {});
  });

  // On paper stands where the page is, with the amounts chosen; the place of a file on a disk would help nobody
  var published = document.querySelector("link[rel=canonical]");
  function printAddress() {
    var isFile = location.protocol === "file:" && published;
    document.querySelector(".printed__address").textContent =
      isFile ? published.href + location.search : location.href.split("#")[0];
  }
  window.addEventListener("beforeprint", printAddress);
  printAddress();

  if (!cooking || !steps.length) return;
  var words = cooking.dataset;
  cooking.hidden = false;

  // Steps to tick off, kept for this tab
  var key = "steps:" + recipe.dataset.record;
  var clear = cooking.querySelector(".cooking__clear");
  var boxes = [];
  function remembered() {
    try { return (sessionStorage.getItem(key) || "").split(" "); } catch (refused) { return []; }
  }
  function remember() {
    var done = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    clear.hidden = !done.length;
    try { sessionStorage.setItem(key, done.join(" ")); } catch (refused) {}
  }
  function mark(box) { box.closest(".step").classList.toggle("step--done", box.checked); }
  steps.forEach(function (step, at) {
    var label = element("label", "step__tick");
    var box = element("input");
    box.type = "checkbox";
    box.value = step.id;
    box.checked = remembered().includes(step.id);
    box.setAttribute("aria-label", words.step.replace("{n}", at + 1) + ": " + words.done);
    label.append(box, element("span", "", words.done));
    label.lastChild.setAttribute("aria-hidden", "true");
    step.append(label);
    boxes.push(box);
    mark(box);
    box.addEventListener("change", function () { mark(box); remember(); });
    if (step.dataset.seconds) step.append(timer(step, at + 1));
  });
  remember();
  clear.addEventListener("click", function () {
    boxes.forEach(function (box) { box.checked = false; mark(box); });
    remember();
    boxes[0].focus();
  });

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }
  function button(text, quiet) {
    var made = element("button", "button timer__button" + (quiet ? " button--quiet" : ""), text);
    made.type = "button";
    return made;
  }
  function inMinutes(seconds) {
    return words.minutes.replace("{n}", String(Math.round(seconds / 6) / 10));
  }
  function clock(seconds) {
    var parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    if (!parts[0]) parts.shift();
    return parts.map(function (part, at) { return at ? String(part).padStart(2, "0") : part; }).join(":");
  }

  // A timer of a step. It counts by the clock, so that a sleeping tab does not make it late.
  var audio = null;
  function timer(step, number) {
    var times = step.dataset.seconds.split(" ").map(Number);
    var length = times[0];
    var left = length * 1000;
    var end = 0;
    var ticking = 0;
    var box = element("span", "timer");
    var go = button(words.start.replace("{time}", inMinutes(length)));
    var face = element("span", "timer__face");
    face.setAttribute("role", "timer");
    face.setAttribute("aria-label", words.step.replace("{n}", number));
    var stop = button(words.reset, true);
    var more = button("", true);
    box.append(go, face, stop, more);
    if (times[1]) box.append(element("span", "timer__note", words.upTo.replace("{time}", inMinutes(times[1]))));
    idle();

    function idle() {
      clearInterval(ticking);
      ticking = 0;
      left = length * 1000;
      go.textContent = words.start.replace("{time}", inMinutes(length));
      go.hidden = false;
      face.hidden = stop.hidden = more.hidden = true;
      box.classList.remove("timer--over");
    }
    function paint() {
      face.textContent = clock(Math.max(0, Math.ceil(left / 1000)));
    }
    function run() {
      end = Date.now() + left;
      clearInterval(ticking);
      ticking = setInterval(tick, 250);
      go.textContent = words.pause;
      go.hidden = face.hidden = stop.hidden = false;
      more.hidden = true;
      box.classList.remove("timer--over");
      tick();
    }
    function tick() {
      left = end - Date.now();
      paint();
      if (left > 0) return;
      clearInterval(ticking);
      ticking = 0;
      var over = words.ended.replace("{n}", number);
      box.classList.add("timer--over");
      go.hidden = true;
      if (times[1] && length === times[0]) {
        more.textContent = words.more.replace("{time}", inMinutes(times[1] - times[0]));
        more.hidden = false;
      }
      say(over);
      document.title = "⏰ " + over + " – " + title;
      ring();
    }
    go.addEventListener("click", function () {
      if (ticking) {
        clearInterval(ticking);
        ticking = 0;
        left = end - Date.now();
        go.textContent = words.resume;
        return;
      }
      prepareSound();
      if (left === length * 1000) say(words.started.replace("{n}", number).replace("{time}", inMinutes(length)));
      run();
    });
    stop.addEventListener("click", function () {
      length = times[0];
      idle();
      document.title = title;
      go.focus();
    });
    more.addEventListener("click", function () {
      length = times[1] - times[0];
      left = length * 1000;
      document.title = title;
      prepareSound();
      say(words.started.replace("{n}", number).replace("{time}", inMinutes(length)));
      run();
      go.focus();
    });
    return box;
  }

  // Browsers let a page sound only after a press: the sound is made ready at the start of a timer
  function prepareSound() {
    var Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) return;
    audio = audio || new Audio();
    if (audio.state === "suspended") audio.resume();
  }
  function ring() {
    if (!audio) return;
    [0, 0.4, 0.8].forEach(function (wait) {
      var tone = audio.createOscillator();
      var volume = audio.createGain();
      var at = audio.currentTime + wait;
      tone.frequency.value = 880;
      volume.gain.setValueAtTime(0.0001, at);
      volume.gain.exponentialRampToValueAtTime(0.25, at + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.32);
    });
  }

  // The screen kept on. The browser lets go whenever the page is hidden; it is asked again when it is shown
  var awake = cooking.querySelector(".cooking__awake");
  var wish = awake.querySelector("input");
  var lock = null;
  if (!("wakeLock" in navigator)) return;
  awake.hidden = false;
  function hold() {
    return navigator.wakeLock.request("screen").then(function (given) {
      if (!wish.checked) return given.release();
      lock = given;
    });
  }
  wish.addEventListener("change", function () {
    if (!wish.checked) {
      if (lock) lock.release();
      lock = null;
      return;
    }
    hold().then(function () { say(words.awakeOn); }, function () {
      wish.checked = false;
      say(words.awakeRefused);
    });
  });
  document.addEventListener("visibilitychange", function () {
    if (wish.checked && document.visibilityState === "visible") hold().catch(function () {});
  });
})();
