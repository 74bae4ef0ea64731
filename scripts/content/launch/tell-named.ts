// Names of people who are not to be shown, where an author wrote them into the paper.
import type { Source } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import type { LaunchPerson } from '../../model/launch.ts'
import { finding } from '../../rules/finding.ts'
import { EVENT_FILE } from './event-file.ts'
import { isNamedIn } from './persons.ts'

export const whoIsGone = (people: readonly LaunchPerson[]): LaunchPerson[] =>
  people.filter(({ consent: { state } }) => state === 'refused' || state === 'withdrawn')

/** Of a speaker, in event.yaml. */
const NAME = /^(?:\s+(?:-\s+)?|.*[[{,]\s*)name\s*:/

/** A finding a line. */
export function tellNamed(
  texts: readonly Pick<Source, 'file' | 'text'>[],
  people: readonly LaunchPerson[],
): Finding[] {
  const gone = whoIsGone(people)
  if (gone.length === 0) return []
  return texts.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => {
      if (!gone.some((person) => isNamedIn(line, person))) return []
      const problem = file === EVENT_FILE && NAME.test(line) ? 'speaker' : 'text'
      return [finding('withdrawn-person-is-not-named', { file, line: index + 1 }, { problem })]
    }),
  )
}
