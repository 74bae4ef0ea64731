// What the press edition is to be: wishes of publication.yaml and inks of the theme, with the profile looked at.
import { fileURLToPath } from 'node:url'
import type { Finding, PressInk, PressPlan, Publication, Theme } from '../model.ts'

const FOGRA39 = {
  path: fileURLToPath(new URL('../colour/profiles/fogra39.icc', import.meta.url)),
  condition: 'FOGRA39',
  description: 'FOGRA39L coated, 300% TAC',
  registered: true,
}

/** Crop marks of 5 mm, a hair away from the bleed, and the slug line beside them. */
const SLUG_MM = 10

/** Without a value, the findings say why. */
export async function resolvePress(
  _root: string,
  { press }: Publication,
  theme: Theme,
): Promise<{ value?: PressPlan; findings: readonly Finding[] }> {
  const { bleedMm, colour, inkLimit, cover, paper, blanks } = press
  return {
    value: {
      ...{ bleedMm, colour, inkLimit, cover, paper, blanks },
      slugMm: SLUG_MM,
      profile: FOGRA39,
      inks: pressInks(theme),
    },
    findings: [],
  }
}

/** Tokens whose value is a plain `#rrggbb`. */
function pressInks({ tokens, press }: Theme): PressInk[] {
  return Object.entries(press.inks).flatMap(([token, { k, overprint }]) => {
    const [, hex] = /^#([\da-f]{6})$/i.exec(tokens[token]?.trim() ?? '') ?? []
    if (hex === undefined) return []
    const [red = 0, green = 0, blue = 0] = Buffer.from(hex, 'hex')
    return [{ rgb: [red, green, blue] as const, k: k / 100, overprint }]
  })
}
