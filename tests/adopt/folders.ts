// Folders as other tools have them, small, with what is usual there. `order`: the files that are made, in the order of
// print. `holds`: what stands in them.
export interface Folder {
  readonly files: Readonly<Record<string, string>>
  readonly is: string
  readonly order: readonly string[]
  readonly holds?: Readonly<Record<string, string>>
  /** Rules of which something is told, those aside that tell of what the original does not say. */
  readonly told?: readonly string[]
}

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#ccc"/></svg>'
const LIST = '1. Ask.\n   - the residents\n     - by letter\n   - the clubs\n2. Answer.\n'
const TABLE = '| Ward | Trees |\n| --- | ---: |\n| North | 40 |\n| South | 25 |\n'
const CODE = '```sh\n# This is no heading.\nplant --all\n```\n'

export const FOLDERS: Readonly<Record<string, Folder>> = {
  'mdbook-1': {
    files: {
      'book.toml': '[book]\ntitle = "The street trees"\nauthors = ["Ann Field"]\nlanguage = "en-GB"\n',
      'src/SUMMARY.md':
        '# Summary\n\n[Before we begin](intro.md)\n\n# Planting\n\n- [Where](where/README.md)\n  - [In the north](where/north.md)\n- [How](how.md)\n- [Not written]()\n\n# Care\n\n- [Water](water.md)\n\n---\n\n[Thanks](thanks.md)\n',
      'src/intro.md': '# Before we begin\n\nSee [the north](where/north.md#soil).\n',
      'src/where/README.md': '# Where\n\n![The streets](../images/streets.svg)\n',
      'src/where/north.md': `# In the north\n\n## Soil\n\nClay. Back to [where](./README.md).\n\n${TABLE}`,
      'src/how.md': `# How\n\n${LIST}\n${CODE}\n> **Note**\n>\n> Dig deep.\n`,
      'src/water.md': '# Water\n\nTwice a week.[^1]\n\n[^1]: In summer.\n',
      'src/thanks.md': '# Thanks\n\nTo [all](intro.html).\n',
      'src/images/streets.svg': SVG,
    },
    is: 'an mdBook',
    order: ['01-intro', '02-where', '03-north', '04-how', '05-water', '06-thanks'],
    holds: {
      'publication.yaml':
        'title: The street trees\nlanguage: en-GB\nmakers: [Ann Field]\nfront: [chapters/01-intro.md]\nparts:\n  - title: Planting\n    files: [chapters/02-where.md, chapters/03-north.md, chapters/04-how.md]\n  - title: Care\n    files: [chapters/05-water.md]\nback: [chapters/06-thanks.md]\n',
      'chapters/03-north.md': 'Back to [where](02-where.md)',
      'chapters/06-thanks.md': '[all](01-intro.md)',
    },
    told: ['adopted-list-is-followed'],
  },
  'mdbook-2': {
    files: {
      'book.toml': '[book]\ntitle = "Ponds"\nsrc = "."\n',
      'SUMMARY.md': '# Summary\n\n- [One](./one.md)\n- [Out](../../secret.md)\n- [Two](two.md)\n',
      'one.md': '# One\n\nText with `<T>` and a [link](two.md).\n',
      'two.md': '# Two\n\nText.\n',
      'left.md': '# Left\n\nNot in the list.\n',
    },
    is: 'an mdBook',
    order: ['01-one', '02-two'],
    told: ['adopted-list-is-followed'],
  },
  'gitbook-1': {
    files: {
      '.gitbook.yaml': 'root: ./\n',
      'README.md':
        '# Parks for all\n\nWelcome.\n\n{% hint style="info" %}\nOpen at **nine**.\n{% endhint %}\n',
      'SUMMARY.md':
        '# Table of contents\n\n* [Parks for all](README.md)\n\n## Visits\n\n* [By bus](visits/by-bus.md)\n* [On foot](visits/on-foot.md)\n',
      'visits/by-bus.md': '# By bus\n\nLine 4. ![The stop](../.gitbook/assets/stop%20(1).svg)\n',
      'visits/on-foot.md':
        '---\ndescription: An hour from town.\n---\n\n# On foot\n\nSee [the bus](by-bus.md).\n',
      '.gitbook/assets/stop (1).svg': SVG,
    },
    is: 'a GitBook',
    order: ['01-parks-for-all', '02-by-bus', '03-on-foot'],
    holds: {
      'chapters/01-parks-for-all.md': ':::info\nOpen at **nine**.\n:::',
      'chapters/02-by-bus.md': '![The stop](images/stop-1.svg)',
      'chapters/03-on-foot.md': 'standfirst: An hour from town.',
    },
  },
  'jupyter-book': {
    files: {
      '_toc.yml':
        'format: jb-book\nroot: intro\nparts:\n- caption: Guidance\n  chapters:\n  - file: testing\n    sections:\n    - file: data\n  - file: plots\n- caption: Resources\n  chapters:\n  - file: references\n',
      '_config.yml':
        'title: Quality of analysis\nauthor: The division\nbibtex_bibfiles:\n  - _static/works.bib\n',
      'intro.md':
        '# Quality of analysis\n\nSee [](testing-code) and [the data](data.md) [@a2019] {cite:p}`a2019`, {cite}`a2019`.\n',
      'testing.md':
        '(testing-code)=\n# Testing code\n\n(why-test)=\n\nBecause of [the data](some-data).\n\n``` {figure} ./_static/a.svg\n:alt: A wheel\n:name: wheel\n\nThe wheel of checks.\n```\n\n```{epigraph}\nTrust, but check.\n\n-- A proverb\n```\n\n````{tabs}\n\n```{tab} Python\nWrite `pytest`.\n```\n\n```{tab} R\nWrite it.\n```\n````\n\n```{code-block} python\n:caption: a.py\n\ncheck()\n```\n\n```{math}\n:label: one\na = b\n```\n\n```{toctree}\nintro\n```\n',
      'data.md': '(some-data)=\n# Data\n\nBack to [why](why-test).\n',
      'plots.ipynb': '{"cells": []}',
      'references.md': '# References\n\n```{bibliography}\n:style: unsrt\n```\n',
      '_static/a.svg': SVG,
      '_static/works.bib':
        '@book{a2019,\n  title = {Checks},\n  author = {Field, Ann},\n  year = {2019},\n  publisher = {Quay}\n}\n',
    },
    is: 'a Jupyter Book',
    order: ['01-intro', '02-testing', '03-data', '04-references'],
    holds: {
      'publication.yaml':
        'title: Quality of analysis\nlanguage: en\nmakers: [The division]\nbibliography: [works.bib]\n',
      'works.bib': '@book{a2019,',
      'chapters/01-intro.md':
        'See [](02-testing.md#testing-code) and [the data](03-data.md) [@a2019] [@a2019], [@a2019]',
      'chapters/02-testing.md':
        '![A wheel](images/a.svg){#wheel}\nThe wheel of checks.\n\n> Trust, but check.\n> \n> -- A proverb',
      'chapters/03-data.md': '[why](02-testing.md#why-test)',
      'chapters/04-references.md': 'layout: bibliography',
    },
    told: ['adopted-file-is-text'],
  },
  leanpub: {
    files: {
      'manuscript/Book.txt':
        'frontmatter:\n\nwelcome.md\n\nmainmatter:\nplanting.md\n# care.md\n{backmatter}\nafter/thanks.md\n',
      'manuscript/welcome.md': '# Welcome\n\nOf trees.\n',
      'manuscript/planting.md': '# Planting\n\nA> Dig deep,\nA> - and water.\n\nW> Mind the *cables*.\n',
      'manuscript/care.md': '# Care\n\nText.\n',
      'manuscript/after/thanks.md': '# <img src="leaf.svg" alt="A leaf">\n\nThanks to all.\n',
      'manuscript/after/leaf.svg': SVG,
    },
    is: 'a book of Leanpub',
    order: ['01-welcome', '02-planting', '03-thanks'],
    holds: {
      'publication.yaml': 'back: [chapters/03-thanks.md]',
      'chapters/02-planting.md':
        '> [!box]\n> Dig deep,\n> - and water.\n\n> [!warning]\n> Mind the *cables*.',
      'chapters/03-thanks.md': 'title: Thanks',
    },
    told: ['adopted-list-is-followed'],
  },
  bookdown: {
    files: {
      '_bookdown.yml': 'book_filename: trees\nrmd_files: ["index.Rmd", "planting.Rmd", "care.Rmd"]\n',
      'index.Rmd':
        '---\ntitle: "The street trees"\nauthor: "Ann Field"\ndate: "2024-05-01"\nbibliography: [trees.bib]\n---\n\n# Before we begin\n\nSee [@a2019].\n',
      'care.Rmd': '# Care {#care}\n\nTwice a week.\n',
      'planting.Rmd': '# Planting\n\nThen [care](#care).\n',
      'draft.Rmd': '# Not yet\n\nNothing.\n',
      'trees.bib': '@book{a2019,\n  title = {Checks},\n  author = {Field, Ann},\n  year = {2019}\n}\n',
    },
    is: 'a book of bookdown',
    order: ['01-before-we-begin', '02-planting', '03-care'],
    holds: {
      'publication.yaml': 'title: The street trees',
      'chapters/01-before-we-begin.md': '[@a2019]',
      'chapters/02-planting.md': '[care](03-care.md)',
    },
    told: ['adopted-list-is-followed'],
  },
  'quarto-works': {
    files: {
      '_quarto.yml':
        'project:\n  type: book\nbook:\n  title: Works\n  chapters: [index.qmd, references.qmd]\nbibliography: references.bib\nlang: en\n',
      'index.qmd': '---\ntitle: One\nbibliography: [more.bib]\n---\n\nSee [@a2019, p. 4] and @b2020.\n',
      'references.qmd': '# References {.unnumbered}\n\n::: {#refs}\n:::\n',
      'references.bib': '@book{a2019,\n  title = {Checks},\n  author = {Field, Ann},\n  year = {2019}\n}\n',
      'more.bib': '@book{b2020,\n  title = {More},\n  author = {Moor, Bo},\n  year = {2020}\n}\n',
    },
    is: 'a book of Quarto',
    order: ['01-one', '02-references'],
    holds: {
      'publication.yaml': 'title: Works\nlanguage: en\nbibliography: [references.bib, more.bib]\n',
      'chapters/01-one.md': 'See [@a2019, p. 4] and @b2020.',
      'chapters/02-references.md': 'layout: bibliography',
    },
  },
  'middleman-site': {
    files: {
      'config.rb': 'page "/*.xml", layout: false\n',
      'source/index.html.md.erb':
        '---\ntitle: The way\n---\n\n# The way\n\nSee [alerting](standards/alerting.html).\n',
      'source/standards/alerting.html.md.erb':
        '---\ntitle: Alerting\n---\n\n# Alerting\n\nBack to [the way](/).\n',
    },
    is: 'a folder of Markdown',
    order: ['01-the-way', '02-alerting'],
    holds: { 'chapters/01-the-way.md': '[alerting](02-alerting.md)' },
  },
  'docusaurus-docs-beside': {
    files: {
      'website/docusaurus.config.js':
        "module.exports = { title: 'Apps', presets: [['classic', { docs: { path: '../docs', sidebarPath: require.resolve('./s.js') } }]] }\n",
      'docs/a.md': '---\ntitle: A\n---\n\nText.\n',
      'docs/b.md': '---\ntitle: B\n---\n\nText.\n',
    },
    is: 'a site of Docusaurus',
    order: ['01-a', '02-b'],
  },
  'settings-without-texts': {
    files: {
      'docusaurus.config.js': "module.exports = { title: 'Apps', docs: { path: 'gone' } }\n",
      'guide/a.md': '# A\n\nText.\n',
    },
    is: 'a folder of Markdown',
    order: ['01-a'],
  },
  'mkdocs-includes': {
    files: {
      'mkdocs.yml': 'site_name: Ponds\nnav: [index.md, b.md]\n',
      'docs/index.md':
        '# Home\n\n--8<-- "docs/parts/x.md"\n\n{{#include parts/x.md}}\n\n{{< include parts/x.md >}}\n\n{% include parts/x.md %}\n\n--8<-- "gone.md"\n\n::: a.b.c\n\n```\n{{#include parts/x.md}}\n```\n',
      'docs/b.md': '# B\n\nText.\n',
      'docs/parts/x.md': 'Deep, as [b](../b.md) says. ![Pond](p.svg)\n',
      'docs/parts/p.svg': SVG,
    },
    is: 'a site of MkDocs',
    order: ['01-home', '02-b', 'parts/x'],
    holds: {
      'chapters/01-home.md':
        '# Home\n\n:::include{file="../parts/x.md"}\n:::\n\n:::include{file="../parts/x.md"}\n:::\n\n:::include{file="../parts/x.md"}\n:::\n\n:::include{file="../parts/x.md"}\n:::\n\n`--8<-- "gone.md"`\n\n`::: a.b.c`\n\n```\n{{#include parts/x.md}}\n```\n',
      'parts/x.md': 'Deep, as [b](../chapters/02-b.md) says. ![Pond](../chapters/images/p.svg)\n',
    },
    told: ['adopted-program-is-left'],
  },
  'quarto-1': {
    files: {
      '_quarto.yml':
        'project:\n  type: book\nlang: en-GB\nbook:\n  title: "Counting birds"\n  subtitle: A year of gardens\n  author: ["Bea Heath", "Cy Moor"]\n  date: 2012-05-01\n  chapters:\n    - index.qmd\n    - part: "The count"\n      chapters:\n        - count.qmd\n        - text: Results\n          file: results.qmd\n  appendices:\n    - forms.qmd\n',
      'index.qmd': '# Preface {.unnumbered}\n\nHello.\n',
      'count.qmd':
        '# The count {#sec-count}\n\n::: {.callout-tip}\n## Go early\n\nBirds rise at five.\n:::\n\n::: {.columns}\n::: {.column width="50%"}\nLeft words.\n:::\n:::\n',
      'results.qmd':
        '---\ntitle: Results of the year\n---\n\nAs @sec-count says, more.\n\n![Birds by month](img/birds.svg){#fig-birds}\n\n{{< pagebreak >}}\n\nSee @fig-birds.\n',
      'forms.qmd': '# Forms\n\nFill in.\n',
      'img/birds.svg': SVG,
    },
    is: 'a book of Quarto',
    order: ['01-preface', '02-count', '03-results', '04-forms'],
    holds: {
      'publication.yaml':
        'title: Counting birds\nsubtitle: A year of gardens\nlanguage: en-GB\ndate: 2012-05-01\nmakers: [Bea Heath, Cy Moor]\n',
      'chapters/02-count.md': 'Left words.',
      'chapters/03-results.md': 'As [](<02-count.md#sec-count>) says'.replace(/[<>]/g, ''),
    },
  },
  'quarto-2': {
    files: {
      '_quarto.yml':
        'project:\n  type: website\nwebsite:\n  title: Allotments\n  sidebar:\n    contents:\n      - index.qmd\n      - section: Rules\n        contents:\n          - rules/water.qmd\n          - rules/sheds.qmd\n',
      'index.qmd': '---\ntitle: Allotments\n---\n\nDig.\n',
      'rules/water.qmd':
        '---\ntitle: Water\nexecute:\n  echo: false\n---\n\n```{r}\n# no heading\nplot(1)\n```\n\nTake [care](../index.qmd).\n',
      'rules/sheds.qmd': '---\ntitle: Sheds\n---\n\nSmall ones.\n',
    },
    is: 'a website of Quarto',
    order: ['01-allotments', '02-water', '03-sheds'],
    told: ['adopted-front-matter-is-used'],
  },
  'mkdocs-1': {
    files: {
      'mkdocs.yml':
        'site_name: Road works\nsite_description: What we mend\ntheme:\n  name: material\n  language: en\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\nplugins: [search]\nextra: !ENV [X, y]\nnav:\n  - Home: index.md\n  - Guide:\n      - Signs: guide/signs.md\n      - guide/lamps.md\n  - The web: https://example.org/\n  - About: about.md\n',
      'docs/index.md':
        '# Road works\n\n!!! warning "Mind the gap"\n    Holes of **two** feet.\n\n    - and more\n\nSee [the signs](guide/signs.md#colours).\n',
      'docs/guide/signs.md':
        '---\nhide:\n  - toc\n---\n\n# Signs\n\n## Colours { #colours }\n\n=== "Red"\n\n    Stop.\n\n=== "Green"\n\n    Go.\n\n![A sign](/img/sign.svg)\n',
      'docs/guide/lamps.md':
        '# Lamps\n\nLED\n:   A lamp that lasts.\n\n*[LED]: Light-emitting diode\n\nTerms[^a].\n\n[^a]: A note\n    in two lines.\n',
      'docs/about.md': '# About\n\n++ctrl+c++ copies.\n',
      'docs/img/sign.svg': SVG,
    },
    is: 'a site of MkDocs',
    order: ['01-road-works', '02-signs', '03-lamps', '04-about'],
    holds: {
      'chapters/01-road-works.md': ':::warning[Mind the gap]\nHoles of **two** feet.',
      'chapters/02-signs.md': '![A sign](images/sign.svg)',
    },
    told: ['adopted-front-matter-is-used'],
  },
  'mkdocs-2': {
    files: {
      'mkdocs.yml': 'site_name: Libraries\n',
      'docs/index.md': '# Libraries\n\nRead.\n',
      'docs/zoo.md': '# Zoo\n\nLast.\n',
      'docs/branches/north.md': '# North\n\nUp [to the list](../index.md).\n',
      'docs/branches/south.md': '# South\n\n> [!NOTE]\n> Closed on Monday.\n',
    },
    is: 'a site of MkDocs without a list of pages',
    order: ['01-libraries', '02-north', '03-south', '04-zoo'],
  },
  'docusaurus-1': {
    files: {
      'docusaurus.config.js':
        "module.exports = {\n  title: 'Bins', // what it is\n  tagline: 'When they are emptied',\n  i18n: { defaultLocale: 'en', locales: ['en'] },\n}\n",
      'sidebars.js':
        "// @ts-check\nmodule.exports = {\n  docs: [\n    'intro',\n    { type: 'category', label: 'Colours', items: ['colours/green', 'colours/blue'] },\n  ],\n}\n",
      'docs/intro.mdx':
        '---\ntitle: Bins\nsidebar_position: 1\n---\n\nimport Tabs from \'@theme/Tabs\'\nimport TabItem from \'@theme/TabItem\'\n\n<Tabs>\n  <TabItem value="a" label="In town">\n\n    Put it out on Monday.\n\n  </TabItem>\n</Tabs>\n\n{/* a remark */}\n\n:::tip[Rinse]\n\nRinse cans.\n\n:::\n\n![A bin](/img/bin.svg)\n',
      'docs/colours/green.md': '# Green\n\nFor leaves. See [blue](./blue.md).\n',
      'docs/colours/blue.md': '# Blue\n\nFor paper. Up to [bins](../intro.mdx).\n',
      'static/img/bin.svg': SVG,
    },
    is: 'a site of Docusaurus',
    order: ['01-intro', '02-green', '03-blue'],
    holds: {
      'publication.yaml':
        'title: Bins\nsubtitle: When they are emptied\nlanguage: en\nfront: [chapters/01-intro.md]\nparts:\n  - title: Colours\n',
      'chapters/01-intro.md': 'details[In town]\n\nPut it out on Monday.',
    },
    told: ['adopted-front-matter-is-used', 'adopted-program-is-left'],
  },
  'docusaurus-2': {
    files: {
      'docusaurus.config.ts':
        "import { themes } from 'prism'\nconst config: Config = { title: 'Benches', presets: [['classic', { docs: { path: 'docs', sidebarPath: './sidebars.ts' } }]] }\nexport default config\n",
      'sidebars.ts': "import { all } from './all'\nexport default { docs: all(process.env) }\n",
      'docs/02-later.md': '# Later\n\nText.\n',
      'docs/wood.md': '---\nsidebar_position: 1\n---\n\n# Wood\n\nOak.\n',
      'docs/iron/_category_.json': '{ "label": "Of iron", "position": 3 }',
      'docs/iron/cast.md': '# Cast\n\nHeavy.\n',
      'docs/iron/wrought.md': '# Wrought\n\nLight.\n',
    },
    is: 'a site of Docusaurus',
    order: ['01-wood', '02-later', '03-cast', '04-wrought'],
    holds: { 'publication.yaml': 'title: Of iron' },
    told: ['adopted-front-matter-is-used', 'adopted-list-is-followed'],
  },
  'vitepress-1': {
    files: {
      '.vitepress/config.ts':
        "import { defineConfig } from 'vitepress'\nexport default defineConfig({\n  title: 'Paths',\n  description: \"Where to walk\",\n  lang: 'en-GB',\n  themeConfig: {\n    nav: [{ text: 'Home', link: '/' }],\n    sidebar: [\n      { text: 'Hills', items: [{ text: 'High', link: '/hills/high' }, { text: 'Low', link: '/hills/low' }] },\n    ],\n  },\n})\n",
      'index.md': '# Paths\n\n::: warning\nMud.\n:::\n',
      'hills/high.md': '# High\n\n<Badge type="tip" text="steep" />\n\nGo [down](./low).\n',
      'hills/low.md': '# Low\n\nGo [up](/hills/high). ![A gate](/gate.svg)\n',
      'public/gate.svg': SVG,
    },
    is: 'a site of VitePress',
    order: ['01-paths', '02-high', '03-low'],
    holds: {
      'chapters/02-high.md': '[down](03-low.md)',
      'chapters/03-low.md': '[up](02-high.md). ![A gate](images/gate.svg)',
    },
    told: ['adopted-program-is-left'],
  },
  'jekyll-1': {
    files: {
      '_config.yml': 'title: Bells\ndescription: Towers and ropes\nlang: en-GB\ntheme: just-the-docs\n',
      'index.md':
        '---\ntitle: Home\nlayout: home\nnav_order: 1\n---\n\nRing. See [ropes]({% link ropes.md %}).\n',
      'ropes.md':
        '---\ntitle: Ropes\nnav_order: 3\nhas_children: true\n---\n\n# Ropes\n{: .no_toc }\n\n1. TOC\n{:toc}\n\nStrong.\n',
      'hemp.md': '---\ntitle: Hemp\nparent: Ropes\nnav_order: 1\n---\n\nOld.\n{: .note }\n',
      'towers.md': '---\ntitle: Towers\nnav_order: 2\n---\n\nHigh.\n',
      'README.md': '# For developers\n',
    },
    is: 'a site of Jekyll',
    order: ['01-home', '02-towers', '03-ropes', '04-hemp'],
    holds: { 'chapters/01-home.md': '[ropes](03-ropes.md)' },
    told: ['adopted-front-matter-is-used'],
  },
  'jekyll-2': {
    files: {
      '_config.yml': 'title: A diary\n',
      '_posts/2012-03-01-spring.md':
        '---\ntitle: "Spring: at last"\ndate: 2012-03-01 10:00:00\ncategories: [news, town]\n---\n\nGreen. ![A leaf]({{ site.baseurl }}/assets/leaf.svg)\n',
      '_posts/2011-11-05-fires.md':
        '---\ntitle: Fires\ntags: [winter]\n---\n\nThen [spring]({% post_url 2012-03-01-spring %}).\n',
      'assets/leaf.svg': SVG,
    },
    is: 'a site of Jekyll',
    order: ['01-fires', '02-spring'],
    holds: {
      'chapters/01-fires.md': 'keywords: [winter]',
      'chapters/02-spring.md': "title: 'Spring: at last'",
    },
    told: ['adopted-front-matter-is-used'],
  },
  'hugo-1': {
    files: {
      'hugo.toml': 'title = "Markets"\nlanguageCode = "en-gb"\n[params]\ndescription = "Where and when"\n',
      'content/_index.md': '---\ntitle: Markets\n---\n\nFresh.\n',
      'content/stalls/_index.md': '+++\ntitle = "Stalls"\nweight = 2\n+++\n',
      'content/stalls/fish.md':
        '+++\ntitle = "Fish"\nweight = 20\n+++\n\n{{% notice tip %}}\nCome early.\n{{% /notice %}}\n\nSee [bread]({{< ref "bread.md" >}}).\n',
      'content/stalls/bread.md':
        '+++\ntitle = "Bread"\nweight = 10\ndraft = false\n+++\n\n{{< figure src="/img/loaf.svg" alt="A loaf" >}}\n',
      'content/days/index.md': '---\ntitle: Days\nweight: 1\n---\n\n![A clock](clock.svg)\n',
      'content/days/clock.svg': SVG.replace('#ccc', '#aaa'),
      'static/img/loaf.svg': SVG,
    },
    is: 'a site of Hugo',
    order: ['01-markets', '02-days', '03-bread', '04-fish'],
    holds: {
      'chapters/02-days.md': '![A clock](images/clock.svg)',
      'chapters/03-bread.md': '![A loaf](images/loaf.svg)',
      'chapters/04-fish.md': ':::tip\nCome early.\n:::',
    },
    told: ['adopted-front-matter-is-used'],
  },
  'hugo-2': {
    files: {
      'config.yaml': 'title: Two tongues\n',
      'content/en/_index.md': '---\ntitle: Two tongues\n---\n\nHello.\n',
      'content/en/a.md': '---\ntitle: A\n---\n\nText.\n',
      'content/cy/_index.md': '---\ntitle: Dwy iaith\n---\n\nHelo.\n',
      'content/cy/a.md': '---\ntitle: A\n---\n\nTestun.\n',
    },
    is: 'a site of Hugo',
    order: ['01-two-tongues', '02-a'],
    told: ['adopted-list-is-followed'],
  },
  'folder-1': {
    files: {
      'README.md': '# Our plan\n\nStart with [one](01%20First%20steps.md).\n',
      '01 First steps.md': `# First steps\n\n${LIST}`,
      '02-Zürich & Köln.md': '# Zürich & Köln\n\n![x](con.svg) after [ten](10_ten.md#two-words)\n',
      '10_ten.md': '# Ten\n\n## Two words\n\nText.\n',
      'con.svg': SVG,
    },
    is: 'a folder of Markdown',
    order: ['01-our-plan', '02-first-steps', '03-zurich-koln', '04-ten'],
    holds: {
      'chapters/01-our-plan.md': '[one](02-first-steps.md)',
      'chapters/03-zurich-koln.md': '![x](images/picture-con.svg)',
    },
  },
  'folder-2': {
    files: {
      'paper/aims.md': '# Aims\n\nText.\n',
      'paper/methods/b-later.md': '# Later\n\nText.\n',
      'paper/methods/a-first.md': '# First\n\nText.\n',
      'paper/case-studies/mill.md':
        '---\ntitle: The mill\nplace: Mill Lane\nfigures:\n  - { value: "4.50", label: pounds an hour }\n---\n\nIt turned.\n',
      'paper/case-studies/quay.md': '# The quay\n\nBack to [aims](../aims.md).\n',
    },
    is: 'a folder of Markdown',
    order: ['01-aims', 'case-studies/01-mill', 'case-studies/02-quay', '02-a-first', '03-b-later'],
    holds: {
      'case-studies/01-mill.md': 'figures:\n  - value: 4.50\n    label: pounds an hour',
      'case-studies/02-quay.md': '[aims](../chapters/01-aims.md)',
    },
  },
  'folder-3': {
    files: {
      'a.md': '\uFEFF# Windows\r\n\r\nOne line.\r\nAnother [link](B.MD).\r\n',
      'B.MD': '# Capitals\r\n\r\n<table><tr><th>A</th></tr><tr><td>b</td></tr></table>\r\n',
    },
    is: 'a folder of Markdown',
    order: ['01-a', '02-b'],
    holds: { 'chapters/01-a.md': 'Another [link](02-b.md).' },
  },
  'vault-1': {
    files: {
      'Gardens.md': 'See [[Tools|the tools]] and [[Seeds and bulbs]].\n\n> [!tip] Early\n> Sow in March.\n',
      'Tools.md': '# Tools\n\nA ==good== spade.\n',
      'Seeds and bulbs.md': '# Seeds and bulbs\n\n![[bulb.svg]]\n',
      'bulb.svg': SVG,
    },
    is: 'a folder of Markdown',
    order: ['01-gardens', '02-seeds-and-bulbs', '03-tools'],
    holds: { 'chapters/01-gardens.md': '[the tools](' },
  },
  'file-1': {
    files: {
      'plan.md':
        '---\ntitle: A plan\nauthor: Dee Ford\n---\n\nBefore all.\n\n# One\n\nText[^1] and [three](#three).\n\n## Part\n\n# Two\n\nSee [part](#part).\n\n# Three\n\nEnd.\n\n[^1]: The note.\n',
    },
    is: 'a folder of Markdown',
    order: ['01-plan'],
  },
  'slides-1': {
    files: { 'talk.md': '---\nmarp: true\ntheme: gaia\n---\n\n# Talk\n\nHello.\n\n---\n\n## Next\n\nBye.\n' },
    is: 'a folder of Markdown',
    order: ['01-talk'],
    told: ['adopted-front-matter-is-used'],
  },
}
