// The inside of a thread that tells words, names and remarks of a listing apart. A grammar is patterns alone; what
// stands in the listing is never run.
import { createHighlighterCore, type HighlighterCore } from '@shikijs/core'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import { kindOf, type Stretch, THEME } from './kinds.ts'

export interface ColourTask {
  readonly language: string
  readonly code: string
}

type Answer = readonly (readonly Stretch[])[]

/** `ready` asks for nothing but that all is loaded. */
export function begin(): (task: ColourTask | 'ready') => Promise<Answer> {
  const made = new Map<string, Promise<HighlighterCore>>()
  return async (task) => {
    if (task === 'ready') return []
    const highlighter = made.get(task.language) ?? highlighterOf(task.language)
    made.set(task.language, highlighter)
    return stretchesOf(await highlighter, task)
  }
}

const ENGINE = createJavaScriptRegexEngine({ forgiving: true })

/** One a language: in one that has read another, a listing looks different, and some grammars break each other. */
async function highlighterOf(language: string): Promise<HighlighterCore> {
  const { default: grammar } = (await import(`@shikijs/langs/${language}`)) as { default: never }
  return createHighlighterCore({ themes: [THEME], langs: [grammar], engine: ENGINE, warnings: false })
}

function stretchesOf(highlighter: HighlighterCore, { language, code }: ColourTask): Answer {
  // The clock of the whole task is kept outside.
  const lines = highlighter.codeToTokensBase(code, {
    lang: language,
    theme: THEME.name,
    tokenizeTimeLimit: 0,
  })
  return lines.map((tokens) => tokens.reduce<Stretch[]>(joined, []))
}

/** Neighbours of one kind are one stretch. */
function joined(stretches: Stretch[], { content, color }: { content: string; color?: string }): Stretch[] {
  const kind = kindOf(color)
  const last = stretches.at(-1)
  const isMore = last !== undefined && last[1] === kind
  const next: Stretch = kind ? [content, kind] : [content]
  return isMore
    ? [...stretches.slice(0, -1), [last[0] + content, ...next.slice(1)] as unknown as Stretch]
    : [...stretches, next]
}
