import { describe, expect, it } from 'vitest'
import { formsAreAlike } from '../../../scripts/book/checks/forms-are-alike.ts'
import type { Chapter, FormMark } from '../../../scripts/model/chapter.ts'
import { told, withFixes, write } from './write.ts'

const bookOf = (...bodies: string[]): Chapter[] => bodies.map((body) => write(body))
const found = (...bodies: string[]): string[] => told({ findings: formsAreAlike(bookOf(...bodies)) })
const forms = (body: string): string[] => write(body).forms.map(({ was, form }) => `${was} = ${form}`)
const inHouseForm = (body: string): string | undefined => write(body).forms[0]?.fix?.becomes

describe('dates-are-written-alike', () => {
  const PLAIN = 'It was on 26 July 2013, and again on 1 August 2013.'

  it.each([
    ['On July 26th 2013.', 'July 26th 2013', '26 July 2013'],
    ['On July 26, 2013 it was.', 'July 26, 2013', '26 July 2013'],
    ['On 26th July 2013.', '26th July 2013', '26 July 2013'],
    ['On 26th July it was.', '26th July', '26 July'],
    ['On the 26th of July it was.', 'the 26th of July', '26 July'],
    ['On 26/07/2013 it was.', '26/07/2013', '26 July 2013'],
    ['On 26.07.2013 it was.', '26.07.2013', '26 July 2013'],
    ['On 26 Jul 2013.', '26 Jul 2013', '26 July 2013'],
    ['On 2013-07-26 it was.', '2013-07-26', '26 July 2013'],
  ])('%j is unlike the rest, and mended', (body, was, becomes) => {
    const [one, more] = formsAreAlike(bookOf(PLAIN, body))
    expect(more).toBeUndefined()
    expect(one).toMatchObject({ rule: 'dates-are-written-alike', about: was, fix: { was, becomes } })
    expect(one?.message).toContain('like “26 July 2013” (2 of 3)')
  })

  it('does not guess which number is the month', () => {
    const [one] = formsAreAlike(bookOf(PLAIN, 'On 04/07/2013 it was.'))
    expect(one?.about).toBe('04/07/2013')
    expect(one).not.toHaveProperty('fix')
  })

  it('follows a paper that has another form throughout, without a mend', () => {
    expect(found('On 26th July. On 27th July.')).toEqual([])
    const [one] = formsAreAlike(bookOf('On 26th July. On 27th July. On 1 August.'))
    expect(one).toMatchObject({ about: '1 August' })
    expect(one).not.toHaveProperty('fix')
  })

  it('prefers the house form where two are used as often', () =>
    expect(found('On 26th July. On 1 August.')).toEqual(['dates-are-written-alike@4:4 26th July']))

  it.each([
    'In July 2013 they met.',
    'In May 12 came.',
    'Winter 2017/18.',
    'He said “on July 26th 2013”.',
    'Version 1.2.13.',
    '9/11',
  ])('%j has no date', (body) =>
    expect(forms(body).filter((one) => one.includes('Jul') || one.includes('/'))).toEqual([]),
  )
})

describe('numbers-are-written-alike', () => {
  it.each([
    ['It has 10,000 fans and 25000 readers.', '25000', '25,000'],
    ['It has 1,200 fans and 5000 readers.', '5000', '5,000'],
    ['A 50% share, and 40 per cent of it.', '40 per cent', '40%'],
    ['A 50% share, and 40 percent of it.', '40 percent', '40%'],
    ['A 50% share, and 40 % of it.', '40 %', '40%'],
    ['Ages 16 to 24 and 25-34.', '25-34', '25 to 34'],
    ['Ages 16 to 24 and 25–34.', '25–34', '25 to 34'],
    ['Ages 16 to 24, between 25-34.', '25-34', '25 and 34'],
    ['Ages 16 to 24, in 2012-13.', '2012-13', '2012 to 2013'],
    ['Between 5% to 6%: £10 to £20 and 5%-6%.', '5%-6%', '5% to 6%'],
  ])('%j has one unlike the rest, which is mended', (body, was, becomes) => {
    const all = formsAreAlike(bookOf(body))
    expect(all.map(({ rule, about, fix }) => [rule, about, fix?.becomes])).toEqual([
      ['numbers-are-written-alike', was, becomes],
    ])
  })

  it('mends a whole text', () => {
    const [chapter] = bookOf('Of 10,000, 50% and 40 per cent: 10 to 20, 30-40 and 50000.')
    const text = `---\ntitle: Barriers\n---\nOf 10,000, 50% and 40 per cent: 10 to 20, 30-40 and 50000.`
    expect(withFixes(text, formsAreAlike([chapter!]))).toBe(
      '---\ntitle: Barriers\n---\nOf 10,000, 50% and 40%: 10 to 20, 30 to 40 and 50,000.',
    )
  })

  it.each([
    'In 2013 and 1066 they met, from 1999 on.',
    'Knowledge Hub, entry 7262387, and room 10453.',
    'Call 0121 496 0000, or +441214960000.',
    'It split 50-50, and won 3-1.',
    'Covid-19, B31-2, 24/7 and 3.14159.',
    'See https://example.org/12345 and #12345.',
    'It rose from 2% to 11%.',
    'ISBN 978-0-12345-678-9.',
    'They said “25000 or 10-20”.',
  ])('%j has nothing that could be written otherwise', (body) =>
    expect(forms(body).filter((one) => !one.endsWith('= 50%'))).toEqual([]),
  )
})

describe('names-are-spelt-alike', () => {
  it.each([
    ['Email, email and e-mail.', 'e-mail', 'email', 'email'],
    ['A website and a web site; a website.', 'web site', 'website', 'website'],
    ['Online we go. E-mail is online; on-line.', 'on-line', 'online', 'online'],
    ['YouTube, YouTube and Youtube.', 'Youtube', 'YouTube', 'YouTube'],
    [
      'An organisation, two organisations, an organization, an organisation.',
      'organization',
      'organisation',
      'organisation',
    ],
  ])('%j spells one thing in two ways', (body, was, expected, becomes) => {
    const [one, more] = formsAreAlike(bookOf(body))
    expect(more).toBeUndefined()
    expect(one).toMatchObject({ rule: 'names-are-spelt-alike', about: was, fix: { becomes } })
    expect(one?.message).toContain(`mostly spelt “${expected}”`)
  })

  it.each([
    [
      'An organisation, an organization.',
      'This paper spells one word in several ways; “organization” is one of them.',
    ],
    [
      'By 3 March, by 4 March and on 5th March, 6 Mar.',
      'This paper writes its dates in several ways; “5th March” is one of them.',
    ],
    [
      'It was 5%, then 6 per cent.',
      'This paper writes such numbers in several ways; “6 per cent” is one of them.',
    ],
  ])('%j: nothing is called usual that is no more than half', (body, message) =>
    expect(formsAreAlike(bookOf(body))[0]).toMatchObject({ message }),
  )

  it('keeps a capital', () => expect(inHouseForm('E-mail came.')).toBe('Email'))

  it('finds the two spellings in two files', () =>
    expect(found('An email and an email.', 'An e-mail.')).toEqual(['names-are-spelt-alike@4:4 e-mail']))

  it('lets a paper spell it in its own way throughout', () =>
    expect(found('An e-mail and an e-mail.')).toEqual([]))
})

it('a form that is noted down has its place', () => {
  const mark: FormMark | undefined = write('Text.\n\nOn 26th July.').forms[0]
  expect(mark).toMatchObject({ thing: 'date', line: 6, column: 4, was: '26th July' })
})
