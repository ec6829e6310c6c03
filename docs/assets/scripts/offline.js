// Lists the pages that are kept on this device, by their titles, in the language of this page.
(function () {
  "use strict";
  var nav = document.querySelector(".kept");
  if (!nav || !("caches" in window)) return;
  var base = new URL(document.documentElement.dataset.base + "/", location.href).href;
  var english = base + "en/";
  var here = document.documentElement.lang;
  caches.open("pages-1").then(function (cache) {
    return cache.keys().then(function (keys) {
      var own = keys.filter(function (key) { return key.url.startsWith(english) === (here === "en"); });
      return Promise.all(own.map(function (key) {
        return cache.match(key).then(function (answer) { return answer.text(); }).then(function (text) {
          var title = new DOMParser().parseFromString(text, "text/html").title.split(" – ")[0];
          return { url: key.url, title: title };
        });
      }));
    });
  }).then(function (pages) {
    var order = new Intl.Collator(here);
    pages.sort(function (one, other) { return order.compare(one.title, other.title); });
    pages.forEach(function (page) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = page.url;
      link.textContent = page.title;
      item.append(link);
      nav.querySelector("ul").append(item);
    });
    nav.hidden = !pages.length;
  }).catch(function () {});
})();
