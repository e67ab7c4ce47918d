/// What runs in a previewed page: takes new style sheets and changed blocks of text without a reload, reloads a page whose frame or scripts
/// have changed and puts the reader back where he was, and shows what the build found wrong.
enum PreviewScript {
  /// A page says by `data-version` and `data-page` what it was served as: no save is missed between serving and asking.
  static let text = """
    (function () {
      "use strict";
      var own = document.currentScript.dataset;
      var known = own.version;
      var store = "tamra-preview:" + location.pathname;
      var seen = {};

      // The page as it was served, once there is time to ask for it.
      var source = null;

      function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

      // Where the reader is: the last thing with a name above the top of the window, and what he opened.
      function reading() {
        var marks = all("main [id], article [id]").filter(function (e) { return e.getBoundingClientRect().top <= 1; });
        var mark = marks[marks.length - 1];
        return {
          y: scrollY, mark: mark ? mark.id : "", off: mark ? mark.getBoundingClientRect().top : 0,
          popovers: all("[popover]").filter(function (e) { return e.id && e.matches(":popover-open"); }).map(function (e) { return e.id; })
        };
      }

      function back(place) {
        place.popovers.forEach(function (id) {
          var e = document.getElementById(id);
          if (e && e.showPopover && !e.matches(":popover-open")) { e.showPopover(); }
        });
        var mark = place.mark && document.getElementById(place.mark);
        scrollTo({ top: mark ? scrollY + mark.getBoundingClientRect().top - place.off : place.y, behavior: "instant" });
      }

      function keep() {
        var place = reading();
        place.details = all("details").map(function (e) { return e.open; });
        sessionStorage.setItem(store, JSON.stringify(place));
      }

      function restore() {
        var kept = sessionStorage.getItem(store);
        if (!kept) { return; }
        sessionStorage.removeItem(store);
        kept = JSON.parse(kept);
        all("details").forEach(function (e, i) { if (i < kept.details.length) { e.open = kept.details[i]; } });
        back(kept);
      }

    \(PreviewExchange.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n"))

      // The page as it stands on disk, and what it is told apart by.
      function served() {
        return fetch(location.pathname, { cache: "no-store" }).then(function (answer) {
          if (!answer.ok) { throw new Error(answer.status); }
          return answer.text().then(function (text) {
            return { page: new DOMParser().parseFromString(text, "text/html"), tag: answer.headers.get("ETag") };
          });
        });
      }

      function tag(url) {
        return fetch(url, { method: "HEAD", cache: "no-store" }).then(function (answer) { return answer.headers.get("ETag"); });
      }

      function address(e) { return new URL(e.href || e.src, location.href); }

      function parts() {
        return all("link[rel=stylesheet], script[src], img[src]").filter(function (e) {
          var url = address(e);
          return url.origin === location.origin && url.pathname.indexOf("/.tamra/") !== 0;
        });
      }

      function look(first) {
        return Promise.all(parts().map(function (e) {
          var url = address(e);
          return tag(url.pathname).then(function (now) {
            var before = seen[url.pathname];
            seen[url.pathname] = now;
            return !first && before !== undefined && before !== now ? { element: e, url: url, tag: now } : null;
          });
        })).then(function (found) { return found.filter(Boolean); });
      }

      // The old sheet goes when the new one is there: nothing flashes.
      function exchange(part) {
        var link = part.element.cloneNode();
        link.href = part.url.pathname + "?now=" + encodeURIComponent(part.tag);
        link.onload = function () { part.element.remove(); };
        part.element.after(link);
      }

      function reload() {
        keep();
        location.reload();
      }

      function changed() {
        return served().then(function (now) {
          if (now.tag !== own.page) {
            if (!source || !exchanged(source, now.page)) { return reload(); }
            own.page = now.tag;
          }
          source = now.page;
          return first.then(function () { return look(false); }).then(function (found) {
            if (found.some(function (part) { return part.element.tagName !== "LINK"; })) { return reload(); }
            found.forEach(exchange);
            return report();
          });
        });
      }

      var style = ":host{all:initial;position:fixed;inset:auto 1rem 1rem auto;z-index:2147483647;max-width:min(46rem,calc(100vw - 2rem))}"
        + "details{font:15px/1.6 Sarabun,sans-serif;color:#1d1d1f;background:#fff;border:2px solid #b3261e;border-radius:10px;overflow:hidden;"
        + "box-shadow:0 4px 24px #0004}details.mild{border-color:#8a5a00}summary{padding:.4rem .9rem;cursor:pointer;font-weight:600}"
        + "ol{margin:0;padding:0 .9rem .6rem;max-height:45vh;overflow:auto;list-style:none}li{padding:.5rem 0;border-top:1px solid #ddd}"
        + "li p{margin:0;overflow-wrap:anywhere}.place{font:13px/1.5 monospace;color:#555}.error{color:#b3261e}.warning{color:#8a5a00}"
        + ".repair{color:#1b5e20}@media(prefers-color-scheme:dark){details{background:#1f1f22;color:#eee}li{border-color:#444}.place{color:#aaa}"
        + ".error{color:#ff8a80}.warning{color:#ffc947}.repair{color:#a5d6a7}}";
      var host = null;
      var wasClosed = false;

      function line(parent, name, text) {
        if (!text) { return; }
        var p = document.createElement("p");
        p.className = name;
        p.textContent = text;
        parent.append(p);
      }

      function show(found) {
        if (host) { host.remove(); host = null; }
        var told = found.diagnostics.filter(function (d) { return d.severity !== "note"; });
        if (!told.length) { return; }
        host = document.createElement("tamra-findings");
        var root = host.attachShadow({ mode: "open" });
        var sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        root.adoptedStyleSheets = [sheet];
        var errors = told.filter(function (d) { return d.severity === "error"; }).length;
        var box = document.createElement("details");
        box.className = errors ? "" : "mild";
        box.open = errors > 0 && !wasClosed;
        box.addEventListener("toggle", function () { wasClosed = !box.open; });
        var head = document.createElement("summary");
        head.textContent = found.summary;
        var list = document.createElement("ol");
        told.slice(0, 100).forEach(function (d) {
          var item = document.createElement("li");
          line(item, d.severity, d.message);
          line(item, "place", d.file ? d.file + (d.line ? ":" + d.line + ":" + d.column : "") : "");
          line(item, "repair", d.repair);
          list.append(item);
        });
        box.append(head, list);
        root.append(box);
        document.body.append(host);
      }

      function report() {
        return fetch("/.tamra/findings", { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(show);
      }

      function ask() {
        fetch("/.tamra/version?known=" + known, { cache: "no-store" })
          .then(function (answer) { return answer.text(); })
          .then(function (version) {
            if (version === known) { return; }
            known = version;
            return changed();
          })
          .then(ask, function () { setTimeout(ask, 1000); });
      }

      // A preview of another day may have left one here.
      if (navigator.serviceWorker) {
        navigator.serviceWorker.getRegistrations().then(function (found) { found.forEach(function (one) { one.unregister(); }); });
      }
      try { restore(); } catch (error) { }
      // A save that comes before all has been looked at once would be compared with nothing.
      var first = look(true);
      // What is exchanged keeps its place by our hand alone.
      document.documentElement.style.overflowAnchor = "none";
      served().then(function (now) { if (now.tag === own.page) { source = now.page; } }, function () {});
      report();
      ask();
    })();
    """
}
