// What stays out of every edition, told at its line, with the places at which it stood.
import { momentAddress } from '../../ground/time/timeline.ts'
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment, StoryPart, Withheld } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import { isAskedFor } from '../directives/moment-choice.ts'
import type { Settled } from './settle-consent.ts'
import { STORY_FILE } from './story-file.ts'

interface Around {
  readonly sources: readonly Pick<Source, 'file' | 'text'>[]
  readonly story: readonly StoryPart[]
  /** Of the event. */
  readonly day: string
}

/** A finding each. */
export function tellWithheld(
  settled: Settled['withheld'],
  around: Around,
): { withheld: readonly Withheld[]; findings: readonly Finding[] } {
  const blocks = settled.length > 0 ? blocksOfLaunch(around) : []
  const told = settled.map(({ moment, ...one }) => {
    const lines = linesIn(around.story, moment.name)
    const withheld = { ...one, isTold: lines.length > 0, stood: placesOf(moment, lines, blocks) }
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
  readonly shows: (moment: Moment) => boolean
}

/** On the website, in the story, and in the chapters. */
const placesOf = (moment: Moment, lines: readonly number[], blocks: readonly Block[]): string[] => [
  `${momentAddress(moment)} on the website`,
  ...lines.map((line) => `\`${STORY_FILE}:${line}\``),
  ...blocks.flatMap(({ place, shows }) => (shows(moment) ? [`\`${place}\``] : [])),
]

/** Of story.yaml, those that name it. */
const linesIn = (story: readonly StoryPart[], name: string): number[] =>
  story.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'moment' && item.moment === name ? [item.line] : [])),
  )

/** `:::moments`, `:::wall` and `:::quote`, each with what it asks for. */
function blocksOfLaunch({ sources, story, day }: Around): Block[] {
  const told = new Set(
    story.flatMap(({ items }) => items.flatMap((item) => ('moment' in item ? [item.moment] : []))),
  )
  return sources.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index): Block[] => {
      const [, name, written = ''] = /^\s*:{3,}\s*(moments|wall|quote)\b\s*(?:\{([^}]*)\})?/.exec(line) ?? []
      const { moment, story: asStory, ...choice } = attributesIn(written)
      if (name === undefined || (name === 'quote' && !moment)) return []
      const given = moment ? { names: moment } : choice
      const shows = (one: Moment): boolean =>
        (name !== 'wall' || one.pictures.length > 0) &&
        (asStory === undefined ? isAskedFor(one, given, day) : told.has(one.name))
      return [{ place: `${file}:${index + 1}`, shows }]
    }),
  )
}

/** Of what stands in the braces, without the parser: a flag is ''. */
const attributesIn = (written: string): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(([, key, ...values]) => [
      key,
      values.find((value) => value !== undefined) ?? '',
    ]),
  )
