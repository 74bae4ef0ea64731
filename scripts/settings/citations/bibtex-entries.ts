// A file of BibTeX → its entries, each by itself and with its line: what is broken in one harms no other. What an
// entry says is read where it is cited.
import type { WorkEntry } from '../../model/citations.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { ReadWorks } from './read-works.ts'

const BEGINS = /@[ \t]*([a-zA-Z]+)[ \t\n]*([{(])/g
/** An entry that begins a line ends one before it that nobody closed. */
const NEXT = /\n[ \t]*@[ \t]*[a-zA-Z]+[ \t]*[{(][ \t]*[^\s,{}()="]+[ \t]*,/g

const MOST_LEVELS = 60
const LONGEST = 65_536

export function bibtexEntries(text: string, file: string): ReadWorks {
  const works: WorkEntry[] = []
  const findings: Finding[] = []
  const strings: string[] = []
  const lineAt = lineCounter(text)
  BEGINS.lastIndex = 0
  for (let found = BEGINS.exec(text); found; found = BEGINS.exec(text)) {
    const [whole, type = '', bracket = '{'] = found
    const inside = found.index + whole.length
    const { end, fault } = endOf(text, inside, bracket)
    const line = lineAt(found.index)
    BEGINS.lastIndex = end
    if (/^comment$/i.test(type)) continue
    const entry = text.slice(found.index, end)
    if (fault) findings.push(broken(file, line, entry, fault))
    else if (/^string$/i.test(type)) strings.push(entry)
    else if (!/^preamble$/i.test(type)) {
      const key = /^\s*([^\s,{}()"]+)\s*,/.exec(text.slice(inside, inside + 300))?.[1]
      if (key === undefined) findings.push(broken(file, line, entry, 'no-key'))
      else works.push({ key, file, line, source: { form: 'bibtex', text: entry, strings: '' } })
    }
  }
  if (works.length === 0 && findings.length === 0)
    findings.push(finding('bibliography-is-sound', { file }, { problem: 'no-works' }))
  const names = strings.join('\n')
  return { works: works.map((one) => withStrings(one, names)), findings }
}

const withStrings = (work: WorkEntry, strings: string): WorkEntry =>
  work.source.form === 'bibtex' ? { ...work, source: { ...work.source, strings } } : work

type Fault = 'unclosed' | 'too-deep' | 'too-long' | 'no-key'

const broken = (file: string, line: number, entry: string, fault: Fault): Finding =>
  finding(
    'bibliography-is-sound',
    { file, line },
    { problem: fault, typed: entry.split('\n', 1)[0]?.trim() ?? '' },
  )

/** Behind the bracket that closes the entry; where none does, before the next one. */
function endOf(text: string, from: number, bracket: string): { end: number; fault?: Fault } {
  NEXT.lastIndex = from
  const next = NEXT.exec(text)?.index ?? text.length
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (depth === 0 && sign === (bracket === '(' ? ')' : '}'))
      return at + 1 - from > LONGEST ? { end: at + 1, fault: 'too-long' } : { end: at + 1 }
    else if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    if (depth > MOST_LEVELS) return { end: next, fault: 'too-deep' }
    if (at >= next) return { end: next, fault: 'unclosed' }
  }
  return { end: text.length, fault: 'unclosed' }
}

/** Asked with offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let done = 0
  return (offset) => {
    for (let at = text.indexOf('\n', done); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line += 1
      done = at + 1
    }
    return line
  }
}
