// Filtering, opening and copying. Everything can be read without this script.
(function () {
  'use strict';
  document.documentElement.classList.add('js');
  var findings = Array.prototype.slice.call(document.querySelectorAll('.finding'));
  var form = document.querySelector('.filter');

  // The text of a finding is gathered when somebody first searches: a page may hold thousands.
  function text(finding) {
    if (!finding.searchText) {
      finding.searchText = finding.textContent.toLowerCase();
    }
    return finding.searchText;
  }

  function passes(finding, words) {
    return ['rule', 'certainty', 'scope', 'status'].every(function (key) {
      var wanted = form.elements[key].value;
      return !wanted || finding.dataset[key] === wanted;
    }) && words.every(function (word) { return text(finding).indexOf(word) >= 0; });
  }

  function filter() {
    var words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    findings.forEach(function (finding) {
      finding.hidden = !passes(finding, words);
      shown += finding.hidden ? 0 : 1;
    });
    form.elements.shown.value = shown + ' of ' + findings.length;
    document.querySelector('.nothing').hidden = shown > 0;
  }

  function openAll(open) {
    findings.forEach(function (finding) {
      if (!finding.hidden) { finding.open = open; }
    });
  }

  function openTarget() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains('finding')) {
      target.hidden = false;
      target.open = true;
      target.scrollIntoView();
    }
  }

  function copier(code) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copier';
    button.textContent = 'copy';
    button.addEventListener('click', function () {
      var selection = getSelection();
      selection.selectAllChildren(code);
      button.textContent = document.execCommand('copy') ? 'copied' : 'selected';
    });
    code.after(' ', button);
  }

  if (form) {
    var waiting;
    form.addEventListener('input', function () {
      clearTimeout(waiting);
      waiting = setTimeout(filter, findings.length > 200 ? 150 : 0);
    });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.elements.open.addEventListener('click', function () { openAll(true); });
    form.elements.close.addEventListener('click', function () { openAll(false); });
    filter();
  }
  document.querySelectorAll('code.copy').forEach(copier);
  addEventListener('hashchange', openTarget);
  addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (details) { details.open = true; });
  });
  openTarget();
})();
