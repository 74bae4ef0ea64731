import { digest } from '../digest.ts'
import type { TemplateFile } from './read-templates.ts'

/** What templates made of which values, kept from one composing to the next. Filled by `rememberRendered`. */
export interface KeptRenderings {
  surroundings: string
  html: ReadonlyMap<string, string>
}

export interface Remembering {
  /** What `make` made of the same values before, or makes now; '' is not kept, for something was wrong with it. */
  readonly of: (name: string, values: object, make: () => string) => string
  /** What was not asked for is forgotten. */
  readonly done: () => void
}

/** `globals` reach every template: when they or the templates are other ones, nothing is remembered. */
export function rememberRendered(
  kept: KeptRenderings | undefined,
  templates: ReadonlyMap<string, TemplateFile>,
  globals: object,
): Remembering {
  if (!kept) return { of: (_name, _values, make) => make(), done: () => undefined }
  const surroundings = digest(JSON.stringify([...templates.values()]), JSON.stringify(globals))
  const before = kept.surroundings === surroundings ? kept.html : new Map<string, string>()
  const now = new Map<string, string>()
  return {
    of(name, values, make) {
      const key = digest(name, JSON.stringify(values))
      const html = before.get(key) ?? make()
      if (html !== '') now.set(key, html)
      return html
    },
    done() {
      kept.surroundings = surroundings
      kept.html = now
    },
  }
}
