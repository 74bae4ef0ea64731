// What each stretch of a listing is, asked of a thread that knows the grammar of its language. A grammar may look back
// and forth over a line for minutes: a listing that takes too long stays plain, and is told.
import { nearest } from '../../ground/language/nearest.ts'
import { processorClock } from '../../ground/threads/processor-clock.ts'
import { openThreads } from '../../ground/threads/threads.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'
import type { ColourTask } from './colour-thread.ts'
import type { Stretch } from './kinds.ts'

type Answer = readonly (readonly Stretch[])[]

export interface Coloured {
  /** Undefined where the listing stays plain. */
  readonly answer?: Answer
  readonly told?: (place: Place) => Finding
}

/**
 * Of processor time, not of the clock: a listing looks the same on a machine that is busy with other work. A large
 * grammar takes some seconds to get ready.
 */
const PATIENCE_MS = 15_000
/** No listing of a paper is longer, and each of its words may become an element. */
const MOST_SIGNS = 200_000

/** What means that a listing is in no language, in the words of several tools. */
const NO_LANGUAGE = new Set(
  'text txt plain plaintext plain-text none nohighlight no-highlight output raw default'.split(' '),
)

/** What others call them. */
const ALSO: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'bash-session': 'shellsession',
  conf: 'ini',
  dos: 'bat',
  golang: 'go',
  htm: 'html',
  jinja2: 'jinja',
  node: 'js',
  patch: 'diff',
  pycon: 'python',
  'sh-session': 'shellsession',
  'shell-session': 'shellsession',
}

/** One for the whole process, which rests for a while behind each text: its grammars are loaded once. */
const threads = openThreads<ColourTask | 'ready', Answer>(new URL('./colour-thread.ts', import.meta.url))

/** Nothing is started before the first listing whose language is known. */
export async function colourListing(
  { language: written, code }: ColourTask,
  patienceMs = PATIENCE_MS,
): Promise<Coloured> {
  // `rust,ignore`, `ts:line-numbers`.
  const [first = ''] = written.toLowerCase().split(/[,:]/)
  const language = ALSO[first] ?? first
  if (language === '' || NO_LANGUAGE.has(language)) return {}
  const names = await languages()
  if (!names.has(language)) {
    const suggestion = nearest(language, [...names])
    return { told: telling({ problem: 'unknown-language', language: written, suggestion }) }
  }
  const answer = code.length > MOST_SIGNS ? 'takes-too-long' : await within(patienceMs, { language, code })
  return typeof answer === 'string' ? { told: telling({ problem: answer, language: written }) } : { answer }
}

const telling =
  (facts: FactsOf<'listing-is-coloured'>) =>
  (place: Place): Finding =>
    finding('listing-is-coloured', place, facts)

async function languages(): Promise<ReadonlySet<string>> {
  const { languageNames, languageAliasNames } = await import('@shikijs/langs')
  return new Set([...languageNames, ...languageAliasNames])
}

async function within(
  patienceMs: number,
  task: ColourTask,
): Promise<Answer | 'takes-too-long' | 'cannot-be-read'> {
  // Until all is loaded, nothing is counted for a listing.
  await threads.run('ready')
  const clock = processorClock(patienceMs)
  try {
    const answer = await threads.run(task, { signal: clock.signal })
    const said = answer.map((line) => line.map(([text]) => text).join('')).join('\n')
    return said === task.code ? answer : 'cannot-be-read'
  } catch {
    return clock.signal.aborted ? 'takes-too-long' : 'cannot-be-read'
  } finally {
    clock.stop()
  }
}
