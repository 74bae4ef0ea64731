// Settings are YAML, most of it the same at every build: what was checked before is neither parsed nor checked again.
import { isDeepStrictEqual } from 'node:util'
import { digest } from '../digest.ts'
import { type RememberedValues, rememberValues } from '../files/remember-values.ts'
import { type CheckedYaml, checkedYaml } from './checked-yaml.ts'

export type CheckYaml = typeof checkedYaml

export interface RememberedYaml {
  /** As `checkedYaml`. A file has one schema, whatever it says. */
  readonly check: CheckYaml
  readonly done: () => Promise<void>
}

interface Kept {
  readonly checked: Omit<CheckedYaml<unknown>, 'lineOf'>
  /** Lines of all paths that anybody asked for. */
  readonly places: Record<string, number>
}

export async function rememberYaml(place: Parameters<typeof rememberValues>[0]): Promise<RememberedYaml> {
  const kept = await rememberValues<Kept>(place, 'settings')
  return { check: (input) => recalled(kept, input), done: kept.done }
}

function recalled<T>(
  kept: RememberedValues<Kept>,
  input: Parameters<typeof checkedYaml<T>>[0],
): CheckedYaml<T> {
  let read: CheckedYaml<unknown> | undefined
  const readNow = (): CheckedYaml<unknown> => {
    read ??= checkedYaml(input)
    return read
  }
  const make = (): Kept => {
    const { lineOf: _, ...checked } = readNow()
    return { checked, places: {} }
  }
  const key = () => digest(input.file, String(input.firstLine), input.text)
  const { checked, places } = kept.of(key, make, isPlain)
  const lineOf: CheckedYaml<T>['lineOf'] = (path) => {
    const name = JSON.stringify(path)
    places[name] ??= readNow().lineOf(path)
    return places[name]
  }
  return { ...(checked as Omit<CheckedYaml<T>, 'lineOf'>), lineOf }
}

/** A fault with its cause, or a value that JSON has no word for, is read again each time. */
const isPlain = ({ checked }: Kept): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(checked)), checked)
