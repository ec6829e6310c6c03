// Passing a page on: copy its link, or hand it to the device's own share sheet. LINE and Facebook are plain links.
(function () {
  "use strict";
  var bar = document.querySelector(".share");
  if (!bar) return;
  var copy = bar.querySelector(".share__copy");
  var device = bar.querySelector(".share__device");
  var said = bar.querySelector(".share__said");
  var later;

  function say(words) {
    // Emptied first: the same words said twice are read out twice.
    said.textContent = "";
    clearTimeout(later);
    later = setTimeout(function () { said.textContent = words; }, 50);
  }

  // Where the clipboard is not to be had (no secure connection): the old way, by a selected field.
  function copyBySelection(text) {
    var field = document.createElement("textarea");
    var done = false;
    field.value = text;
    field.className = "unseen";
    field.setAttribute("readonly", "");
    bar.append(field);
    field.select();
    try {
      done = document.execCommand("copy");
    } catch (refused) {}
    field.remove();
    copy.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }
  function toClipboard(text) {
    if (!navigator.clipboard) return copyBySelection(text);
    return navigator.clipboard.writeText(text).catch(function () { return copyBySelection(text); });
  }

  copy.hidden = false;
  copy.addEventListener("click", function () {
    var address = copy.dataset.address;
    toClipboard(address).then(
      function () { say(copy.dataset.copied); },
      function () { say(copy.dataset.notCopied.replace("{address}", address)); }
    );
  });

  if (navigator.share) {
    device.hidden = false;
    device.addEventListener("click", function () {
      // Closing the sheet without choosing is no mistake.
      navigator.share({ title: device.dataset.name, url: device.dataset.address }).catch(function () {});
    });
  }
})();
