// The rules of the machine: what keeps a build from its end.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const MACHINE_RULES = group({
  heading: 'The machine',
  rules: {
    'output-is-written': rule<{ reason: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `The file could not be written: ${f.reason}.`,
      mend: () =>
        'Check that the folder can be written to and that the disk has room. The earlier file is untouched.',
      why: 'There is no paper without it.',
      example: { reason: 'the disk is full' },
    }),
    'stage-completes': rule<{ stage: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `Something went wrong while ${f.stage}.`,
      mend: ourFault,
      why: 'The findings so far still stand.',
      example: { stage: 'reading this file' },
    }),
  },
})
