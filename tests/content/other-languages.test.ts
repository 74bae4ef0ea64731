import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { told, write } from './writing/write.ts'

const ITALIAN =
  'La persona che non è nel registro può iniziare a eseguire il lavoro, e a ogni richiesta del comune una risposta è per la legge.'
const GERMAN =
  '“Der Antrag” ist an der Stelle zu stellen, und die "Frist" ist mit dem Bescheid auf einer Seite.'
const ENGLISH =
  'The list of the council is for the use of it, and this is a error that was not to be in the plan.'

const rulesOf = (body: string, language = 'en-GB'): string[] =>
  parse(body, { language }).findings.map(({ rule, place }) => `${rule}@${place.line}`)

describe('a text in another language than its publication', () => {
  it('is told once, at its first line', () => {
    expect(rulesOf(ITALIAN)).toContain('text-is-in-its-language@2')
    expect(rulesOf(ENGLISH, 'fr')).toContain('text-is-in-its-language@2')
  })

  it.each([
    ['where a block says so', `:::div{lang=it}\n${ITALIAN}\n:::`, 'en'],
    ['where HTML says so', `<div lang="it">\n\n${ITALIAN}\n\n</div>`, 'en'],
    ['where it is the language of the publication', ITALIAN, 'it'],
    ['where nobody here knows that language', ITALIAN, 'rm'],
    ['of a sentence within others', `${ENGLISH} ${ENGLISH} ${ENGLISH} *${ITALIAN}*`, 'en'],
  ])('is not told %s', (_, body, language) => {
    expect(rulesOf(body, language).join()).not.toContain('text-is-in-its-language')
  })

  it('is not held against the rules of English, as its English paragraphs are', () => {
    expect(told(write(ITALIAN))).toEqual([])
    expect(told(write(`${ITALIAN}\n\n${ENGLISH}\n`))).toEqual(['article-fits-its-word@6:59 a error'])
    expect(rulesOf(GERMAN)).toEqual(['text-is-in-its-language@2'])
  })
})
