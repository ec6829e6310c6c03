// Keeps what was read, so that it can be read again without a signal.
// Pages: from the network when it answers, else as they were kept. Files with a version in their address: as kept.
"use strict";
var PAGES = "pages-1";
var FILES = "files-1";
var PATIENCE = 4000;
var MOST_PAGES = 300;
var scope = self.registration.scope;

self.addEventListener("install", function () { self.skipWaiting(); });

self.addEventListener("activate", function (event) {
  event.waitUntil(
    caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name === PAGES || name === FILES ? null : caches.delete(name);
      }));
    }).then(function () { return self.clients.claim(); })
  );
});

// A page that has finished loading asks for itself, the home page and the lists of its language to be kept.
self.addEventListener("message", function (event) {
  if (!event.data || event.data.keep === undefined) return;
  event.waitUntil(keep(event.data.keep, event.data.page, event.data.files || [], event.data.lists));
});

function keep(language, page, files, lists) {
  var first = Promise.all([add(PAGES, page)].concat(files.map(function (file) { return add(FILES, file); })));
  if (!lists) return first;
  return first.then(function () { return fetch(new URL("assets/offline.json", scope), { cache: "no-cache" }); })
    .then(function (answer) { return answer.json(); })
    .then(function (wanted) {
      var own = wanted[language] || { pages: [], files: [] };
      return Promise.all(
        own.pages.map(function (path) { return add(PAGES, new URL(path, scope).href); })
          .concat(own.files.map(function (path) { return add(FILES, new URL(path, scope).href); }))
      );
    })
    .catch(function () {});
}

function add(name, address) {
  if (!address.startsWith(scope)) return Promise.resolve();
  return caches.open(name).then(function (cache) {
    return cache.match(address).then(function (kept) {
      return kept || fetch(address).then(function (answer) {
        if (answer.ok) return cache.put(address, answer);
      });
    });
  }).catch(function () {});
}

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  event.respondWith(request.mode === "navigate" ? page(request) : file(request));
});

function page(request) {
  var address = request.url.split(/[?#]/)[0];
  var kept = caches.open(PAGES).then(function (cache) { return cache.match(address); });
  var fresh = fetch(request).then(function (answer) {
    if (answer.ok && !answer.redirected) store(address, answer.clone());
    return answer;
  });
  var late = new Promise(function (resolve) { setTimeout(resolve, PATIENCE); }).then(function () { return kept; });
  return Promise.race([fresh, late.then(function (answer) { return answer || fresh; })])
    .catch(function () { return kept.then(function (answer) { return answer || nothing(address); }); });
}

function store(address, answer) {
  return caches.open(PAGES).then(function (cache) {
    return cache.put(address, answer).then(function () { return cache.keys(); }).then(function (keys) {
      return Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PAGES)).map(function (key) { return cache.delete(key); }));
    });
  });
}

function nothing(address) {
  var english = new URL("en/", scope).href;
  var path = (address.startsWith(english) ? "en/" : "") + "about/offline/";
  return caches.open(PAGES).then(function (cache) { return cache.match(new URL(path, scope).href); })
    .then(function (answer) { return answer || Response.error(); });
}

// A file whose address tells its version never changes; any other is shown as kept and asked for anew behind.
function file(request) {
  return caches.open(FILES).then(function (cache) {
    return cache.match(request).then(function (kept) {
      if (kept && /[?&]v=/.test(request.url)) return kept;
      var fresh = fetch(request).then(function (answer) {
        if (answer.ok) cache.put(request, answer.clone());
        return answer;
      });
      if (!kept) return fresh;
      fresh.catch(function () {});
      return kept;
    });
  });
}
