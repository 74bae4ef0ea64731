// What the press edition is to be: wishes of publication.yaml and inks of the theme, with the profile looked at.
import { fileURLToPath } from 'node:url'
import { readProfile } from '../ground/colour/icc-profile.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { nearest } from '../ground/language/nearest.ts'
import type { Finding } from '../model/finding.ts'
import type { PressInk, PressPlan, PressProfile } from '../model/press.ts'
import type { Publication } from '../model/publication.ts'
import type { EditionName } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { finding } from '../rules/finding.ts'
import type { FactsWithout } from '../rules/rules.ts'
import { placeOfKey } from './place-of-key.ts'

const FOGRA39: PressProfile = {
  path: fileURLToPath(new URL('../ground/colour/profiles/fogra39.icc', import.meta.url)),
  condition: 'FOGRA39',
  description: 'FOGRA39L coated, 300% TAC',
  registered: true,
}

/** Crop marks of 5 mm, a hair away from the bleed, and the slug line beside them. */
const SLUG_MM = 10

/** Without a value, the findings say why. What only a press needs is asked only of a build that makes its files. */
export async function resolvePress(
  root: string,
  { press }: Publication,
  theme: Theme,
  editions: readonly EditionName[],
): Promise<{ value?: PressPlan; findings: readonly Finding[] }> {
  const { bleedMm, colour, inkLimit, cover, paper, blanks } = press
  const profile = press.profile ? await ownProfile(root, press) : FOGRA39
  const findings = [...('rule' in profile ? [profile] : [])]
  if (editions.includes('press')) {
    if (!bleedFits(theme, bleedMm)) findings.push(await tooMuchBleed(root, bleedMm))
    findings.push(...(await lostInks(root, theme)))
  }
  if ('rule' in profile || findings.length > 0) return { findings }
  const wishes = { bleedMm, colour, inkLimit, cover, paper, blanks }
  return { value: { ...wishes, slugMm: SLUG_MM, profile, inks: pressInks(theme) }, findings }
}

/** The largest that are in use, for seven inks, have 9 MB. */
const MOST_BYTES = 16 * 1024 * 1024

type Unfit = FactsWithout<'profile-is-for-print', 'file'>

async function ownProfile(root: string, wishes: Publication['press']): Promise<PressProfile | Finding> {
  const { profile: file, condition } = wishes
  const place = await placeOfKey(root, 'publication.yaml', ['press', 'profile'])
  const fault = (facts: Unfit): Finding => finding('profile-is-for-print', place, { ...facts, file })
  const found = await insidePath(root, file)
  if ('problem' in found) return fault(found)
  const bytes = await readRegularFile(found.path, MOST_BYTES).catch((cause: Error) => cause)
  if (bytes instanceof Error) return fault({ problem: 'unopened' })
  if (bytes === 'not-a-file') return fault({ problem: 'no-file' })
  if (bytes === 'too-large') return fault({ problem: 'too-large' })
  const read = await readProfile(bytes)
  if ('problem' in read) return fault(read)
  if (read.space !== 'CMYK') return fault({ problem: 'of-other-colours', space: read.space })
  if (read.kind !== 'prtr') return fault({ problem: 'of-no-printer' })
  const name = condition || read.description
  if (name === '') return fault({ problem: 'unnamed' })
  return {
    path: found.path,
    condition: name,
    description: read.description || name,
    registered: isRegistered(name),
  }
}

/**
 * Names under which the ICC keeps printing conditions in its registry (https://registry.color.org): Fogra's and the
 * American, Japanese and newspapers' ones. Any other name stands on its own, and the embedded profile says what it
 * means.
 */
const isRegistered = (condition: string): boolean =>
  /^(?:FOGRA\d{2}|CGATS TR 00\d|CGATS21_CRPC[1-7]|JC200103|JCN2002|JCW2003|IFRA(?:26|30))$/.test(condition)

/** A bleed reaches into the margin of the page beside it when sheets are cut, and never into its text. */
function bleedFits({ page: { widthMm, heightMm, marginMm } }: Theme, bleedMm: number): boolean {
  return bleedMm === 0 || bleedMm < Math.min(widthMm, heightMm, ...Object.values(marginMm))
}

const tooMuchBleed = async (root: string, bleedMm: number): Promise<Finding> =>
  finding('bleed-fits-the-margin', await placeOfKey(root, 'publication.yaml', ['press', 'bleedMm']), {
    bleedMm,
  })

const PLAIN_COLOUR = /^#([\da-f]{6})$/i

async function lostInks(root: string, { tokens, press }: Theme): Promise<Finding[]> {
  const lost = Object.keys(press.inks).filter((token) => !PLAIN_COLOUR.test(tokens[token]?.trim() ?? ''))
  return Promise.all(
    lost.map(async (token) => {
      const value = tokens[token]
      const place = await placeOfKey(root, 'templates/theme.yaml', ['press', 'inks', token])
      if (value !== undefined) return finding('ink-is-of-a-colour', place, { token, value })
      const suggestion = nearest(token, Object.keys(tokens))
      return finding('ink-is-of-a-colour', place, { token, suggestion })
    }),
  )
}

/** Tokens whose value is a plain `#rrggbb`. */
function pressInks({ tokens, press }: Theme): PressInk[] {
  return Object.entries(press.inks).map(([token, { k, overprint }]) => {
    const [, hex = ''] = PLAIN_COLOUR.exec(tokens[token]?.trim() ?? '') ?? []
    const [red = 0, green = 0, blue = 0] = Buffer.from(hex, 'hex')
    return { rgb: [red, green, blue] as const, k: k / 100, overprint }
  })
}
