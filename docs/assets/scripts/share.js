// Passing a page on: copy its link or a citation, or hand it to the device's own share sheet. LINE and Facebook are plain links.
(function () {
  "use strict";
  var later;

  function say(box, words) {
    var said = box.querySelector("[role=status]");
    // Emptied first: the same words said twice are read out twice.
    said.textContent = "";
    clearTimeout(later);
    later = setTimeout(function () { said.textContent = words; }, 50);
  }

  // Where the clipboard is not to be had (no secure connection): the old way, by a selected field.
  function copyBySelection(text, button) {
    var field = document.createElement("textarea");
    var done = false;
    field.value = text;
    field.className = "unseen";
    field.setAttribute("readonly", "");
    button.after(field);
    field.select();
    try {
      done = document.execCommand("copy");
    } catch (refused) {}
    field.remove();
    button.focus();
    return done ? Promise.resolve() : Promise.reject(new Error("refused"));
  }
  function toClipboard(text, button) {
    if (!navigator.clipboard) return copyBySelection(text, button);
    return navigator.clipboard.writeText(text).catch(function () { return copyBySelection(text, button); });
  }

  // What is copied stands in the button itself, or in the element it names.
  function copies(box, button, text) {
    button.hidden = false;
    button.addEventListener("click", function () {
      toClipboard(text, button).then(
        function () { say(box, button.dataset.copied); },
        function () { say(box, button.dataset.notCopied.replace("{address}", text)); }
      );
    });
  }

  document.querySelectorAll(".cite").forEach(function (box) {
    box.querySelectorAll("[data-copy]").forEach(function (button) {
      copies(box, button, document.getElementById(button.dataset.copy).textContent);
    });
  });

  var bar = document.querySelector(".share");
  if (!bar) return;
  var copy = bar.querySelector(".share__copy");
  var device = bar.querySelector(".share__device");
  copies(bar, copy, copy.dataset.address);
  if (navigator.share) {
    device.hidden = false;
    device.addEventListener("click", function () {
      // Closing the sheet without choosing is no mistake.
      navigator.share({ title: device.dataset.name, url: device.dataset.address }).catch(function () {});
    });
  }
})();
