/* Behaviour on top of pages that work without it: no dependency but htmx, no eval, no inline style. */
(function () {
  'use strict';
  var d = document;
  var $ = function (s, c) { return (c || d).querySelector(s); };
  var $$ = function (s, c) { return Array.prototype.slice.call((c || d).querySelectorAll(s)); };

  /* Says the outcome of an action to screen readers. */
  function say(text) {
    var live = $('#live');
    if (live) { live.textContent = ''; setTimeout(function () { live.textContent = text; }, 30); }
  }

  /* Whatever opens something: [data-toggle] names it; the side navigation opens by class. */
  d.addEventListener('click', function (e) {
    var b = e.target.closest('[data-toggle]');
    if (b) {
      var t = $(b.getAttribute('data-toggle'));
      if (!t) { return; }
      e.preventDefault();
      var cls = b.getAttribute('data-class'), open;
      if (cls) { open = t.classList.toggle(cls); } else { open = t.hidden; t.hidden = !open; }
      $$('[data-toggle="' + b.getAttribute('data-toggle') + '"]').forEach(function (x) { x.setAttribute('aria-expanded', String(open)); });
      if (open) { var f = $('a,button,input,textarea', t); if (f) { f.focus(); t.scrollIntoView({ block: 'nearest' }); } }
      return;
    }
    if (e.target.closest('[data-print]')) { window.print(); return; }
    $$('details.pop[open]').forEach(function (p) { if (!p.contains(e.target)) { p.open = false; } });
  });
  d.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') { return; }
    $$('details.pop[open]').forEach(function (p) { p.open = false; $('summary', p).focus(); });
  });

  /* What drops down below the search field: arrows go through it, Escape and a press elsewhere put it away. */
  function drop() { var f = $('#found'); if (f) { f.textContent = ''; } }
  d.addEventListener('click', function (e) { if (!e.target.closest('.search')) { drop(); } });
  d.addEventListener('keydown', function (e) {
    var s = e.target.closest && e.target.closest('.search');
    if (!s) { return; }
    if (e.key === 'Escape') { drop(); $('input[type=search]', s).focus(); return; }
    var n = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0, all = $$('input[type=search],.found a,.found button', s);
    if (!n || all.length < 2) { return; }
    e.preventDefault();
    all[(all.indexOf(e.target) + n + all.length) % all.length].focus();
  });

  /* Tabs are links; where every panel is on the page they become a tab list with arrow keys. */
  function tabs(list) {
    var all = $$('a', list);
    function panel(t) { return $('#' + t.getAttribute('data-panel')); }
    function show(tab, focus) {
      all.forEach(function (t) {
        var on = t === tab, p = panel(t);
        t.setAttribute('aria-selected', String(on)); t.tabIndex = on ? 0 : -1; t.removeAttribute('aria-current');
        if (p) { p.hidden = !on; }
      });
      if (focus) { tab.focus(); }
    }
    list.setAttribute('role', 'tablist');
    all.forEach(function (t, i) {
      var p = panel(t);
      t.parentNode.setAttribute('role', 'presentation'); t.setAttribute('role', 'tab'); t.setAttribute('aria-controls', t.getAttribute('data-panel'));
      if (p) { p.setAttribute('role', 'tabpanel'); p.setAttribute('aria-label', t.textContent.trim()); }
      t.addEventListener('click', function (e) { e.preventDefault(); e.stopPropagation(); show(t); history.replaceState(null, '', t.getAttribute('href')); });
      t.addEventListener('keydown', function (e) {
        var n = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
        if (n) { e.preventDefault(); show(all[(i + n + all.length) % all.length], true); }
      });
    });
    show(all.filter(function (t) { return t.getAttribute('aria-current'); })[0] || all[0]);
  }

  /* Counts ticked rows: [data-count] is a selector of the boxes. */
  function count() {
    $$('[data-count]').forEach(function (out) { out.textContent = $$(out.getAttribute('data-count')).filter(function (b) { return b.checked; }).length; });
  }
  d.addEventListener('change', function (e) {
    var f = e.target;
    if (f.matches('[data-all]')) { $$(f.getAttribute('data-all')).forEach(function (b) { b.checked = f.checked; }); }
    count();
    if (f.type === 'file' && f.hasAttribute('data-max-mb')) {
      var large = Array.prototype.some.call(f.files, function (x) { return x.size > f.getAttribute('data-max-mb') * 1048576; });
      f.setCustomValidity(large ? f.getAttribute('data-too-large') : '');
      if (large) { f.reportValidity(); }
    }
  });

  function start(root) {
    $$('[data-tabs]', root).forEach(tabs);
    count();
  }
  if (d.readyState === 'loading') { d.addEventListener('DOMContentLoaded', function () { start(d); }); } else { start(d); }

  /* What htmx cannot decide by itself. */
  function refused(e) { return e.detail.xhr && e.detail.xhr.status >= 400; }
  function disposition(xhr) { return xhr.getResponseHeader('Content-Disposition') || ''; }

  d.addEventListener('htmx:beforeSwap', function (e) {
    var x = e.detail.xhr;
    /* A file was asked for by a boosted link: let the browser fetch it. */
    if (/^attachment/i.test(disposition(x))) { e.detail.shouldSwap = false; window.location.href = e.detail.pathInfo.requestPath; return; }
    /* A note for the page that asked, or an error page in answer to a link. */
    if (refused(e) && /text\/html/.test(x.getResponseHeader('Content-Type') || '')
        && (x.getResponseHeader('HX-Retarget') || e.detail.target === d.body)) { e.detail.shouldSwap = true; e.detail.isError = false; }
  });
  d.addEventListener('htmx:afterSettle', function (e) {
    var t = e.detail.target;
    if (t === d.body) {
      start(d);
      var problems = $('#problems'), focus = problems || (location.hash ? null : $('#main'));
      if (focus) { focus.focus({ preventScroll: !problems }); }
      var at = $('[data-at]'), place = at && d.getElementById(at.getAttribute('data-at'));
      /* After htmx, which goes to the top of a new page once this event is over. */
      if (place && !problems) { setTimeout(function () { place.scrollIntoView({ block: 'center' }); }, 0); }
      say(d.title);
      return;
    }
    if (t.id === 'notice') { t.scrollIntoView({ block: 'center' }); return; }
    if (t.id === 'found') {
      var told = $('[data-told]', t);
      if (told) { say(told.textContent); } else { drop(); }
      return;
    }
    start(t);
    var wrong = $('.errsum', t); if (wrong) { wrong.focus(); }
  });
  d.addEventListener('htmx:beforeRequest', function (e) { var n = $('#notice'); if (n && e.detail.elt.id !== 'bell') { n.textContent = ''; } });

  /* Tells those who do not see the bell that it has something new. */
  var heard = null;
  d.addEventListener('htmx:afterSettle', function () {
    var b = $('#bell'), n = b && Number(b.getAttribute('data-unread'));
    if (b && heard !== null && n > heard) { say(b.textContent.trim()); }
    heard = b ? n : null;
  });

  /* While something is being written, another press would race with its answer; of two pages asked for, the later
     one is meant. */
  var writing = null, reading = null;
  d.addEventListener('htmx:beforeRequest', function (e) {
    var x = e.detail.xhr;
    /* What is only looked for is posted for the sake of the address, and writes nothing. */
    if (e.detail.elt.hasAttribute('data-reads')) { return; }
    if (writing) { e.preventDefault(); return; }
    if (e.detail.requestConfig.verb !== 'get') { writing = x; return; }
    if (e.detail.target !== d.body) { return; }
    if (reading) { reading.abort(); }
    reading = x;
  });
  d.addEventListener('htmx:afterRequest', function (e) {
    if (e.detail.xhr === writing) { writing = null; }
    if (e.detail.xhr === reading) { reading = null; }
  });

  /* Signed out: what renews itself would only say so again and again. */
  var out = false;
  d.addEventListener('htmx:beforeRequest', function (e) { if (out && /every/.test(e.detail.elt.getAttribute('hx-trigger') || '')) { e.preventDefault(); } });
  d.addEventListener('htmx:afterRequest', function (e) { out = e.detail.xhr.status === 401; });

  /* No network: what was typed stays, and a press tries again. */
  var failed = null;
  function offline(e) {
    var n = $('#notice'), t = $('#offline');
    if (!n || !t || e.detail.elt.getAttribute('hx-trigger')) { return; }
    failed = e.detail.elt;
    n.textContent = ''; n.appendChild(t.content.cloneNode(true)); n.scrollIntoView({ block: 'center' });
  }
  d.addEventListener('htmx:sendError', offline);
  d.addEventListener('htmx:timeout', offline);
  d.addEventListener('click', function (e) {
    if (!e.target.closest('[data-retry]') || !failed) { return; }
    if (failed.requestSubmit) { failed.requestSubmit(); } else { failed.click(); }
  });
}());
