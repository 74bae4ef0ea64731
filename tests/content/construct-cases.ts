// Markdown in, HTML out: one case for each construct of the dialect.

export const CASES: readonly (readonly [name: string, markdown: string, html: string])[] = [
  [
    'a section',
    '## Cost & *more*',
    '<h3 id="barriers--cost--more" class="s1">Cost &#x26; <em>more</em></h3>',
  ],
  ['a section with an id of its own', '## Cost {#money}', '<h3 id="barriers--money" class="s1">Cost</h3>'],
  [
    'a subsection',
    '## A\n\n### B',
    '<h3 id="barriers--a" class="s1">A</h3>\n<h4 id="barriers--b" class="s2">B</h4>',
  ],
  ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
  ['a rough number', 'about ~40 people, ~20 of them', '<p>about ~40 people, ~20 of them</p>'],
  ['bullets', '- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['numbers from three', '3. a\n4. b', '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'],
  [
    'tasks',
    '- [x] done\n- [ ] open',
    '<ul>\n<li class="task"><span class="box" data-made>☑</span> done</li>\n<li class="task"><span class="box" data-made>☐</span> open</li>\n</ul>',
  ],
  [
    'code with a name',
    '```js {#sum title="sum.js"}\na\n```\n\n[](#sum)',
    '<p class="listing-title"><strong><code>sum.js</code></strong></p>\n<pre id="barriers--sum"><code class="language-js">a\n</code></pre>\n<p><a href="#barriers--sum" data-made>⟨reference:barriers--sum⟩</a><span class="ref" data-made> on page&nbsp;<span class="pg" data-page-of="barriers--sum">000</span></span></p>',
  ],
  ['code', '```js\na < b\n```', '<pre><code class="language-js">a &#x3C; b\n</code></pre>'],
  ['a rule', '***', '<hr>'],
  [
    'foreign words from right to left',
    ':lang[شكرا.]{ar}',
    '<p><span lang="ar" dir="rtl" role="generic">شكرا.</span></p>',
  ],
  ['foreign words', ':lang[mot juste]{fr}', '<p><span lang="fr" role="generic">mot juste</span></p>'],
  [
    'foreign words, spelt out',
    ':lang[Ort]{lang=de-CH}',
    '<p><span lang="de-CH" role="generic">Ort</span></p>',
  ],
  [
    'an index mark that sends readers on: the text shows its term alone',
    'on :index[cost; see\nprice] and\n\n:index[dues; see also price] :index[fee; siehe auch price]',
    '<p>on <span id="barriers--i1" class="ix">cost</span> and</p>',
  ],
  ['an index mark', 'on :index[cost] here', '<p>on <span id="barriers--i1" class="ix">cost</span> here</p>'],
  [
    'an abbreviation, once',
    'IEWM and IEWM',
    '<p><abbr title="Improvement and Efficiency West Midlands" id="barriers--i1">IEWM</abbr> and IEWM</p>',
  ],
  ['a word of the glossary', 'Hashtags', '<p><span id="barriers--i1" class="ix">Hashtags</span></p>'],
  [
    'no abbreviation in a heading or in code',
    '## IEWM\n\n`IEWM`',
    '<h3 id="barriers--iewm" class="s1">IEWM</h3>\n<p><code>IEWM</code></p>',
  ],
  [
    'an outside link',
    '[IEWM](https://iewm.net)',
    '<p><a href="https://iewm.net" class="external">IEWM</a></p>',
  ],
  ['an address for mail', '<a@b.org>', '<p><a href="mailto:a@b.org" class="external">a@b.org</a></p>'],
  ['a link inside the file', '[cost](#cost)', '<p><a href="#barriers--cost">cost</a></p>'],
  ['a link by reference', '[cost][c]\n\n[c]: #cost', '<p><a href="#barriers--cost">cost</a></p>'],
  [
    'a link to another file, with its page',
    '[Dudley](../case-studies/08-dudley-flickr.md#why)',
    '<p><a href="#case-dudley-flickr--why">Dudley</a><span class="ref" data-made> (page&nbsp;<span class="pg" data-page-of="case-dudley-flickr--why">000</span>)</span></p>',
  ],
  [
    'a link without words',
    'See [](#cost)',
    '<p>See <a href="#barriers--cost" data-made>⟨reference:barriers--cost⟩</a><span class="ref" data-made> on page&nbsp;<span class="pg" data-page-of="barriers--cost">000</span></span></p>',
  ],
  [
    'a cell that holds nothing else is not empty',
    '| a | b |\n|---|---|\n| [#](#cost) | c |',
    '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td><a href="#barriers--cost" data-made>⟨number:barriers--cost⟩</a></td><td>c</td></tr></tbody></table>',
  ],
  [
    'a link that is a number alone, and names no page',
    'Figures [#](#cost) and',
    '<p>Figures <a href="#barriers--cost" data-made>⟨number:barriers--cost⟩</a> and</p>',
  ],
  [
    'a heading that links to itself',
    '## Cost [](#cost)\n\n### More [#](#more)',
    '<h3 id="barriers--cost" class="s1">Cost </h3>\n<h4 id="barriers--more" class="s2">More </h4>',
  ],
  [
    'a picture with a name',
    '![A quay](quay.jpg){#quay}',
    '<figure role="group" class="fig picture" id="barriers--quay"><div class="fig-body"><img src="chapters/quay.jpg" alt="A quay"></div><figcaption><span class="fig-number" data-made>Figure ⟨number:barriers--quay⟩</span></figcaption></figure>',
  ],
  [
    'pictures that share a number, as Quarto writes them',
    '::: {#fig-tides layout-ncol=2}\n![Low](a.jpg){#fig-low}\n![High](b.jpg)\n\nTwo tides.\n:::',
    '<figure role="group" class="fig picture parts" id="barriers--fig-tides"><div class="fig-body c2">' +
      '<figure role="group" class="part" id="barriers--fig-low"><img src="chapters/a.jpg" alt="Low"><figcaption><span class="letter" data-made>(a)</span></figcaption></figure>' +
      '<figure role="group" class="part"><img src="chapters/b.jpg" alt="High"><figcaption><span class="letter" data-made>(b)</span></figcaption></figure></div>' +
      '<figcaption><span class="fig-number" data-made>Figure ⟨number:barriers--fig-tides⟩</span> <span class="caption">Two tides.</span></figcaption></figure>',
  ],
  [
    'pictures that share a number, the caption of all behind the last',
    ':::figures{#tides}\n![Low](a.jpg "At low tide"){#low}\n\n![High](b.jpg)\n\nTwo tides.\n:::',
    '<figure role="group" class="fig picture parts" id="barriers--tides"><div class="fig-body c2">' +
      '<figure role="group" class="part" id="barriers--low"><img src="chapters/a.jpg" alt="Low"><figcaption><span class="letter" data-made>(a)</span> <span class="caption">At low tide</span></figcaption></figure>' +
      '<figure role="group" class="part"><img src="chapters/b.jpg" alt="High"><figcaption><span class="letter" data-made>(b)</span></figcaption></figure></div>' +
      '<figcaption><span class="fig-number" data-made>Figure ⟨number:barriers--tides⟩</span> <span class="caption">Two tides.</span></figcaption></figure>',
  ],
  [
    'no page in a heading',
    '## See [the survey](05-survey.md)',
    '<h3 id="barriers--see-the-survey" class="s1">See <a href="#survey">the survey</a></h3>',
  ],
  [
    'a figure by its number',
    'see [figure](#cost)',
    '<p>see <a href="#barriers--cost">figure<span data-made>&nbsp;⟨number:barriers--cost⟩</span></a></p>',
  ],
  [
    'a note',
    'a[^x]\n\n[^x]: b',
    '<p>a<sup class="call" data-made><a id="barriers--call-1" href="#barriers--note-1" data-means="noteref">1</a></sup></p>\n<div class="notes"><p class="label" data-made>Notes</p><ol><li id="barriers--note-1" data-means="note"><p>b <a class="back" data-made data-means="noteback" href="#barriers--call-1">↑</a></p></li></ol></div>',
  ],
  [
    ':::callout',
    ':::callout[Mind]\na\n:::',
    '<aside class="callout" data-means="callout"><p class="callout-title">Mind</p><p>a</p></aside>',
  ],
  [
    ':::brief',
    ':::brief\n- a\n:::',
    '<aside class="brief" data-means="callout"><p class="label" data-made>In brief</p><ul>\n<li>a</li>\n</ul></aside>',
  ],
  [
    ':::side',
    ':::side[30 million]\npeople\n:::',
    '<aside class="side"><p class="side-label">30 million</p><p>people</p></aside>',
  ],
  [':::pullquote', ':::pullquote\na\n:::', '<aside class="pullquote" data-hangs=""><p>a</p></aside>'],
  [
    ':::quote',
    ':::quote{by="Jason Whyley" role="Dudley Council"}\n“a”\n:::',
    '<blockquote class="quote" data-hangs=""><p>“a”</p><footer><b>Jason Whyley</b>, Dudley Council</footer></blockquote>',
  ],
  [
    'a plain quotation, whose source is kept with it',
    '> a\n>\n> — Ann',
    '<blockquote><p>a</p><p class="said-by">— Ann</p></blockquote>',
  ],
  ['a dash that begins a plain quotation', '> — a\n>\n> b', '<blockquote><p>— a</p><p>b</p></blockquote>'],
  [
    ':::steps',
    ':::steps\n## What others can use\n\n1. a\n:::',
    '<div class="steps"><h3 id="barriers--what-others-can-use" class="s1">What others can use</h3><ol>\n<li>a</li>\n</ol></div>',
  ],
  [':::terms', ':::terms\n- **A b**: c *d*\n:::', '<dl class="terms"><dt>A b</dt><dd>c <em>d</em></dd></dl>'],
  [
    ':::terms, the glossary',
    ':::terms\n:::',
    '<dl class="terms glossary" data-made><dt id="barriers--word-hashtag">hashtag</dt><dd>A word that gathers posts.</dd><dt id="barriers--word-iewm">IEWM</dt><dd><span class="expansion">Improvement and Efficiency West Midlands</span>. The body behind it.</dd></dl>',
  ],
  [
    ':::chart from data',
    ':::chart{#b kind=counts data=q8 title="Training first" accent="Trust" caption="All of them"}\n:::',
    '<figure role="group" class="fig chart chart-counts" id="barriers--b"><div class="fig-head"><p class="fig-number" data-made>Figure ⟨number:barriers--b⟩</p><div class="fig-title"><p class="title">Training first</p><p class="question" data-made>Question 8: barriers</p></div></div><div class="fig-body">⟨chart:0⟩</div><figcaption>All of them</figcaption></figure>',
  ],
  [
    ':::chart from a table, which it prints',
    ':::chart{kind=share of=40 title="T" question="Q" table}\n| Label | People |\n|---|---|\n| A | 3 |\n:::',
    '<figure role="group" class="fig chart chart-share" id="barriers--figure-1"><div class="fig-head"><p class="fig-number" data-made>Figure ⟨number:barriers--figure-1⟩</p><div class="fig-title"><p class="title">T</p><p class="question">Q</p></div></div><div class="fig-body">⟨chart:0⟩</div><table class="chart-table"><thead><tr><th scope="col">Label</th><th scope="col" class="n">People</th></tr></thead><tbody><tr><th scope="row">A</th><td class="n">3</td></tr></tbody></table></figure>',
  ],
  [
    ':::chart with a table made from data',
    ':::chart{kind=counts data=q8 title="T" table}\n:::',
    '<figure role="group" class="fig chart chart-counts" id="barriers--figure-1"><div class="fig-head"><p class="fig-number" data-made>Figure ⟨number:barriers--figure-1⟩</p><div class="fig-title"><p class="title">T</p><p class="question" data-made>Question 8: barriers</p></div></div><div class="fig-body">⟨chart:0⟩</div><table class="chart-table" data-made><thead><tr><th scope="col">Answer</th><th scope="col" class="n">Number</th><th scope="col" class="n">Share</th></tr></thead><tbody><tr><th scope="row">Training</th><td class="n">15</td><td class="n">37.5%</td></tr><tr><th scope="row">Trust (in staff)</th><td class="n">14</td><td class="n">&nbsp;</td></tr></tbody></table></figure>',
  ],
  [
    'a table; empty cells and numbers',
    '| | B | C |\n|---|---|:-:|\n| x | 1,200 | |\n| y | 35% | z |',
    '<table><thead><tr><td>&nbsp;</td><th scope="col" class="n">B</th><th scope="col" class="c">C</th></tr></thead><tbody><tr><td>x</td><td class="n">1,200</td><td class="c">&nbsp;</td></tr><tr><td>y</td><td class="n">35%</td><td class="c">z</td></tr></tbody></table>',
  ],
  [
    ':::table',
    ':::table{#t1 caption="Barriers" rows}\n| A | B |\n|---|---|\n| x | 1 |\n:::',
    '<table id="barriers--t1" class="fig"><caption><span class="fig-number" data-made>Table ⟨number:barriers--t1⟩</span> <span class="caption">Barriers</span></caption><thead><tr><th scope="col">A</th><th scope="col" class="n">B</th></tr></thead><tbody><tr><th scope="row">x</th><td class="n">1</td></tr></tbody></table>',
  ],
  [
    'a picture alone',
    '![An anchor](../images/a.jpg "The anchor")',
    '<figure role="group" class="fig picture" id="barriers--figure-1"><div class="fig-body"><img src="images/a.jpg" alt="An anchor"></div><figcaption><span class="fig-number" data-made>Figure ⟨number:barriers--figure-1⟩</span> <span class="caption">The anchor</span></figcaption></figure>',
  ],
  [
    'a picture without a caption has no number',
    '![An anchor](a.jpg)',
    '<figure role="group" class="fig picture"><div class="fig-body"><img src="chapters/a.jpg" alt="An anchor"></div></figure>',
  ],
  [
    'decoration',
    '![decorative](a.jpg)',
    '<figure role="group" class="fig picture"><div class="fig-body"><img src="chapters/a.jpg" alt="" class="decorative" aria-hidden="true"></div></figure>',
  ],
  ['a picture in a line', 'a ![b](c.png) d', '<p>a <img src="chapters/c.png" alt="b" class="inline"> d</p>'],
  [
    ':::figure',
    ':::figure{#x wide}\n![b](c.png)\n:::',
    '<figure role="group" class="fig picture wide" id="barriers--x"><div class="fig-body"><img src="chapters/c.png" alt="b"></div><figcaption><span class="fig-number" data-made>Figure ⟨number:barriers--x⟩</span></figcaption></figure>',
  ],
  [
    ':::figure that stays',
    ':::figure{place=here}\n![b](c.png)\n:::',
    '<figure role="group" class="fig picture here"><div class="fig-body"><img src="chapters/c.png" alt="b"></div></figure>',
  ],
  [
    ':::plate',
    ':::plate\n![b](c.png)\n:::',
    '<div data-plate="" class="plate"><figure role="group" class="fig picture"><div class="fig-body"><img src="chapters/c.png" alt="b"></div></figure></div>',
  ],
  [':::landscape', ':::landscape\na\n:::', '<div data-landscape="" class="landscape"><p>a</p></div>'],
  [
    'a table on a landscape page',
    '::::landscape\n:::table{caption="C"}\n| A |\n|---|\n| x |\n:::\n::::',
    '<div data-landscape="" class="landscape"><table id="barriers--table-1" class="fig"><caption><span class="fig-number" data-made>Table ⟨number:barriers--table-1⟩</span> <span class="caption">C</span></caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>x</td></tr></tbody></table></div>',
  ],
  ['allowed HTML', 'CO<sub>2</sub> <kbd>x</kbd>', '<p>CO<sub>2</sub> <kbd>x</kbd></p>'],
  [
    'a list of terms in HTML',
    '<dl><dt>a</dt><dd>b &amp; c</dd></dl>',
    '<dl class="terms"><dt>a</dt><dd>b &#x26; c</dd></dl>',
  ],
  ['a comment says nothing', 'a <!-- b --> c\n\n<!-- d -->', '<p>a  c</p>'],
]
