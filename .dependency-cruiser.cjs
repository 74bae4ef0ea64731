const rooms = ['content', 'book', 'pages', 'print', 'pdf', 'verify', 'report']

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
      comment: 'Only pipeline.ts and the commands join rooms; rooms share model.ts, rules.ts and slots.ts.',
      severity: 'error',
      from: { path: `^scripts/${room}/` },
      to: {
        path: '^scripts/',
        pathNot: [`^scripts/${room}/`, '^scripts/(model|rules|slots|paths|checked-yaml)\\.ts$'],
      },
    })),
    {
      name: 'model-imports-types-only',
      severity: 'error',
      from: { path: '^scripts/(model|slots)\\.ts$' },
      to: { path: '^scripts/', dependencyTypesNot: ['type-only'] },
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
      from: { orphan: true, path: '^scripts/', pathNot: '^scripts/cli\\.ts$' },
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
