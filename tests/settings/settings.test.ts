import { symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileSlug, resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const MINIMAL = { 'publication.yaml': 'title: A paper\nlanguage: en\ndate: 2013-07-26\n' }
const DATE = Date.UTC(2013, 6, 26) / 1000

const resolve = async (environment: Record<string, string> = {}, files: Record<string, string> = MINIMAL) =>
  resolveSettings({ root: await publicationFolder(files) }, environment)

describe('settings', () => {
  it('have a default for everything but title and language', async () => {
    const root = await publicationFolder(MINIMAL)
    const { settings, findings } = await resolveSettings({ root }, {})
    expect(findings).toEqual([])
    expect(settings).toMatchObject({
      root,
      out: join(root, 'dist'),
      strict: false,
      draft: false,
      quiet: false,
      report: 'text',
      fileName: 'a-paper.pdf',
      commit: '',
      glossary: [],
    })
    expect(settings).not.toHaveProperty('browser')
    expect(settings?.templateFolders[0]).toBe(join(root, 'templates'))
  })

  it('are told that a language runs from the right, where pages do not', async () => {
    for (const [language, told] of [
      ['ar', 1],
      ['arn', 0],
    ] as const) {
      const { findings } = await resolve({}, { 'publication.yaml': `title: A\nlanguage: ${language}\n` })
      const found = findings.filter(({ message }) => message.includes('from right to left'))
      expect(found).toHaveLength(told)
    }
  })

  it('read the folder of a look behind the publication’s own, and what it does not say behind that', async () => {
    const yaml = `${MINIMAL['publication.yaml']}look: report\n`
    const theme = 'page: { widthMm: 148, heightMm: 210 }\ntokens: { canal: "#5B2A4E" }\n'
    const { settings, findings } = await resolve(
      {},
      { 'publication.yaml': yaml, 'templates/theme.yaml': theme },
    )
    expect(findings).toEqual([])
    expect(settings?.templateFolders.slice(1).map((folder) => basename(folder))).toEqual([
      'report',
      'templates',
    ])
    expect(settings?.theme.openers).toBe('head')
    expect(settings?.theme.tokens).toMatchObject({ canal: '#5B2A4E', hang: '0mm' })
    // Its margins follow the page, as those that are built in do.
    expect(settings?.theme.page.marginMm).toEqual({ top: 17, bottom: 14, inner: 17, outer: 17 })
  })

  it('give a draft a name of its own', async () => {
    const root = await publicationFolder(MINIMAL)
    expect((await resolveSettings({ root, draft: true }, {})).settings?.fileName).toBe('a-paper-draft.pdf')
  })

  it('collect the faults of all files in one run', async () => {
    const { settings, findings } = await resolve(
      {},
      { 'publication.yaml': 'title: A\n', 'glossary.yaml': 'x', 'data/a.yaml': '- x\n' },
    )
    expect(settings).toBeUndefined()
    expect(findings.map(({ place }) => place.file)).toEqual([
      'publication.yaml',
      'data/a.yaml',
      'glossary.yaml',
    ])
  })

  it('name rings that no data has', async () => {
    const yaml = 'title: A\nlanguage: en\ncover: { rings: rngs }\n'
    const data = 'figures: { a: { value: 1 } }\nlists: { rings: [a] }\n'
    const { findings } = await resolve({}, { 'publication.yaml': yaml, 'data/a.yaml': data })
    expect(findings).toMatchObject([{ mend: 'Add the list, or take `rings:` out. Did you mean `rings`?' }])
  })

  it('do not follow templates out of the publication', async () => {
    const root = await publicationFolder(MINIMAL)
    await symlink(await publicationFolder({ 'theme.yaml': 'tokens: {}\n' }), join(root, 'templates'))
    expect((await resolveSettings({ root }, {})).findings).toMatchObject([
      { rule: 'path-stays-inside', place: { file: 'templates' } },
    ])
  })

  it.each([
    [{}, DATE],
    [{ SOURCE_DATE_EPOCH: '1000' }, 1000],
    [{ SOURCE_DATE_EPOCH: '0' }, 0],
    [{ SOURCE_DATE_EPOCH: '' }, DATE],
    [{ SOURCE_DATE_EPOCH: 'today' }, DATE],
    [{ SOURCE_DATE_EPOCH: '-1' }, DATE],
    [{ SOURCE_DATE_EPOCH: '1e30' }, DATE],
  ])('date the PDF by %j', async (environment, epoch) =>
    expect((await resolve(environment as Record<string, string>)).settings?.epoch).toBe(epoch),
  )

  it('date a paper without a date by the year 2000', async () => {
    const { settings } = await resolve({}, { 'publication.yaml': 'title: A\nlanguage: en\n' })
    expect(settings?.epoch).toBe(Date.UTC(2000, 0, 1) / 1000)
  })

  it('keep the cache where it is wished, never in a place that depends on the working directory', async () => {
    expect((await resolve({ WHITEPAPER_CACHE: '/somewhere' })).settings?.cache).toBe('/somewhere')
    await expect(resolve({ WHITEPAPER_CACHE: 'here' })).rejects.toThrow('which is no absolute path')
  })

  it('let as many browsers print as are wished, and say which numbers there are', async () => {
    const renderersFor = async (wished: string): Promise<number | undefined> =>
      (await resolve({ WHITEPAPER_RENDERERS: wished })).settings?.renderers
    expect(await renderersFor('1')).toBe(1)
    expect(await renderersFor('8')).toBe(8)
    expect(await renderersFor('')).toBeUndefined()
    for (const wrong of ['0', '9', '2.5', 'two', '-1'])
      await expect(resolve({ WHITEPAPER_RENDERERS: wrong })).rejects.toThrow('which is no number of browsers')
  })

  it('take the browser of the option before that of the environment', async () => {
    const root = await publicationFolder(MINIMAL)
    const environment = { WHITEPAPER_BROWSER: '/usr/bin/one' }
    expect((await resolveSettings({ root }, environment)).settings?.browser).toBe('/usr/bin/one')
    expect((await resolveSettings({ root, browser: 'ws://two' }, environment)).settings?.browser).toBe(
      'ws://two',
    )
  })
})

describe('a title as a file name', () => {
  it.each([
    ['Best by West Midlands 2013', 'best-by-west-midlands-2013'],
    ['Café Zürich: “Ünïcode”', 'cafe-zurich-unicode'],
    ['The council’s plan', 'the-councils-plan'],
    ['../../etc/passwd', 'etc-passwd'],
    ['白皮书', '白皮书'],
    ['हिन्दी', 'हिन्दी'],
    ['ガイド', 'ガイド'],
    ['👩‍💻', 'publication'],
    ['', 'publication'],
    ['—', 'publication'],
  ])('%j → %s', (title, slug) => expect(fileSlug(title)).toBe(slug))

  it.each(['word '.repeat(100), '白'.repeat(300), '𠀀'.repeat(300), `${'a'.repeat(79)} b`])(
    'is short, whole and without a hyphen at the end',
    (title) => {
      const slug = fileSlug(title)
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200)
      expect(slug).toMatch(/^[^\p{Cs}]*[\p{L}\p{N}]$/u)
    },
  )
})
