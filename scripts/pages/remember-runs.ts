// What templates made of which values, from one composing to the next.
import { digest } from '../ground/digest.ts'
import type { Faces } from '../ground/drawing/face-widths.ts'
import { type RememberedValues, rememberValues } from '../ground/files/remember-values.ts'
import { type DrawingsAside, hasMark, partsByMarks } from '../ground/templating/drawings-aside.ts'
import type { TemplateFile } from '../ground/templating/read-templates.ts'
import type { Settings } from '../model/settings.ts'
import type { ComposedRun } from './compose-run.ts'

export type RememberedRuns = RememberedValues<ComposedRun>

/** What reaches every template. */
export interface Surroundings {
  readonly templates: ReadonlyMap<string, TemplateFile>
  readonly globals: object
  readonly faces: Faces
}

/** From the builds before this one; nothing where a template may say something else of the same values. */
export async function rememberRuns(
  settings: Settings,
  { templates }: Surroundings,
  isTurned: boolean,
): Promise<RememberedRuns> {
  const remembers = settings.remembers && ![...templates.values()].some(({ text }) => DIFFERS.test(text))
  // A book with turned tables is composed twice, and each time as the last.
  return rememberValues({ ...settings, remembers }, isTurned ? 'composed-turned' : 'composed')
}

/** The clock (`{{ "now" | date: … }}`), and chance. */
const DIFFERS = /\|\s*(?:date|sample)/

/**
 * What is made of these values, or was: a run, or another text of a template. What has no HTML is not kept, for
 * something was wrong with it; nor what leaves drawings aside, for another composing does not have them.
 */
export function recalling(
  remembered: RememberedRuns,
  { templates, globals, faces }: Surroundings,
  drawings: DrawingsAside,
): (template: string, values: object, make: () => ComposedRun) => ComposedRun {
  const widths = Object.values(faces).map((face) => ({ ...face, widths: [...face.widths] }))
  const around = digest(...[[...templates.values()], globals, widths].map((one) => JSON.stringify(one)))
  const isWhole = ({ html }: ComposedRun): boolean =>
    html !== '' && !(hasMark(html) && partsByMarks(html).some((part) => drawings.of(part) !== undefined))
  return (template, values, make) =>
    remembered.of(() => digest(around, template, JSON.stringify(values)), make, isWhole)
}
