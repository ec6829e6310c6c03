// What every page can do: the menu on phones, light and dark, the contents of long pages.
(function () {
  "use strict";
  var root = document.documentElement;

  // Light and dark
  var scheme = document.querySelector(".tool--scheme");
  var prefersDark = matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    return root.dataset.scheme ? root.dataset.scheme === "dark" : prefersDark.matches;
  }
  function labelScheme() {
    var dark = isDark();
    scheme.setAttribute("aria-label", dark ? scheme.dataset.toLight : scheme.dataset.toDark);
    scheme.title = scheme.getAttribute("aria-label");
    scheme.classList.toggle("tool--sun", dark);
  }
  if (scheme) {
    scheme.hidden = false;
    labelScheme();
    prefersDark.addEventListener("change", labelScheme);
    scheme.addEventListener("click", function () {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch (refused) {}
      labelScheme();
    });
  }

  // The menu on narrow screens
  var button = document.querySelector(".tool--menu");
  var menu = document.getElementById("site-menu");
  if (button && menu) {
    button.hidden = false;
    var show = function (open) {
      button.setAttribute("aria-expanded", String(open));
      menu.classList.toggle("menu--open", open);
    };
    button.addEventListener("click", function () {
      show(button.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
        show(false);
        button.focus();
      }
    });
  }

  // The contents stand open beside the text where there is room for them
  var contents = document.querySelector(".contents");
  if (contents && matchMedia("(min-width: 75em)").matches) contents.open = true;
})();
