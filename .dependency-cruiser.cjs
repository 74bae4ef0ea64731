const rooms = [
  'account',
  'content',
  'book',
  'pages',
  'print',
  'pdf',
  'verify',
  'verapdf',
  'paperwork',
  'report',
  'import',
  'site',
  'start',
  'compare',
]
/** What any room may use. */
const SHARED =
  '^scripts/(model|decode-text|digest|rules|shape-rules|writing-rules|ascii-slug|wrong-use-error|slots|roman|meaning|paths|picture-file|nearest|checked-yaml|read-yaml|split-front-matter|unsettled-merge|unit|true-share|without-soft-hyphens|page-measures|editions|addresses)\\.ts$|^scripts/ground/'
/** Rooms that look at drawings or publish them share one reading of them; so do those that read what a font can draw. */
const DRAWING_ROOMS = ['content', 'pages', 'site', 'verify']
const FONT_ROOMS = ['site', 'pages', 'print']
/** Rooms that read the bytes of a PDF share one reader of its syntax. */
const PDF_ROOMS = ['print', 'pdf', 'verify', 'compare']
/** Rooms that make colours for the press, or read them back, share one reading of profiles. */
const COLOUR_ROOMS = ['content', 'pdf', 'verify']
/** Rooms that read launch day, write drafts of it or show it share its clock and its timeline. */
const LAUNCH_ROOMS = ['content', 'site', 'import']

/** Rooms that make HTML share the templates, and the drawings that stand in it. */
const HTML_ROOMS = ['pages', 'site']

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...rooms.map((room) => ({
      name: `${room}-imports-no-other-room`,
      comment:
        'Only pipeline.ts and the commands join rooms; rooms share model.ts, rules.ts, slots.ts and meaning.ts.',
      severity: 'error',
      from: { path: `^scripts/${room}/` },
      to: {
        path: '^scripts/',
        pathNot: [
          `^scripts/${room}/`,
          SHARED,
          ...(PDF_ROOMS.includes(room) ? ['^scripts/pdf-syntax/'] : []),
          ...(HTML_ROOMS.includes(room) ? ['^scripts/(charts|templating)/'] : []),
          ...(DRAWING_ROOMS.includes(room) ? ['^scripts/drawings/'] : []),
          ...(FONT_ROOMS.includes(room) ? ['^scripts/fonts/'] : []),
          ...(COLOUR_ROOMS.includes(room) ? ['^scripts/colour/'] : []),
          ...(LAUNCH_ROOMS.includes(room) ? ['^scripts/launch/'] : []),
        ],
      },
    })),
    ...['pdf-syntax', 'colour', 'launch', 'drawings', 'fonts'].map((shared) => ({
      name: `${shared}-imports-no-room`,
      severity: 'error',
      from: { path: `^scripts/${shared}/` },
      to: { path: '^scripts/', pathNot: `^scripts/${shared}/`, dependencyTypesNot: ['type-only'] },
    })),
    {
      name: 'preview-is-for-commands',
      comment: 'Like pipeline.ts it joins the rooms; no room knows of it.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(preview|commands)/' },
      to: { path: '^scripts/preview/' },
    },
    {
      name: 'charts-import-no-room',
      severity: 'error',
      from: { path: '^scripts/charts/' },
      to: { path: '^scripts/', pathNot: '^scripts/(charts/|unit\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'templating-imports-no-room',
      severity: 'error',
      from: { path: '^scripts/templating/' },
      to: { path: '^scripts/', pathNot: ['^scripts/(templating|charts)/', SHARED] },
    },
    {
      name: 'model-imports-types-only',
      severity: 'error',
      from: { path: '^scripts/(model|slots|roman|meaning)\\.ts$' },
      to: { path: '^scripts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'front-matter-is-split-in-one-place',
      comment: 'gray-matter runs what stands behind `---js` unless it is kept from it.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/split-front-matter\\.ts$' },
      to: { path: 'node_modules/gray-matter' },
    },
    {
      name: 'argv-belongs-to-the-cli',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(cli|commands/)' },
      to: { path: '^node_modules/commander' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^scripts/', pathNot: '^scripts/(cli\\.ts$|(site|preview)/in-browser/)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
}
