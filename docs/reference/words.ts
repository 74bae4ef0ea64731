// The page of the words that templates print.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Page, paragraph, table } from './markdown.ts'

export function wordsPage(): Page {
  const words = parse(readFileSync('templates/words/en.yaml', 'utf8')) as Readonly<Record<string, string>>
  return {
    title: 'Words of the templates',
    standfirst: 'Every word that the pages print and no author wrote, by its key.',
    content: [
      paragraph(
        'What stands in braces is filled in; keep it in a translation. A publication in another language brings a file of these keys, such as `templates/words/pl.yaml`; a few words of its own stand under `words:` in its `templates/theme.yaml`.',
      ),
      ...table([
        ['Key', 'In English'],
        ...Object.entries(words).map(([key, value]) => [
          `\`${key}\``,
          value === '' ? '(nothing)' : `\`${value}\``,
        ]),
      ]),
    ],
  }
}
