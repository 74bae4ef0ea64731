// What stays out of every edition, told at its line, with the places at which it stood.
import { momentAddress } from '../../ground/time/timeline.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment, StoryPart, Withheld } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import type { Settled } from './settle-consent.ts'
import { STORY_FILE } from './story-file.ts'

interface Around {
  readonly sources: readonly Pick<Source, 'file' | 'text'>[]
  readonly story: readonly StoryPart[]
}

/** A finding each. */
export function tellWithheld(
  settled: Settled['withheld'],
  around: Around,
): { withheld: readonly Withheld[]; findings: readonly Finding[] } {
  const blocks = settled.length > 0 ? blocksOfLaunch(around.sources) : []
  const told = settled.map(({ moment, ...one }) => {
    const withheld = { ...one, stood: placesOf(moment, around.story, blocks) }
    return { withheld, finding: findingOf(withheld, moment) }
  })
  return { withheld: told.map(({ withheld }) => withheld), findings: told.map((one) => one.finding) }
}

function findingOf(
  { file, what, person, state, stood, pictures }: Withheld,
  { lines, pictures: all }: Moment,
): Finding {
  const own = what === 'picture' ? all.find((one) => one.file === pictures[0])?.line : lines.consent
  const place = { file, line: own ?? lines.author ?? lines.handle ?? 1 }
  if (state === 'unsaid') {
    const shown = person || pictures[0] || 'whoever is shown'
    return finding('moment-says-consent', place, { person: shown, what })
  }
  const isGone = state === 'withdrawn' || state === 'refused'
  const facts = { person, state, what, ...(isGone ? { stood: stood.join(', ') } : {}) }
  return finding('consent-is-given', place, facts)
}

interface Block {
  readonly place: string
  /** The moment that it names; undefined for those that show all that are chosen. */
  readonly moment?: string | undefined
}

/** On the website, in the story, and in the chapters. */
const placesOf = (moment: Moment, story: readonly StoryPart[], blocks: readonly Block[]): string[] => [
  `${momentAddress(moment)} on the website`,
  ...story.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'moment' && item.moment === moment.name ? [`\`${STORY_FILE}:${item.line}\``] : [],
    ),
  ),
  ...blocks.flatMap(({ place, moment: name }) =>
    name === moment.name || (name === undefined && moment.chosen) ? [`\`${place}\``] : [],
  ),
]

/** `:::moments`, `:::wall` and whatever names one moment. */
const blocksOfLaunch = (sources: Around['sources']): Block[] =>
  sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      const place = `${file}:${index + 1}`
      const named = /^\s*:{3,}.*\b(?:moment|names)=(?:"([^"]*)"|'([^']*)'|([^\s}]+))/.exec(line)
      if (named) {
        const names = named.slice(1).find(Boolean)?.split(',') ?? []
        return names.map((name) => ({ place, moment: name.trim().replace(/\.md$/i, '') }))
      }
      return /^\s*:{3,}\s*(?:moments|wall)\b/.test(line) ? [{ place }] : []
    }),
  )
