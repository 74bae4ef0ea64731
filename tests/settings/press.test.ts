import { readFileSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const FOGRA39 = readFileSync('scripts/ground/colour/profiles/fogra39.icc')
const SRGB = readFileSync('scripts/ground/colour/profiles/srgb.icc')

const PAPER = 'title: A paper\nlanguage: en\n'
const withProfile = (file: string, more = ''): string =>
  `${PAPER}press:\n  bleedMm: 3\n  profile: ${file}\n${more}`

const resolve = async (files: Record<string, string | Uint8Array>, edition = 'screen') =>
  resolveSettings({ root: await publicationFolder(files), edition }, {})

const said = async (files: Record<string, string | Uint8Array>, edition = 'screen') =>
  (await resolve(files, edition)).findings.map(
    ({ rule, severity, place, message }) => `${severity} ${place.file}:${place.line} ${rule}: ${message}`,
  )

const classOf = (kind: string): Buffer => {
  const copy = Buffer.from(FOGRA39)
  copy.write(kind, 12, 'latin1')
  return copy
}

/** Without the tables that lead from colours to inks. */
const oneWay = (): Buffer => {
  const copy = Buffer.from(FOGRA39)
  for (const tag of ['B2A0', 'B2A1', 'B2A2']) copy.write('none', copy.indexOf(tag, 128), 'latin1')
  return copy
}

const grey = (): Buffer => {
  const copy = Buffer.from(SRGB)
  copy.write('GRAY', 16, 'latin1')
  return copy
}

describe('the profile of the press', () => {
  it('is FOGRA39 where none is named', async () => {
    const { settings, findings } = await resolve({ 'publication.yaml': PAPER }, 'press')
    expect(findings).toEqual([])
    expect(settings?.press.profile).toMatchObject({ condition: 'FOGRA39', registered: true })
  })

  it.each([
    ['', 'FOGRA39L coated, 300% TAC', false],
    ['FOGRA51', 'FOGRA51', true],
    ['CGATS21_CRPC6', 'CGATS21_CRPC6', true],
    ['CGATS TR 001', 'CGATS TR 001', true],
    ['Our press, coated', 'Our press, coated', false],
    ['FOGRA51 on thick paper', 'FOGRA51 on thick paper', false],
  ])(
    'can be one’s own; condition %j is told as %s, in the registry: %s',
    async (given, condition, registered) => {
      const yaml = withProfile('colours/own.icc', given ? `  condition: ${given}\n` : '')
      const files = { 'publication.yaml': yaml, 'colours/own.icc': FOGRA39 }
      const { settings, findings } = await resolve(files)
      expect(findings).toEqual([])
      expect(settings?.press.profile).toEqual({
        path: expect.stringMatching(/colours\/own\.icc$/),
        condition,
        description: 'FOGRA39L coated, 300% TAC',
        registered,
      })
    },
  )

  it.each<[string, string, string | Uint8Array]>([
    ['is not there', 'other.icc', FOGRA39],
    ['leads out of the publication', '../own.icc', FOGRA39],
    ['leads out of the publication', '/etc/passwd', FOGRA39],
    ['is not a file', '.', FOGRA39],
    ['is no colour profile (ICC)', 'own.icc', 'a text '.repeat(40)],
    ['is cut off: it should have 354508 bytes and has 4000', 'own.icc', FOGRA39.subarray(0, 4000)],
    ['is for RGB, and a press prints CMYK', 'own.icc', SRGB],
    ['is a damaged colour profile', 'own.icc', grey()],
    ['describes no printing: its class is not printer', 'own.icc', classOf('scnr')],
    ['is a damaged colour profile', 'own.icc', oneWay()],
    ['is larger than 16 MB', 'own.icc', new Uint8Array(16 * 1024 * 1024 + 1)],
  ])('%s: %s', async (words, file, bytes) => {
    const files = { 'publication.yaml': withProfile(file), 'own.icc': bytes }
    expect(await said(files)).toEqual([
      `error publication.yaml:5 profile-is-for-print: The colour profile \`${file}\` ${words}.`,
    ])
    expect((await resolve(files)).settings).toBeUndefined()
  })

  it('is not read through a link that leads out', async () => {
    const root = await publicationFolder({ 'publication.yaml': withProfile('own.icc') })
    await symlink(join(await publicationFolder({ 'own.icc': FOGRA39 }), 'own.icc'), join(root, 'own.icc'))
    const { findings } = await resolveSettings({ root }, {})
    expect(findings.map(({ message }) => message)).toEqual([
      'The colour profile `own.icc` leads out of the publication.',
    ])
  })
})

describe('what only a press needs is asked of its edition alone', () => {
  const narrow =
    'page:\n  widthMm: 210\n  heightMm: 297\n  marginMm: { top: 30, bottom: 27, inner: 22, outer: 4 }\n'
  const files = {
    'publication.yaml': `${PAPER}press:\n  bleedMm: 4\n`,
    'templates/theme.yaml': narrow,
  }

  it('a bleed that is as wide as a margin', async () => {
    expect(await said(files)).toEqual([])
    expect(await said(files, 'press')).toEqual([
      'error publication.yaml:4 bleed-fits-the-margin: The bleed of 4 mm is not smaller than the margins of the page.',
    ])
  })

  it('inks of tokens that are none, or of no plain colour', async () => {
    const theme = `tokens:\n  glow: rgb(1, 2, 3)\npress:\n  inks:\n    glow: { k: 50 }\n    slat: { k: 75 }\n`
    const inks = { 'publication.yaml': PAPER, 'templates/theme.yaml': theme }
    expect(await said(inks)).toEqual([])
    expect(await said(inks, 'press')).toEqual([
      expect.stringContaining('error templates/theme.yaml:5 ink-is-of-a-colour: '),
      expect.stringContaining('error templates/theme.yaml:6 ink-is-of-a-colour: '),
    ])
    const { findings } = await resolve(inks, 'press')
    expect(findings[1]?.mend).toBe('Did you mean `slate`?')
  })
})
