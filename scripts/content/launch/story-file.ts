// launch/story.yaml: the day as somebody tells it: which moments, in which order, and the words between them.
import { z } from 'zod'
import { checkedYaml, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment, StoryItem, StoryPart } from '../../model/launch.ts'
import { finding, findingAs } from '../../rules/finding.ts'

export const STORY_FILE = 'launch/story.yaml'

const words = z.string({ error: () => 'must be text' }).transform((text) => text.replace(/\s+/g, ' ').trim())
const some = words.refine((text) => text !== '', { error: 'is empty' }).meta({ pattern: '\\S' })

const ITEM = z
  .strictObject({
    moment: some.optional().describe('The name of a file of launch/moments/, without .md'),
    line: some.optional().describe('Words between two moments'),
  })
  .refine(({ moment, line }) => (moment === undefined) !== (line === undefined), {
    error: 'must have either `moment` or `line`',
  })

export const STORY = z.array(
  z.strictObject({
    title: words.optional().describe('A heading of its own'),
    session: words.optional().describe('Or the id of a session in launch/event.yaml, whose title it has'),
    items: z.array(ITEM).describe('Moments, and lines between them, in order'),
  }),
)
type Given = z.output<typeof STORY>

export interface WrittenPart extends StoryPart {
  /** In the file. */
  readonly line: number
}

export interface StoryFile {
  /** As it stands in the file: moments that are not there, or may not be shown, among the others. */
  readonly parts: readonly WrittenPart[]
  readonly findings: readonly Finding[]
}

export function readStoryFile(text: string): StoryFile {
  const read = checkedYaml<Given>({
    text,
    file: STORY_FILE,
    firstLine: 1,
    schema: STORY,
    kind: 'publication',
    words: ['title', 'line'],
  })
  const parts = (read.value ?? []).map(({ title = '', session = '', items }, part) => ({
    title,
    session,
    items: items.map((item, index) => itemOf(item, read.lineOf([part, 'items', index]))),
    line: read.lineOf([part, 'title']),
  }))
  return { parts, findings: read.findings }
}

const itemOf = ({ moment, line: words = '' }: Given[number]['items'][number], line: number): StoryItem =>
  moment === undefined
    ? { kind: 'line', words, line }
    : { kind: 'moment', moment: moment.replace(/^.*\//, '').replace(/\.md$/i, ''), line }

/** `names`: of all moments of the folder, shown or not. */
export function storyFaults(
  parts: readonly StoryPart[],
  names: readonly string[],
  sessions: readonly string[],
): Finding[] {
  const there = new Set(names)
  const told = new Set<string>()
  const items = parts.flatMap((part) => part.items)
  const unknown = items.flatMap((item) => {
    if (item.kind === 'line') return []
    const { moment, line } = item
    const place = { file: STORY_FILE, line }
    const isTwice = told.has(moment)
    told.add(moment)
    if (isTwice) return [finding('story-moment-is-known', place, { problem: 'twice', moment })]
    if (there.has(moment)) return []
    const facts = { problem: 'not-there', moment, suggestion: nearest(moment, names) } as const
    return [finding('story-moment-is-known', place, facts)]
  })
  return [...unknown, ...sessionFaults(parts, sessions)]
}

function sessionFaults(parts: readonly StoryPart[], sessions: readonly string[]): Finding[] {
  return parts.flatMap(({ session, items }) => {
    if (session === '' || sessions.includes(session)) return []
    const facts = { session, suggestion: nearest(session, sessions) }
    return [finding('moment-session-is-known', { file: STORY_FILE, line: items[0]?.line ?? 1 }, facts)]
  })
}

/** What can be told: moments that may be shown, each once. A part of which nothing is left is gone, and told. */
export function storyOf(
  parts: readonly WrittenPart[],
  shown: readonly Moment[],
): { story: readonly StoryPart[]; findings: readonly Finding[] } {
  const left = new Set(shown.map(({ name }) => name))
  const findings: Finding[] = []
  const story = parts.flatMap(({ line, ...part }) => {
    const items = part.items.filter((item) => item.kind === 'line' || left.delete(item.moment))
    if (items.length > 0 || part.items.length === 0) return [{ ...part, items }]
    const place = { file: STORY_FILE, line }
    findings.push(findingAs('info', 'story-moment-is-known', place, { problem: 'part-is-empty' }))
    return []
  })
  return { story, findings }
}

/** The story of whoever has written none: all moments, by time. */
export const storyByTime = (shown: readonly Moment[]): readonly StoryPart[] =>
  shown.length === 0
    ? []
    : [
        {
          title: '',
          session: '',
          items: shown.map(({ name }) => ({ kind: 'moment', moment: name, line: 0 }) as const),
        },
      ]
