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

  // The search: its scripts, style and index are asked for when it is first wanted
  var search = document.getElementById("search");
  var opener = document.querySelector(".tool--search");
  var byKey = document.querySelector(".search__key input");
  var begun = null;
  function added(name, values) {
    return new Promise(function (done, failed) {
      var node = Object.assign(document.createElement(name), values);
      node.onload = done;
      node.onerror = function () { node.remove(); failed(); };
      document.head.append(node);
    });
  }
  function openSearch(words) {
    begun = begun || Promise.all([added("link", { rel: "stylesheet", href: search.dataset.style })].concat(
      search.dataset.scripts.trim().split(/\s+/).map(function (address) { return added("script", { src: address, async: false }); })
    )).catch(function (refused) { begun = null; throw refused; });
    return begun.then(function () { window.gastroSearch.open(words); });
  }
  if (search && opener && search.showModal) {
    opener.hidden = false;
    opener.addEventListener("click", function () { openSearch(""); });
    try {
      byKey.checked = localStorage.getItem("search-key") !== "off";
    } catch (refused) {}
    byKey.addEventListener("change", function () {
      try {
        localStorage.setItem("search-key", byKey.checked ? "on" : "off");
      } catch (refused) {}
    });
    document.addEventListener("keydown", function (event) {
      var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      var writing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
      var combined = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (combined || (event.key === "/" && plain && byKey.checked && !writing && !search.open)) {
        event.preventDefault();
        openSearch("");
      }
    });
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) openSearch(asked);
  }

  // What was read is kept for when there is no signal, once the page is there and the device is idle
  var base = new URL(root.dataset.base + "/", location.href);
  if ("serviceWorker" in navigator && location.protocol !== "file:") {
    window.addEventListener("load", function () {
      setTimeout(function () {
        navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname })
          .then(function () { return navigator.serviceWorker.ready; })
          .then(function (registration) {
            var saving = navigator.connection && navigator.connection.saveData;
            var files = performance.getEntriesByType("resource").map(function (one) { return one.name.split("#")[0]; });
            registration.active.postMessage({
              keep: root.lang, page: location.href.split(/[?#]/)[0], files: files, lists: !saving
            });
          })
          .catch(function () {});
      }, 3000);
    });
  }

  // The contents stand open beside the text where there is room for them
  var contents = document.querySelector(".contents");
  if (contents && matchMedia("(min-width: 75em)").matches) contents.open = true;
})();

// A table wider than its region can be scrolled by keyboard: the region takes focus and is named.
(function () {
  "use strict";
  var regions = Array.from(document.querySelectorAll(".scrolls"));
  // The caption of the table, else the heading above it
  function nameOf(region) {
    var caption = region.querySelector("caption");
    if (caption) return caption.textContent.trim();
    var name = document.querySelector("h1");
    document.querySelectorAll("article h2, article h3, article h4").forEach(function (heading) {
      if (heading.compareDocumentPosition(region) & Node.DOCUMENT_POSITION_FOLLOWING) name = heading;
    });
    return name ? name.textContent.trim() : "";
  }
  function mark() {
    regions.forEach(function (region) {
      var overflows = region.scrollWidth > region.clientWidth + 1;
      if (overflows && !region.hasAttribute("tabindex")) {
        region.dataset.marked = "tabindex";
        region.tabIndex = 0;
        if (!region.hasAttribute("role")) {
          region.dataset.marked += " role aria-label";
          region.setAttribute("role", "region");
          region.setAttribute("aria-label", nameOf(region));
        }
      } else if (!overflows && region.dataset.marked) {
        region.dataset.marked.split(" ").forEach(function (name) { region.removeAttribute(name); });
        delete region.dataset.marked;
      }
    });
  }
  if (!regions.length) return;
  mark();
  window.addEventListener("resize", mark);
  if (document.fonts) document.fonts.ready.then(mark);
})();
