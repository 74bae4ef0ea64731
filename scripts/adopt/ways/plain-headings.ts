import { outsideCode } from './held-pictures.ts'

/** Google Docs sets every heading in bold: where all of a text are, it says nothing. */
export function plainHeadings(markdown: string): string {
  let all = 0
  let bold = 0
  outsideCode(markdown, (line) => {
    if (IS_HEADING.test(line)) all += 1
    if (BOLD.test(line)) bold += 1
    return line
  })
  return all > 0 && all === bold ? outsideCode(markdown, (line) => line.replace(BOLD, '$1$3$4')) : markdown
}

const IS_HEADING = /^#{1,6}[ \t]+\S/
const BOLD = /^(#{1,6}[ \t]+)(\*\*|__)((?:(?!\2(?!\*)).)*)\2([ \t]*(?:\{#[^}\s]*\}[ \t]*)?)$/
