/** What joins rooms. */
const JOINERS = '(build|editions|commands|preview)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Types included: of two files that need each other, neither can be understood alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'rooms-stand-on-the-ground',
      comment:
        'A room imports model/, rules/ and ground/ and no other room; only build/, editions/, commands/ and preview/ join rooms.',
      severity: 'error',
      from: { path: '^scripts/([^/]+)/', pathNot: `^scripts/${JOINERS}/` },
      to: { path: '^scripts/', pathNot: '^scripts/($1|model|rules|ground)/' },
    },
    {
      name: 'ground-knows-no-room',
      severity: 'error',
      from: { path: '^scripts/(ground|rules|model)/' },
      to: { path: '^scripts/', pathNot: '^scripts/(model|rules|ground)/' },
    },
    {
      name: 'model-is-types',
      comment: '`hast` is types and nothing else: there is no such package to run.',
      severity: 'error',
      from: { path: '^scripts/model/' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^hast$' },
    },
    {
      name: 'nothing-stands-loose',
      severity: 'error',
      from: { path: '^scripts/[^/]+\\.ts$', pathNot: '^scripts/cli\\.ts$' },
      to: {},
    },
    {
      name: 'front-matter-is-split-in-one-place',
      comment: 'gray-matter runs what stands behind `---js` unless it is kept from it.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/ground/yaml/split-front-matter\\.ts$' },
      to: { path: 'node_modules/gray-matter' },
    },
    {
      name: 'argv-belongs-to-the-cli',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(cli\\.ts|commands/)' },
      to: { path: '^node_modules/commander' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^scripts/',
        pathNot: '^scripts/(cli\\.ts$|(site|preview|curate)/in-browser/|ground/page/)',
      },
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
