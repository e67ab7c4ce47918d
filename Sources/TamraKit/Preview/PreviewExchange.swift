/// The part of the preview's script that puts a changed page in place of the one shown without loading it anew: what was open stays open,
/// and a long chapter is not laid out twice.
///
/// It compares the page as it was served with the page as it is now, never with what scripts have made of it, and touches only the blocks
/// that differ. Where it cannot be sure (another frame around the text, something a script has to wake up) it says so, and the page is
/// loaded.
enum PreviewExchange {
  static let text = """
    var alive = "form, script, input, textarea, select, dialog, canvas, svg, [data-item], button:not([popovertarget])";

    // Whether two pages are the same around their text; what a head says to strangers alone does not count.
    function isSameFrame(a, b) {
      if (a.matches("main")) { return a.cloneNode().isEqualNode(b.cloneNode()); }
      if (!a.matches("html, head, body") && !a.querySelector("main")) { return a.isEqualNode(b); }
      var silent = "meta, title, head script:not([src]), script[data-page]";
      var olds = Array.prototype.filter.call(a.children, function (e) { return !e.matches(silent); });
      var news = Array.prototype.filter.call(b.children, function (e) { return !e.matches(silent); });
      return a.cloneNode().isEqualNode(b.cloneNode()) && olds.length === news.length
        && olds.every(function (e, i) { return isSameFrame(e, news[i]); });
    }

    function isBlank(node) { return node.nodeType === Node.COMMENT_NODE || node.nodeType === Node.TEXT_NODE && !node.data.trim(); }

    // The runs of elements to be exchanged: {parent, olds, news, next}, all but news of the old page.
    function differences(before, after, found) {
      var mixed = [before, after].some(function (e) {
        return Array.prototype.some.call(e.childNodes, function (n) { return n.nodeType === Node.TEXT_NODE && !isBlank(n); });
      });
      if (mixed) {
        found.push({ parent: before.parentElement, olds: [before], news: [after], next: before.nextElementSibling });
        return;
      }
      stretch(before, Array.prototype.slice.call(before.children), Array.prototype.slice.call(after.children), null, found);
    }

    function pair(a, b, found) { if (!a.isEqualNode(b)) { differences(a, b, found); } }

    // Elements `a` of `parent` against elements `b`; `next` stands behind `a`.
    function stretch(parent, a, b, next, found) {
      var start = 0;
      while (start < a.length && start < b.length && a[start].isEqualNode(b[start])) { start += 1; }
      while (a.length > start && b.length > start && a[a.length - 1].isEqualNode(b[b.length - 1])) {
        next = a.pop();
        b.pop();
      }
      a = a.slice(start);
      b = b.slice(start);
      if (!a.length && !b.length) { return; }
      if (a.length === b.length && a.every(function (e, i) { return e.cloneNode().isEqualNode(b[i].cloneNode()); })) {
        a.forEach(function (e, i) { pair(e, b[i], found); });
        return;
      }
      // What has the same name in both parts the rest.
      var i = 0;
      var j = 0;
      a.forEach(function (e, k) {
        var m = e.id ? b.findIndex(function (o, n) { return n >= j && o.id === e.id && o.cloneNode().isEqualNode(e.cloneNode()); }) : -1;
        if (m < 0) { return; }
        stretch(parent, a.slice(i, k), b.slice(j, m), e, found);
        pair(e, b[m], found);
        i = k + 1;
        j = m + 1;
      });
      if (i + j > 0) { stretch(parent, a.slice(i), b.slice(j), next, found); }
      else { found.push({ parent: parent, olds: a, news: b, next: next }); }
    }

    // The element on the screen that an element of the page as served has become; null where scripts have moved things about.
    function shown(e, main) {
      if (e === main) { return document.querySelector("main"); }
      if (e.id) { return document.getElementById(e.id); }
      var parent = shown(e.parentElement, main);
      if (!parent || parent.children.length !== e.parentElement.children.length) { return null; }
      var twin = parent.children[Array.prototype.indexOf.call(e.parentElement.children, e)];
      return twin && twin.tagName === e.tagName ? twin : null;
    }

    // Whether the page shown is now the page `next`; nothing is touched where it is not.
    function exchanged(before, next) {
      var main = before.querySelector("main");
      var other = next.querySelector("main");
      if (!main || !other || !isSameFrame(before.documentElement, next.documentElement)) { return false; }
      var found = [];
      differences(main, other, found);
      var moves = found.map(function (one) {
        var lives = one.olds.concat(one.news).some(function (e) { return e.matches(alive) || e.querySelector(alive); });
        var parent = shown(one.parent, main);
        var whole = parent && parent.children.length === one.parent.children.length;
        var olds = one.olds.map(function (e) { return shown(e, main); });
        var end = one.next ? shown(one.next, main) : null;
        if (lives || !whole || olds.indexOf(null) >= 0 || (one.next && !end)) { return null; }
        return { parent: parent, olds: olds, news: one.news, end: end };
      });
      if (moves.indexOf(null) >= 0) { return false; }
      var place = reading();
      moves.forEach(function (move) {
        move.news.forEach(function (e) { move.parent.insertBefore(document.importNode(e, true), move.end); });
        move.olds.forEach(function (e) { e.remove(); });
      });
      document.title = next.title;
      back(place);
      return true;
    }
    """
}
