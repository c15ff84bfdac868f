(function () {
  'use strict';
  var root = document.querySelector('.mmp');
  if (!root || root.classList.contains('mmp-js')) return;
  root.classList.add('mmp-js');

  function all(selector, within) {
    return Array.prototype.slice.call((within || root).querySelectorAll(selector));
  }

  /* Theme: the system's on our own page, the host's on a site page, until the reader chooses. */
  var button = root.querySelector('.mmp-theme');
  var system = window.matchMedia('(prefers-color-scheme: dark)');

  function hostIsDark() {
    for (var e = root.parentElement; e; e = e.parentElement) {
      var parts = getComputedStyle(e).backgroundColor.match(/[\d.]+/g);
      if (parts && (parts.length < 4 || +parts[3] > 0)) return +parts[0] + +parts[1] + +parts[2] < 300;
    }
    return false;
  }

  function stored() {
    try { return localStorage.getItem('mmp-theme'); } catch (refused) { return null; }
  }

  function store(theme) {
    try { localStorage.setItem('mmp-theme', theme); } catch (refused) { /* a sandbox keeps nothing */ }
  }

  function isDark() {
    if (root.dataset.theme) return root.dataset.theme === 'dark';
    return root.classList.contains('mmp-page') && system.matches;
  }

  function label() {
    button.hidden = false;
    button.querySelector('span').textContent = isDark() ? 'Light' : 'Dark';
  }

  var chosen = stored();
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  else if (root.classList.contains('mmp-site')) root.dataset.theme = hostIsDark() ? 'dark' : 'light';
  label();
  button.addEventListener('click', function () {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    store(root.dataset.theme);
    label();
    draw();
  });
  system.addEventListener('change', function () { label(); draw(); });

  /* Filter. */
  var tools = root.querySelector('.mmp-tools');
  var query = root.querySelector('.mmp-query');
  var buttons = all('.mmp-show button');
  var rows = all('.mmp-grid tbody tr').concat(all('.mmp-mig'));
  var gridRows = rows.filter(function (row) { return row.tagName === 'TR'; });
  var names = null;
  var state = { show: '', q: '', at: '' };

  function nameOf(row) {
    return (row.querySelector('th a') || row.querySelector('summary b')).textContent.toLowerCase();
  }

  function filter() {
    var wanted = state.q.toLowerCase();
    if (wanted && !names) names = rows.map(nameOf);
    rows.forEach(function (row, index) {
      row.hidden = (state.show !== '' && !row.classList.contains(state.show))
        || (wanted !== '' && names[index].indexOf(wanted) < 0);
    });
    buttons.forEach(function (b) { b.setAttribute('aria-pressed', String(b.dataset.show === state.show)); });
    if (query.value !== state.q) query.value = state.q;
    var shown = gridRows.filter(function (row) { return !row.hidden; }).length;
    root.querySelector('.mmp-shown').textContent =
      shown === gridRows.length ? '' : shown + ' of ' + gridRows.length + ' migrations';
  }

  function remember() {
    var hash = state.at;
    if (state.show || state.q) {
      var params = new URLSearchParams();
      ['show', 'q', 'at'].forEach(function (key) { if (state[key]) params.set(key, state[key]); });
      hash = params.toString();
    }
    try { history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search); } catch (refused) { /* a sandbox has no history */ }
  }

  /* Deep links. */
  function open(id) {
    var target = id && document.getElementById(id);
    if (!target || !root.contains(target)) return;
    for (var d = target.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    all('.mmp-target').forEach(function (e) { e.classList.remove('mmp-target'); });
    var migration = target.closest('.mmp-mig');
    if (migration && migration.hidden) { state.show = ''; state.q = ''; filter(); }
    if (migration) {
      migration.classList.add('mmp-target');
      migration.querySelector('summary').focus({ preventScroll: true });
    }
    (migration || target).scrollIntoView();
  }

  function follow() {
    var hash = location.hash.slice(1);
    try { hash = decodeURIComponent(hash); } catch (malformed) { /* then it names nothing */ }
    if (/^(show|q|at)=/.test(hash)) {
      var params = new URLSearchParams(location.hash.slice(1));
      state = { show: params.get('show') || '', q: params.get('q') || '', at: params.get('at') || '' };
      filter();
    } else {
      state.at = hash;
    }
    open(state.at);
    if (state.show || state.q) remember();
  }

  if (gridRows.length) {
    tools.hidden = false;
    query.addEventListener('input', function () { state.q = query.value; state.at = ''; filter(); remember(); });
    buttons.forEach(function (b) {
      b.addEventListener('click', function () { state.show = b.dataset.show; state.at = ''; filter(); remember(); });
    });
  }
  window.addEventListener('hashchange', follow);
  root.addEventListener('click', function (event) {
    var link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) open(decodeURIComponent(link.hash.slice(1)));
  });
  if (location.hash) follow();

  /* Statements to be copied; without this, a click selects them whole. */
  all('.mmp-copy').forEach(function (block) {
    var copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = 'Copy';
    copy.addEventListener('click', function () {
      var range = document.createRange();
      range.selectNodeContents(block.querySelector('pre'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      copy.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
    });
    block.appendChild(copy);
  });

  /* Print: everything open, and closed again afterwards. */
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = all('details:not([open])');
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  /* Charts only enhance: every number is in a table too. */
  var series = JSON.parse(root.querySelector('.mmp-data').textContent);
  var drawn = [];

  function color(name) { return getComputedStyle(root).getPropertyValue('--' + name).trim(); }

  function time(ms) {
    if (ms == null) return '–';
    if (ms < 0.995) return ms.toFixed(2) + ' ms';
    if (ms < 99.95) return ms.toFixed(1) + ' ms';
    return ms < 999.5 ? ms.toFixed(0) + ' ms' : (ms / 1000).toFixed(2) + ' s';
  }

  /* A dashed mark where each limit lies. */
  var limits = {
    id: 'limits',
    afterDatasetsDraw: function (chart) {
      var marks = chart.options.limits || [];
      var ctx = chart.ctx;
      ctx.save();
      ctx.strokeStyle = color('ink');
      ctx.setLineDash([3, 2]);
      ctx.lineWidth = 1.5;
      marks.forEach(function (value, index) {
        if (value == null) return;
        var x = chart.scales.x.getPixelForValue(value);
        var y = chart.scales.y.getPixelForValue(index);
        ctx.beginPath();
        ctx.moveTo(x, y - 12);
        ctx.lineTo(x, y + 12);
        ctx.stroke();
      });
      ctx.restore();
    }
  };

  /* The range of the samples over each bar. */
  var ranges = {
    id: 'ranges',
    afterDatasetsDraw: function (chart) {
      var ctx = chart.ctx;
      ctx.save();
      ctx.strokeStyle = color('ink');
      ctx.lineWidth = 1.2;
      (chart.options.ranges || []).forEach(function (bars, set) {
        bars.lows.forEach(function (low, index) {
          if (low == null || bars.highs[index] == null || !chart.isDatasetVisible(set)) return;
          var y = chart.getDatasetMeta(set).data[index].y;
          var from = chart.scales.x.getPixelForValue(low);
          var to = chart.scales.x.getPixelForValue(bars.highs[index]);
          ctx.beginPath();
          ctx.moveTo(from, y - 3); ctx.lineTo(from, y + 3);
          ctx.moveTo(to, y - 3); ctx.lineTo(to, y + 3);
          ctx.moveTo(from, y); ctx.lineTo(to, y);
          ctx.stroke();
        });
      });
      ctx.restore();
    }
  };

  function range(bars, index) {
    return bars.lows[index] == null ? '' : ' (' + time(bars.lows[index]) + ' to ' + time(bars.highs[index]) + ')';
  }

  function fill(chart, bars) {
    return bars.values.map(function (value, index) {
      return color(bars.color === 'current' && chart.worse[index] ? 'bad' : bars.color);
    });
  }

  function config(chart) {
    var muted = color('muted');
    var font = { family: getComputedStyle(root).fontFamily, size: 12 };
    return {
      type: 'bar',
      data: {
        labels: chart.labels,
        datasets: chart.bars.map(function (bars) {
          return { label: bars.name, data: bars.values, backgroundColor: fill(chart, bars), borderRadius: 2, barPercentage: 0.9, categoryPercentage: 0.72 };
        })
      },
      options: {
        indexAxis: 'y', animation: false, responsive: true, maintainAspectRatio: false, limits: chart.limits, ranges: chart.bars,
        interaction: { mode: 'index', axis: 'y', intersect: false },
        onClick: function (event, items) {
          var href = items.length && chart.hrefs[items[0].index];
          if (href) location.hash = href;
        },
        scales: {
          x: { beginAtZero: true, suggestedMax: Math.max.apply(null, chart.limits.concat(0)), grid: { color: color('line') }, border: { display: false },
            ticks: { color: muted, font: font, maxTicksLimit: 6, callback: function (v) { return v === 0 ? '0' : v >= 1000 ? v / 1000 + ' s' : v + ' ms'; } } },
          y: { grid: { display: false }, border: { color: color('line') }, ticks: { color: color('ink'), font: font, autoSkip: false } }
        },
        plugins: {
          legend: { align: 'end', labels: { color: muted, font: font, boxWidth: 10, boxHeight: 10,
            generateLabels: function (c) {
              var items = c.data.datasets.map(function (set, i) {
                return { text: chart.bars[i].name, fillStyle: color(chart.bars[i].color), lineWidth: 0, fontColor: muted, datasetIndex: i, hidden: !c.isDatasetVisible(i) };
              });
              if (chart.limits.length) {
                items.push({ text: 'beyond its limit', fillStyle: color('bad'), lineWidth: 0, fontColor: muted, datasetIndex: 1 });
                items.push({ text: 'limit', fillStyle: 'transparent', strokeStyle: color('ink'), lineDash: [3, 2], lineWidth: 1, fontColor: muted, datasetIndex: 1 });
              }
              return items;
            } } },
          tooltip: { callbacks: {
            label: function (item) { return item.dataset.label + ': ' + time(item.raw) + range(chart.bars[item.datasetIndex], item.dataIndex); },
            footer: function (items) { var l = chart.limits[items[0].dataIndex]; return l == null ? '' : 'limit: ' + time(l); }
          } }
        }
      },
      plugins: [limits, ranges]
    };
  }

  function draw() {
    drawn.forEach(function (chart) { chart.destroy(); });
    drawn = [];
    if (!window.Chart) return;
    root.classList.add('mmp-charted');
    series.forEach(function (chart) {
      var canvas = document.getElementById(chart.id);
      if (!canvas) return;
      canvas.parentElement.style.height = 64 + chart.labels.length * 30 + 'px';
      drawn.push(new window.Chart(canvas, config(chart)));
    });
  }

  /* Chart.js lies gzipped in the page. A browser that cannot unpack it shows the tables alone. */
  function unpack(then) {
    if (window.Chart) return then();
    if (typeof DecompressionStream !== 'function') return;
    var packed = atob(root.querySelector('.mmp-chart-js').textContent);
    var bytes = Uint8Array.from(packed, function (character) { return character.charCodeAt(0); });
    new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text().then(function (source) {
      var script = document.createElement('script');
      script.textContent = source;
      document.head.appendChild(script);
      then();
    });
  }

  /* After the first paint. */
  requestAnimationFrame(function () { setTimeout(function () { unpack(draw); }, 0); });
})();
