// The rules of writing on whole publications, as `check` sees them.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPublication } from '../../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../../scripts/build/stages.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

const QUIET = timeStages({ begin: () => {}, end: () => {}, done: () => {} }, () => false)

async function check(files: Readonly<Record<string, string>>, more = '', language = 'en-GB') {
  const root = await publicationFolder({
    'publication.yaml': `title: A paper\nstyle: gov-uk\nlanguage: ${language}\n${more}`,
    ...files,
  })
  return checkRoot(root, join(root, '.cache'))
}

async function checkRoot(root: string, cache: string) {
  const { settings, findings } = await resolveSettings({ root }, { WHITEPAPER_CACHE: cache })
  if (!settings) throw new Error(findings[0]?.message)
  const { findings: found } = await checkPublication(settings, QUIET)
  return [...findings, ...found].map(
    ({ rule, severity, place }) => `${severity} ${rule} ${place.file}:${place.line}`,
  )
}

const ONE = { 'chapters/01-one.md': '# One\n\nWe utilise an e-mail.\n' }

describe('a publication', () => {
  it('is told of its words, and once more from the cache', async () => {
    const root = await publicationFolder({
      'publication.yaml': 'title: A paper\nstyle: gov-uk\nlanguage: en\n',
      ...ONE,
    })
    const first = await checkRoot(root, join(root, '.cache'))
    expect(first).toEqual(['warning words-are-plain chapters/01-one.md:3'])
    expect(await checkRoot(root, join(root, '.cache'))).toEqual(first)
  })

  it('is compared over all of its files', async () =>
    expect(await check({ ...ONE, 'chapters/02-two.md': '# Two\n\nAn email, and an email.\n' })).toEqual([
      'warning words-are-plain chapters/01-one.md:3',
      'warning names-are-spelt-alike chapters/01-one.md:3',
    ]))

  it('in another language is left in peace, but for the words that pages bring', async () =>
    expect(await check(ONE, '', 'cy')).toEqual(['info words-are-translated publication.yaml:3']))

  it('makes a rule an error, which then stops the build', async () =>
    expect(await check(ONE, 'rules: { words-are-plain: { severity: error } }\n')).toEqual([
      'error words-are-plain chapters/01-one.md:3',
    ]))

  it.each([
    ['off', '{ severity: off, reason: Why not. }'],
    ['off for a word', '{ except: [utilise], reason: Why not. }'],
    ['off for a file', '{ except: [chapters/01-one.md], reason: Why not. }'],
  ])('switches a rule %s', async (_, change) =>
    expect(await check(ONE, `rules: { words-are-plain: ${change} }\n`)).toEqual([]),
  )

  it('is told what it excludes in vain', async () =>
    expect(
      await check(ONE, 'rules:\n  words-are-plain:\n    { except: [utilise, robust], reason: Why not. }\n'),
    ).toEqual(['info exclusion-is-needed publication.yaml:5']))

  it('knows the ampersand of its councils, and how they are spelt', async () =>
    expect(
      await check(
        { 'chapters/01-one.md': '# One\n\nTelford & Wrekin met Telford and Wrekin.\n' },
        "councils: ['Telford & Wrekin']\n",
      ),
    ).toEqual(['warning names-are-spelt-alike chapters/01-one.md:3']))

  it('leaves the words of launch day alone', async () =>
    expect(
      await check({
        'chapters/01-one.md': '# One\n\n:::moments\n:::\n',
        'launch/event.yaml': 'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\n',
        'launch/moments/01-said.md':
          '---\ntime: 2013-07-26T10:32\nkind: post\nauthor: A\nconsent: given\nchosen: true\n---\nWe utilise the the CIPR via & etc.\n',
      }),
    ).toEqual([]))
})

describe('the paper of this repository', () => {
  it('has neither an error nor a warning', async () => {
    const { settings } = await resolveSettings({ root: '.' })
    const { findings } = await checkPublication(settings!, QUIET)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})
