// The map of the province: draws the records of the list below it, in groups where they are close together.
(function () {
  "use strict";
  var map = document.querySelector(".map");
  if (!map || !window.mapView || !window.ResizeObserver) return;
  var SVG = "http://www.w3.org/2000/svg";
  var words = map.dataset;
  var box = map.querySelector(".map__box");
  var drawing = map.querySelector(".map__drawing");
  var world = drawing.querySelector(".map__world");
  var markers = drawing.querySelector(".map__markers");
  var names = drawing.querySelector(".map-names");
  var leaders = drawing.querySelector(".map-leaders");
  var sea = drawing.querySelector(".map-sea-name");
  var scale = drawing.querySelector(".map-scale");
  var north = drawing.querySelector(".map-north");
  var panel = map.querySelector(".map__panel");
  var form = map.querySelector(".map__key");
  var kinds = Array.from(form.querySelectorAll("input[name=kind]"));
  var district = form.querySelector("select");
  var clear = form.querySelector("button");
  var shownText = form.querySelector("[role=status]");
  var said = document.getElementById("map-said");
  var apart = matchMedia("(pointer: coarse)").matches ? 32 : 27;
  var LEADING = { district: 0, tambon: 1 };
  var chosen = null; // the record that was chosen, or the first of a group
  var view = null;
  var seaDown = Number(drawing.dataset.height) * 0.6;

  function make(name, attributes) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }
  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function lead(item) {
    return item.layer in LEADING ? LEADING[item.layer] : 2;
  }

  var items = Array.from(document.querySelectorAll(".map-list li[data-x]")).map(function (row) {
    var link = row.querySelector("a");
    return {
      row: row, id: row.id, name: link.textContent, href: link.getAttribute("href"),
      about: row.querySelector("small").textContent, x: Number(row.dataset.x), y: Number(row.dataset.y),
      layer: row.dataset.layer, district: row.dataset.district, label: row.dataset.short || link.textContent,
      outside: row.dataset.outside, exactness: row.dataset.exactness, lat: row.dataset.lat, lon: row.dataset.lon
    };
  });
  // As the drawing without script has it: districts and tambons lead groups, the rest from north to south
  items.sort(function (one, other) { return lead(one) - lead(other) || one.y - other.y || (one.id < other.id ? -1 : 1); });
  var fromNorth = items.slice().sort(function (one, other) { return one.y - other.y || items.indexOf(one) - items.indexOf(other); });

  // Markers, made once for each record and for each group that it may lead
  function single(item) {
    if (item.single) return item.single;
    var link = make("a", { href: item.href, "class": "map-marker", "aria-label": item.name + " · " + item.about });
    link.append(make("circle", { r: apart / 2, "class": "map-touch" }));
    Array.from(item.row.querySelector("svg").children).forEach(function (part) { link.append(part.cloneNode(true)); });
    link.item = item;
    return (item.single = link);
  }
  function several(item) {
    if (item.several) return item.several;
    var link = make("a", { href: "#" + item.row.closest("section").querySelector("h3").id, "class": "map-marker", role: "button" });
    link.append(make("circle", { r: 13, "class": "map-group" }));
    link.append(make("text", { y: 5, "text-anchor": "middle", "class": "map-count" }));
    link.item = item;
    return (item.several = link);
  }

  function inGroups() {
    var groups = [];
    items.forEach(function (item) {
      if (item.row.hidden) return;
      var at = view.toScreen(item.x, item.y);
      var nearest = null;
      var least = apart;
      groups.forEach(function (group) {
        var away = Math.hypot(group.x - at.x, group.y - at.y);
        if (away < least) { least = away; nearest = group; }
      });
      if (nearest) nearest.items.push(item);
      else groups.push({ x: at.x, y: at.y, items: [item] });
    });
    return groups;
  }
  function groupName(group) {
    var listed = group.items.slice(0, 6).map(function (item) { return item.name; }).join(", ");
    if (group.items.length > 6) listed = words.groupMore.replace("{names}", listed);
    return words.group.replace("{n}", group.items.length).replace("{names}", listed);
  }
  function isInView(at, margin) {
    return at.x > -margin && at.y > -margin && at.x < view.width + margin && at.y < view.height + margin;
  }

  function draw() {
    world.setAttribute("transform", "translate(" + view.x + " " + view.y + ") scale(" + view.scale + ")");
    var groups = inGroups();
    var byLead = new Map();
    groups.forEach(function (group) {
      var link = group.items.length > 1 ? several(group.items[0]) : single(group.items[0]);
      link.group = group;
      group.link = link;
      link.setAttribute("transform", "translate(" + group.x.toFixed(1) + " " + group.y.toFixed(1) + ")");
      if (group.items.length > 1) {
        link.lastChild.textContent = group.items.length;
        link.setAttribute("aria-label", groupName(group));
      }
      var has = chosen && group.items.includes(chosen);
      link.classList.toggle("is-chosen", Boolean(has));
      byLead.set(group.items[0], link);
    });
    // In place, without touching what stays: a marker that is moved about would lose the focus
    var focused = document.activeElement;
    var hadFocus = focused && markers.contains(focused) ? focused.item : null;
    var wanted = fromNorth.filter(function (item) { return byLead.has(item); }).map(function (item) { return byLead.get(item); });
    Array.from(markers.children).forEach(function (child) { if (!wanted.includes(child)) child.remove(); });
    wanted.forEach(function (link, index) {
      if (markers.children[index] !== link) markers.insertBefore(link, markers.children[index] || null);
    });
    if (hadFocus && !markers.contains(document.activeElement)) {
      var heir = groups.find(function (group) { return group.items.includes(hadFocus); });
      if (heir) focusOn(heir.link);
    }
    drawNames(groups);
    drawScale();
    sea.setAttribute("transform", "translate(" + (view.width - 8) + " " + view.toScreen(0, seaDown).y.toFixed(1) + ")");
    sea.toggleAttribute("hidden", view.times > 1.3 || view.width < 480);
    remember();
  }

  // Labels: the more the map is enlarged the more; each only where there is room
  function measured(item) {
    if (!item.text) {
      item.text = make("text", { "class": "map-name map-name--" + item.layer });
      item.text.textContent = item.label;
    }
    if (!item.text.isConnected) names.append(item.text);
    if (!item.wide) item.wide = item.text.getComputedTextLength();
    return item.text;
  }
  // Places around a point for the name of a district that has no room beside it, eastern ones first
  var AROUND = [0, 20, -20, 40, -40, 65, -65, 115, -115, 140, -140, 160, -160, 180];
  function standApart(x, y, wide) {
    var found = [];
    [38, 54, 76, 105, 135].forEach(function (away) {
      AROUND.forEach(function (turn) {
        var at = turn * Math.PI / 180;
        var endX = x + away * Math.cos(at);
        var endY = y + away * Math.sin(at);
        var east = Math.abs(turn) < 90;
        found.push([endX + (east ? 3 : -3), endY + 5, east ? "start" : "end", east ? endX + 3 : endX - 3 - wide,
          "M" + x + " " + y + "L" + endX.toFixed(1) + " " + endY.toFixed(1)]);
      });
    });
    return found;
  }
  function drawNames(groups) {
    leaders.textContent = "";
    var boxes = groups.map(function (group) { return [group.x - 13, group.y - 13, group.x + 13, group.y + 13]; });
    boxes.push([view.width - 60, view.height - 165, view.width, view.height], [0, view.height - 44, 150, view.height]);
    var kept = new Set();
    function place(one, tries) {
      var found = tries.find(function (at) {
        var left = at[3], top = at[1] - 15, right = left + one.item.wide, bottom = at[1] + 5;
        return left > 2 && right < view.width - 2 && top > 2 && bottom < view.height - 2 && boxes.every(function (other) {
          return left >= other[2] || other[0] >= right || top >= other[3] || other[1] >= bottom;
        });
      });
      if (!found) return false;
      var text = measured(one.item);
      text.setAttribute("x", found[0].toFixed(1));
      text.setAttribute("y", found[1].toFixed(1));
      text.setAttribute("text-anchor", found[2]);
      if (found[4]) leaders.append(make("path", { d: found[4] }));
      boxes.push([found[3], found[1] - 15, found[3] + one.item.wide, found[1] + 5]);
      kept.add(text);
      return true;
    }
    function isMissing(one) {
      var x = one.group.x;
      var y = one.group.y;
      measured(one.item);
      var wide = one.item.wide;
      return !place(one, [
        [x + 17, y + 5, "start", x + 17], [x - 17, y + 5, "end", x - 17 - wide],
        [x, y + 30, "middle", x - wide / 2], [x, y - 20, "middle", x - wide / 2]
      ]);
    }
    // Districts first: those that have room beside them, then those that need a line to their names
    var wanted = groups.map(function (group) { return { group: group, item: group.items[0] }; }).filter(function (one) {
      var from = { district: 1, tambon: 1.8 }[one.item.layer] || 3.2;
      return (view.times >= from || one.item === chosen) && isInView(one.group, 0);
    });
    wanted.filter(function (one) { return one.item === chosen; }).forEach(isMissing);
    wanted = wanted.filter(function (one) { return one.item !== chosen; });
    wanted.filter(function (one) { return one.item.layer === "district"; }).filter(isMissing).forEach(function (one) {
      place(one, standApart(one.group.x, one.group.y, one.item.wide));
    });
    wanted.filter(function (one) { return one.item.layer === "tambon"; }).forEach(isMissing);
    wanted.filter(function (one) { return !(one.item.layer in LEADING); }).forEach(isMissing);
    Array.from(names.children).forEach(function (text) { if (!kept.has(text)) text.remove(); });
  }
  function drawScale() {
    var perKm = Number(words.perKm) * view.scale;
    var most = Math.min(120, view.width / 3) / perKm;
    var power = Math.pow(10, Math.floor(Math.log10(most)));
    var km = power * [5, 2, 1].find(function (step) { return step * power <= most; });
    var long = km * perKm;
    scale.firstElementChild.setAttribute("d", "M14 " + (view.height - 20) + "v6h" + long.toFixed(1) + "v-6");
    var text = scale.lastElementChild;
    text.setAttribute("x", 14 + long / 2);
    text.setAttribute("y", view.height - 22);
    text.textContent = Number(km.toPrecision(1)) + " " + words.km;
    north.setAttribute("transform", "translate(24 28)");
  }

  // What is to be seen, and where, in the address
  var later = 0;
  var ready = false;
  function remember() {
    if (!ready) return;
    clearTimeout(later);
    later = setTimeout(function () {
      var middle = view.middle();
      var lat = Number(words.north) - middle.y / Number(words.perLat);
      var lon = Number(words.west) + middle.x / Number(words.perLon);
      var hash = "";
      if (view.times > 1.01) hash = "#at=" + [lat.toFixed(4), lon.toFixed(4), view.times.toFixed(1)].join(",");
      if (chosen) hash = "#" + chosen.id;
      var query = new URLSearchParams();
      var off = kinds.filter(function (one) { return !one.checked; });
      if (off.length) query.set("without", off.map(function (one) { return one.value; }).join(","));
      if (district.value) query.set("district", district.value);
      var asked = query.toString().replace(/%2C/g, ",");
      try {
        history.replaceState(null, "", location.pathname + (asked ? "?" + asked : "") + hash);
      } catch (refused) {}
      var inView = items.filter(function (item) { return !item.row.hidden && isInView(view.toScreen(item.x, item.y), 0); }).length;
      var now = (view.times > 1.01 ? words.moved : words.whole).replace("{times}", Number(view.times.toFixed(1))).replace("{n}", inView);
      if (said.textContent !== now) said.textContent = now;
    }, 400);
  }
  function fromHash() {
    var hash = location.hash.slice(1);
    var at = /^at=([\d.]+),([\d.]+),([\d.]+)$/.exec(hash);
    if (at) {
      var x = (Number(at[2]) - Number(words.west)) * Number(words.perLon);
      var y = (Number(words.north) - Number(at[1])) * Number(words.perLat);
      view.centre(x, y, Number(at[3]), true);
      return;
    }
    var item = items.find(function (one) { return one.id === hash; });
    if (item) show(item, true);
  }

  // The panel: what was chosen
  function entryOf(item) {
    var entry = element("li", "", item === chosen ? "is-chosen" : "");
    var link = element("a", item.name, "map__name");
    link.href = item.href;
    entry.append(link, element("span", item.about, "map__about"));
    if (item.outside) {
      var out = element("a", item.exactness === "tambon" ? words.outsideTambon : words.outside, "map__out");
      out.href = item.outside;
      out.rel = "noopener external";
      entry.append(out);
    }
    return entry;
  }
  function choose(group, item) {
    chosen = item || group.items[0];
    panel.textContent = "";
    var head = element("div", "", "map__panel-head" + (group.items.length > 1 ? "" : " map__panel-head--one"));
    if (group.items.length > 1) head.append(element("strong", words.groupTitle.replace("{n}", group.items.length)));
    var close = element("button", "×");
    close.type = "button";
    close.setAttribute("aria-label", words.close);
    close.addEventListener("click", function () { put(true); });
    head.append(close);
    var list = element("ul");
    var ordered = group.items.slice().sort(function (one, other) { return (other === chosen) - (one === chosen); });
    ordered.forEach(function (item) { list.append(entryOf(item)); });
    panel.append(head, list);
    var part = partOf(group.items);
    if (group.items.length > 1 && (part[2] - part[0] > 0.3 || part[3] - part[1] > 0.3) && view.times < view.most * 0.9) {
      var closer = element("button", words.closer, "button button--quiet");
      closer.type = "button";
      closer.addEventListener("click", function () { put(false); view.show(part); box.focus({ preventScroll: true }); });
      panel.append(closer);
    }
    panel.setAttribute("aria-label", group.items.length > 1 ? groupName(group) : chosen.name);
    panel.hidden = false;
    items.forEach(function (one) { one.row.classList.toggle("is-chosen", one === chosen); });
    Array.from(markers.children).forEach(function (link) { link.classList.toggle("is-chosen", link.group.items.includes(chosen)); });
    remember();
  }
  // Puts the panel away
  function put(back) {
    var link = chosen && Array.from(markers.children).find(function (one) { return one.group.items.includes(chosen); });
    panel.hidden = true;
    chosen = null;
    items.forEach(function (one) { one.row.classList.remove("is-chosen"); });
    draw();
    if (back) focusOn(link && link.isConnected ? link : box);
  }
  // Puts the focus somewhere without opening what is there
  var led = false;
  function focusOn(target) {
    led = true;
    target.focus({ preventScroll: true });
    led = false;
  }
  function partOf(some) {
    var xs = some.map(function (item) { return item.x; });
    var ys = some.map(function (item) { return item.y; });
    return [Math.min.apply(null, xs), Math.min.apply(null, ys), Math.max.apply(null, xs), Math.max.apply(null, ys)];
  }
  function groupOf(item) {
    return Array.from(markers.children).map(function (link) { return link.group; })
      .find(function (group) { return group.items.includes(item); });
  }
  // From the list, or from an address: brings a record to the middle of the map
  function show(item, atOnce) {
    if (item.row.hidden) reset();
    view.centre(item.x, item.y, Math.max(view.times, item.layer === "district" ? 3 : 8), true);
    choose(groupOf(item), item);
    draw();
    scrollToMap(atOnce);
  }
  function scrollToMap(atOnce) {
    box.scrollIntoView({ block: "center", behavior: atOnce || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  markers.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var byKey = event.detail === 0;
    // By keyboard a single marker opens its page, as any link does; by pointer it first says what it is
    if (byKey && link.group.items.length === 1) return;
    event.preventDefault();
    choose(link.group);
    if (byKey) panel.querySelector("ul a").focus();
  });
  markers.addEventListener("focusin", function (event) {
    var link = event.target.closest("a");
    if (led || !link || !link.matches(":focus-visible")) return;
    if (!isInView(link.group, -20)) view.centre(link.item.x, link.item.y, view.times, true);
    choose(link.group);
  });
  markers.addEventListener("keydown", function (event) {
    if (event.key !== " ") return;
    event.preventDefault();
    choose(event.target.closest("a").group);
    panel.querySelector("a").focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !panel.hidden) { event.preventDefault(); put(map.contains(document.activeElement)); }
  });
  function near(item, on) {
    var group = groupOf(item);
    if (group) group.link.classList.toggle("is-near", on);
  }
  function rowOf(target) {
    var row = target.closest && target.closest("li[data-x]");
    return row && items.find(function (item) { return item.row === row; });
  }
  [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]].forEach(function (pair) {
    document.querySelector(".map-lists").addEventListener(pair[0], function (event) {
      var item = rowOf(event.target);
      if (item) near(item, pair[1]);
    });
  });
  markers.addEventListener("mouseover", function (event) { mark(event, true); });
  markers.addEventListener("mouseout", function (event) { mark(event, false); });
  function mark(event, on) {
    var link = event.target.closest("a");
    if (link) link.group.items.forEach(function (item) { item.row.classList.toggle("is-near", on); });
  }
  items.forEach(function (item) {
    var button = element("button", "", "map-list__show");
    var picture = item.row.querySelector("svg");
    button.type = "button";
    button.setAttribute("aria-label", words.show + ": " + item.name);
    button.title = words.show;
    picture.replaceWith(button);
    button.append(picture);
    button.addEventListener("click", function () { show(item, false); });
  });

  // Filters
  function filter() {
    var count = 0;
    items.forEach(function (item) {
      var kind = kinds.find(function (one) { return one.value === item.layer; });
      item.row.hidden = !kind.checked || Boolean(district.value && district.value !== item.district);
      if (!item.row.hidden) count += 1;
    });
    document.querySelectorAll(".map-section").forEach(function (section) {
      if (section.querySelector("li[data-x]")) section.hidden = !section.querySelector("li:not([hidden])");
    });
    shownText.textContent = words.shown.replace("{shown}", count).replace("{all}", items.length);
    clear.hidden = count === items.length;
    if (chosen && chosen.row.hidden) put(false);
    else draw();
  }
  function reset() {
    kinds.forEach(function (one) { one.checked = true; });
    district.value = "";
    filter();
  }
  form.addEventListener("change", function (event) {
    filter();
    if (event.target !== district) return;
    var left = items.filter(function (item) { return !item.row.hidden; });
    if (district.value && left.length) view.show(partOf(left), 6);
    else view.reset();
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  clear.addEventListener("click", function () { reset(); view.reset(); kinds[0].focus(); });

  view = window.mapView(box, drawing, function (now) { view = now; draw(); }, function (x, y) {
    if (!panel.hidden) put(false);
    else if (view.times > 1.05) view.centre(x, y, view.times);
  });
  names.textContent = "";
  leaders.textContent = "";
  names.removeAttribute("font-size");
  markers.textContent = "";
  kinds.forEach(function (one) { one.hidden = false; });
  form.querySelector(".map__district").hidden = false;
  form.querySelector(".map__shown").hidden = false;
  map.querySelector(".map__help").hidden = false;
  box.setAttribute("aria-describedby", "map-help");
  var asked = new URLSearchParams(location.search);
  var without = (asked.get("without") || "").split(",");
  kinds.forEach(function (one) { one.checked = !without.includes(one.value); });
  district.value = asked.get("district") || "";
  if (district.selectedIndex < 0) district.value = "";
  view.start();
  filter();
  if (document.fonts) document.fonts.ready.then(function () {
    items.forEach(function (item) { item.wide = 0; });
    draw();
  });
  fromHash();
  window.addEventListener("hashchange", fromHash);
  // The browser goes to the list first, once the page is there: the map is what was asked for
  window.addEventListener("load", function () { if (chosen) setTimeout(function () { scrollToMap(true); }, 0); });
  ready = true;
})();
