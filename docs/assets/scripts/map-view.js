// The view of a map: which part of the drawing its box shows, moved by mouse, touch, wheel and keys.
// One unit of the drawing's viewBox becomes one CSS pixel, so that markers keep their size.
(function () {
  "use strict";
  var MOST = 60;
  var STEP = 1.6;

  // `drawn` is called with the view after every change; `tapped` when an empty spot was clicked.
  window.mapView = function (box, drawing, drawn, tapped) {
    var width = Number(drawing.dataset.width);
    var height = Number(drawing.dataset.height);
    var calm = matchMedia("(prefers-reduced-motion: reduce)");
    var view = { times: 1, x: 0, y: 0, width: 1, height: 1, fit: 1, scale: 1, most: MOST };
    var moving = 0;

    function clamp(value, size, room) {
      return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, value));
    }
    function set(times, x, y) {
      view.times = Math.min(MOST, Math.max(1, times));
      view.scale = view.fit * view.times;
      view.x = clamp(x, width * view.scale, view.width);
      view.y = clamp(y, height * view.scale, view.height);
      drawn(view);
    }
    function measure() {
      var middle = view.middle();
      view.width = box.clientWidth || 1;
      view.height = box.clientHeight || 1;
      view.fit = Math.min(view.width / width, view.height / height);
      drawing.setAttribute("viewBox", "0 0 " + view.width + " " + view.height);
      view.centre(middle.x, middle.y, view.times, true);
    }

    view.toScreen = function (x, y) {
      return { x: x * view.scale + view.x, y: y * view.scale + view.y };
    };
    view.middle = function () {
      if (view.width === 1) return { x: width / 2, y: height / 2 };
      return { x: (view.width / 2 - view.x) / view.scale, y: (view.height / 2 - view.y) / view.scale };
    };
    // Brings a point of the drawing to the middle, enlarged so many times.
    view.centre = function (x, y, times, atOnce) {
      var start = { times: view.times, x: view.x, y: view.y };
      var scale = view.fit * Math.min(MOST, Math.max(1, times));
      var end = { times: times, x: view.width / 2 - x * scale, y: view.height / 2 - y * scale };
      cancelAnimationFrame(moving);
      if (atOnce || calm.matches) {
        set(end.times, end.x, end.y);
        return;
      }
      var began = performance.now();
      // Moves along straight lines of the enlargement, so that the point stays in sight.
      function step(now) {
        var part = Math.min(1, (now - began) / 220);
        var eased = 1 - Math.pow(1 - part, 3);
        var at = start.times * Math.pow(end.times / start.times, eased);
        var share = end.times === start.times ? eased : (at - start.times) / (end.times - start.times);
        set(at, start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share);
        if (part < 1) moving = requestAnimationFrame(step);
      }
      moving = requestAnimationFrame(step);
    };
    // Shows all of a part of the drawing: left, top, right, bottom.
    view.show = function (part, most) {
      var across = Math.max(part[2] - part[0], 1) * view.fit;
      var down = Math.max(part[3] - part[1], 1) * view.fit;
      var times = Math.min((view.width - 110) / across, (view.height - 110) / down, most || MOST);
      view.centre((part[0] + part[2]) / 2, (part[1] + part[3]) / 2, Math.max(1, times));
    };
    view.zoom = function (factor) {
      var middle = view.middle();
      view.centre(middle.x, middle.y, Math.min(MOST, Math.max(1, view.times * factor)));
    };
    view.zoomAt = function (factor, x, y) {
      var times = Math.min(MOST, Math.max(1, view.times * factor));
      var real = times / view.times;
      cancelAnimationFrame(moving);
      set(times, x - (x - view.x) * real, y - (y - view.y) * real);
    };
    view.pan = function (dx, dy) {
      cancelAnimationFrame(moving);
      set(view.times, view.x + dx, view.y + dy);
    };
    view.reset = function () { view.centre(width / 2, height / 2, 1); };

    function place(event) {
      var rect = box.getBoundingClientRect();
      return { x: event.clientX - rect.left, y: event.clientY - rect.top };
    }

    // Mouse and pen: drag to move. A press that does not move is a click.
    var drag = null;
    var dragged = false; // the click that ends a drag is none
    box.addEventListener("pointerdown", function (event) {
      dragged = false;
      if (event.pointerType === "touch" || event.button !== 0 || event.target.closest("button")) return;
      drag = { x: event.clientX, y: event.clientY, far: false, id: event.pointerId };
    });
    box.addEventListener("pointermove", function (event) {
      if (!drag || event.pointerId !== drag.id) return;
      var dx = event.clientX - drag.x;
      var dy = event.clientY - drag.y;
      if (!drag.far && Math.abs(dx) + Math.abs(dy) < 5) return;
      if (!drag.far) box.setPointerCapture(drag.id);
      drag.far = true;
      box.classList.add("map__box--dragged");
      view.pan(dx, dy);
      drag.x = event.clientX;
      drag.y = event.clientY;
    });
    function drop() {
      dragged = Boolean(drag && drag.far);
      drag = null;
      box.classList.remove("map__box--dragged");
    }
    box.addEventListener("pointerup", drop);
    box.addEventListener("pointercancel", drop);
    box.addEventListener("dragstart", function (event) { event.preventDefault(); });
    box.addEventListener("click", function (event) {
      if (dragged && event.detail !== 0) {
        dragged = false;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (event.target.closest("a, button")) return;
      var at = place(event);
      tapped((at.x - view.x) / view.scale, (at.y - view.y) / view.scale);
    }, true);

    // Touch: one finger scrolls the page, two move and enlarge the map.
    var pinch = null;
    function fingers(event) {
      var one = place(event.touches[0]);
      var two = place(event.touches[1]);
      return { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2, apart: Math.hypot(one.x - two.x, one.y - two.y) || 1 };
    }
    box.addEventListener("touchstart", function (event) {
      if (event.touches.length !== 2) { pinch = null; return; }
      event.preventDefault();
      pinch = fingers(event);
    }, { passive: false });
    box.addEventListener("touchmove", function (event) {
      if (event.touches.length === 1) view.hint("twoFingers");
      if (event.touches.length !== 2 || !pinch) return;
      event.preventDefault();
      var now = fingers(event);
      view.pan(now.x - pinch.x, now.y - pinch.y);
      view.zoomAt(now.apart / pinch.apart, now.x, now.y);
      pinch = now;
    }, { passive: false });
    box.addEventListener("touchend", function () { pinch = null; });

    // The wheel scrolls the page, with Ctrl it enlarges; a pinch on a touchpad comes as such a wheel.
    box.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) {
        view.hint("ctrlWheel");
        return;
      }
      event.preventDefault();
      var at = place(event);
      view.zoomAt(Math.pow(1.0018, -event.deltaY * (event.deltaMode === 1 ? 24 : 1)), at.x, at.y);
    }, { passive: false });

    box.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      var stride = Math.min(view.width, view.height) / 5;
      var done = {
        ArrowLeft: function () { view.pan(stride, 0); },
        ArrowRight: function () { view.pan(-stride, 0); },
        ArrowUp: function () { view.pan(0, stride); },
        ArrowDown: function () { view.pan(0, -stride); },
        "+": function () { view.zoom(STEP); },
        "=": function () { view.zoom(STEP); },
        "-": function () { view.zoom(1 / STEP); },
        "_": function () { view.zoom(1 / STEP); },
        "0": view.reset
      }[event.key];
      if (!done) return;
      event.preventDefault();
      done();
    });

    var hint = box.querySelector(".map__hint");
    var hiding = 0;
    // Says for a moment how the map is moved.
    view.hint = function (name) {
      hint.textContent = box.closest(".map").dataset[name];
      hint.hidden = false;
      clearTimeout(hiding);
      hiding = setTimeout(function () { hint.hidden = true; }, 1500);
    };

    view.start = function () {
      box.tabIndex = 0;
      measure();
      new ResizeObserver(measure).observe(box);
      box.querySelectorAll("button[data-do]").forEach(function (button) {
        button.addEventListener("click", function () {
          if (button.dataset.do === "reset") view.reset();
          else view.zoom(button.dataset.do === "in" ? STEP : 1 / STEP);
        });
      });
      box.querySelector(".map__tools").hidden = false;
    };
    return view;
  };
})();
