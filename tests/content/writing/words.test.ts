import { describe, expect, it } from 'vitest'
import { loadWriting } from '../../../scripts/content/load-writing.ts'
import { finding } from '../../../scripts/rules/finding.ts'
import { mended, told, withFixes, write, writeFile } from './write.ts'

describe('words-are-plain', () => {
  it.each([
    ['They met in order to share it.', '4:10 in order to', 'They met to share it.'],
    ['Prior to this they met.', '4:1 Prior to', 'Before this they met.'],
    ['A **utilised** tool.', '4:5 utilised', 'A **utilised** tool.'],
    ['A [utilised](https://example.org/) tool.', '4:4 utilised', 'A [utilised](https://example.org/) tool.'],
    ['An erroneous sum.', '4:4 erroneous', 'An erroneous sum.'],
    ['One\ntwo, whilst three.', '5:6 whilst', 'One\ntwo, while three.'],
    ['R\\&D was approximately ten.', '4:10 approximately', 'R\\&D was about ten.'],
    ['Tea &amp; cake, approximately.', '4:17 approximately', 'Tea &amp; cake, about.'],
  ])('%j is told and mended', (body, place, better) => {
    const context = { ownWords: ['Tea & cake'] }
    expect(told(write(body, context))).toEqual([`words-are-plain@${place}`])
    expect(mended(body, context)).toBe(better)
  })

  it.each([
    ['They facilitate talks.', 'Write “help” or “make possible”, and say how.'],
    [
      'It will deliver better outcomes.',
      'Write “make”, “bring” or what you do: goods and services are delivered.',
    ],
    ['These are key priorities.', 'Write “main” or “important”.'],
    ['It impacts on people.', 'Write “affect”, or “effect on”.'],
    ['They are committed to openness.', 'Write what you do, or “plan to”.'],
    ['The majority of people agree.', 'Write “most”.'],
    // A program would make “a enough number” of it, and “has so closed”.
    ['We had a sufficient number.', 'Write “enough”.'],
    ['The office has consequently closed.', 'Write “so”.'],
  ])('%j has a choice that is the author’s', (body, mend) => {
    const [found, more] = write(body).findings
    expect(more).toBeUndefined()
    expect(found).toMatchObject({ rule: 'words-are-plain', mend })
    expect(found).not.toHaveProperty('fix')
  })

  it.each([
    'The post is delivered by hand, and services are delivered well.',
    'The key to the door, the key figures and a key worker.',
    'A foster carer, and a child who is fostered.',
    'She said “we utilise it in order to deliver outcomes”.',
    'It is `in order to` in code.',
    'He wrote <cite>Prior to Snow</cite>, and <q>we *utilise* it</q>. Press <kbd>assist</kbd>.',
    'A dialogue box opens, or the print dialogue. The impact was large.',
    'They promote the event, and work with others.',
    'See https://example.org/in-order-to/utilise for more.',
    'The :lang[assistance]{fr} came.',
    'The Independent Remuneration Panel met. Assisted bin collections go on. Missing persons were found.',
  ])('%j is left alone', (body) =>
    expect(told(write(body)).filter((one) => !one.startsWith('link-'))).toEqual([]),
  )

  it('is told at its own key where another has the same words', () => {
    const text = '---\nshort: Prior to snow\ntitle: Prior to snow\n---\nText.'
    const chapter = writeFile(text)
    expect(told(chapter)).toEqual(['words-are-plain@3:8 Prior to'])
    expect(withFixes(text, chapter.findings)).toBe(text.replace('title: Prior to', 'title: Before'))
  })

  it('is found in a title, too', () =>
    expect(told(writeFile('---\ntitle: What to utilise\n---\nText.'))).toEqual([
      'words-are-plain@2:16 utilise',
    ]))
})

describe('a word that is named, not used,', () => {
  it.each([
    'Use _help_ instead of _assist_, and _about_ instead of _approximately_.',
    'Use help instead of assist.',
    'Say before rather than prior to.',
    '- utilize (use _use_)\n- e-mail: see email\n- assist',
    '- **email**, not e-mail',
    'An email. An email, not e-mail.',
    'Avoid utilise and prior to.',
    'Do not write i.e. or e.g. anywhere.',
    'The word utilise is long.',
    'The abbreviation e.g. is Latin.',
    'Via means through.',
    'Both *10–20 students* and *10 to 20 students* are fine, and 5 to 6 and 7 to 8.',
    "They call it 'prior to'.",
    'Use _use_ or use **use**.',
  ])('is left alone: %j', (body) => {
    expect(told(write(body))).toEqual([])
    expect(mended(body)).toBe(body)
  })

  it.each([
    ['We do not utilise it.', 'We do not use it.'],
    ['Use it prior to lunch.', 'Use it before lunch.'],
    ['- Utilise the form.', '- Use the form.'],
    ['They met, and utilised the form.', 'They met, and used the form.'],
  ])('%j is used', (body, better) => expect(mended(body)).toBe(better))
})

describe('acronyms-are-explained', () => {
  it.each([
    ['The CIPR met. The CIPR left.', ['4:5 CIPR']],
    ['The CIPRs met.', ['4:5 CIPR']],
    ['The CIPR’s view (that of the body) is clear.', ['4:5 CIPR']],
    ['## About the CIPR\n\nText.', ['4:14 CIPR']],
  ])('%j is told once', (body, places) =>
    expect(told(write(body))).toEqual(places.map((place) => `acronyms-are-explained@${place}`)),
  )

  it.each([
    'The Chartered Institute of Public Relations (CIPR) met. The CIPR left.',
    'The CIPR (Chartered Institute of Public Relations) met.',
    'The Chartered Institute of Public Relations, or CIPR, met.',
    "The 'System Under Test' (SUT) is here.",
    'The “System Under Test” (SUT), the *system under test* (SUT).',
    'A [system under test](https://example.org/) (SUT) is here.',
    'A database management system (DBMS) is there.',
    'SUT: system under test.',
    'See RFC 2045 and ABCD 7.',
    'By TJ Holowaychuk.',
    'ATTENTION: no.\n\nNOTE: yes.',
    '![CIPR](https://example.org/badge.svg)',
    'SUT stands for system under test.',
    'The system under test, abbreviated to SUT, is here.',
    'IEWM is in the glossary.',
    'The UK, the BBC and a PDF for the NHS.',
    'Part IV and XIX, and do NOT say it: not here.',
    'It comes WITHOUT ANY WARRANTY, as is.',
    'The open IT desk and 5 MB.',
    'They said “the CIPR met”.',
    'The file PDF/UA-1, the road B4102, @WMP and #CIPR.',
    'See the WM grit page.',
  ])('%j is left alone', (body) => expect(told(write(body, { ownWords: ['WM grit'] }))).toEqual([]))

  it('are not what a heading in capitals has', () =>
    expect(told(write('## ALL IN CAPITALS\n\nText.'))).toEqual([]))
})

describe('ampersands-are-in-names', () => {
  it('is told, and mended between small words', () => {
    expect(told(write('Parks & woodland.'))).toEqual(['ampersands-are-in-names@4:7 Parks & woodland'])
    expect(mended('Parks & woodland.')).toBe('Parks and woodland.')
  })

  it('is not mended where the file spells it otherwise', () => {
    expect(told(write('Parks &amp; woodland.'))).toEqual(['ampersands-are-in-names@4:7 Parks & woodland'])
    expect(mended('Parks &amp; woodland &#38; more.')).toBe('Parks &amp; woodland &#38; more.')
  })

  it('is not mended where it may be a name', () => {
    const [found] = write('Parks & Woodland opened.').findings
    expect(found).toMatchObject({ rule: 'ampersands-are-in-names', about: 'Parks & Woodland' })
    expect(found).not.toHaveProperty('fix')
  })

  it.each([
    'Telford & Wrekin met.',
    'Telford &amp; Wrekin met.',
    'A Q&A, R&D.',
    'The Express & Star wrote.',
    '[![](https://example.org/a.svg?s=1&v=4)](https://example.org/)',
    'Use `travel-advice` & `specialist-publisher` for it.',
    'Use `a` & the rest, or the rest & `b`.',
    'They said “this & that”.',
    '`a & b`',
  ])('%j is left alone', (body) => expect(told(write(body, { ownWords: ['Telford & Wrekin'] }))).toEqual([]))
})

describe('latin-is-put-in-english', () => {
  it.each([
    ['Tools, e.g. Flickr.', '4:8 e.g.', 'Tools, for example Flickr.'],
    ['Tools (eg Flickr).', '4:8 eg', 'Tools (for example Flickr).'],
    ['Members, i.e. councillors.', '4:10 i.e.', 'Members, that is councillors.'],
    ['It costs £5 per annum.', '4:13 per annum', 'It costs £5 a year.'],
  ])('%j is told and mended', (body, place, better) => {
    expect(told(write(body))).toEqual([`latin-is-put-in-english@${place}`])
    expect(mended(body)).toBe(better)
  })

  it.each([
    ['Tweets, pictures etc.', 'etc.', 'Write “and so on”, or word it in another way.'],
    ['They met via Twitter.', 'via', 'Write “through”, or word it in another way.'],
  ])('%j is left to the author', (body, about, mend) => {
    const [found] = write(body).findings
    expect(found).toMatchObject({ rule: 'latin-is-put-in-english', about, mend })
    expect(found).not.toHaveProperty('fix')
  })

  it.each([
    'IE 6 and the EG.',
    'They said “e.g. this”.',
    'See `i.e.` and eg.example.org.',
    'A trivial viaduct.',
  ])('%j is left alone', (body) =>
    expect(told(write(body)).filter((one) => one.startsWith('latin'))).toEqual([]),
  )
})

describe('words-are-not-repeated', () => {
  it('is told and mended, over the end of a line as well', () => {
    expect(told(write('On the\nthe road.'))).toEqual(['words-are-not-repeated@4:4 the the'])
    expect(mended('On the the road.')).toBe('On the road.')
  })

  it.each([
    'They had had tea.',
    'It is much much faster, ha ha.',
    'Duran Duran played.',
    'Who is who, and who?',
    'It is “the the”.',
    'One. One more.',
    'See [](#a) and [](#b) and [](#c).\n\n## A\n\n## B\n\n## C',
  ])('%j is left alone', (body) => expect(told(write(body))).toEqual([]))

  it('is left to the author where both words may be meant', () => {
    const [one] = write('The post he came in in May.').findings
    expect(one).toMatchObject({ rule: 'words-are-not-repeated', about: 'in in' })
    expect(one).not.toHaveProperty('fix')
  })
})

describe('article-fits-its-word', () => {
  it.each([
    ['It took a hour.', '4:9 a hour', 'It took an hour.'],
    ['An user wrote.', '4:1 An user', 'A user wrote.'],
    ['It is an *council* site.', '4:7 an council', 'It is a *council* site.'],
  ])('%j is told and mended', (body, place, better) => {
    expect(told(write(body))).toEqual([`article-fits-its-word@${place}`])
    expect(mended(body)).toBe(better)
  })

  it.each([
    'A user, an hour, an MP, a UK site, an unconference, a one-off, an 80% share, a unit.',
    'An honest view of a European union, an FAQ and a hotel.',
    'Class A in use.',
    'Use an s3 bucket, an h1 heading and an m4 screw.',
    'It was “a hour”.',
  ])('%j is left alone', (body) => expect(told(write(body))).toEqual([]))
})

describe('names-are-spelt-alike', () => {
  const names = [
    { name: 'Walsall Council', not: ['Walsall MBC', 'Walsall'] },
    { name: '#wmgrit', not: ['#WMgrit'] },
  ]

  it('tells of what publication.yaml says is not its spelling, and mends it', () => {
    const body = 'So Walsall MBC used #WMgrit.'
    expect(told(write(body, { names, ownWords: ['MBC'] }))).toEqual([
      'names-are-spelt-alike@4:4 Walsall MBC',
      'names-are-spelt-alike@4:21 #WMgrit',
    ])
    expect(mended(body, { names })).toBe('So Walsall Council used #wmgrit.')
  })

  it.each(['Walsall Council used #wmgrit.', 'Walsallians said “Walsall MBC”.'])('lets %j be', (body) =>
    expect(told(write(body, { names, ownWords: ['MBC'] }))).toEqual([]),
  )
})

describe('the rules of writing', () => {
  it('know English and no other language', async () => {
    expect(await loadWriting({ language: 'en-GB' })).toBeTypeOf('function')
    expect(await loadWriting({ language: 'en' })).toBeTypeOf('function')
    expect(await loadWriting({ language: 'cy' })).toBeUndefined()
    expect(await loadWriting({ language: 'enm' })).toBeUndefined()
  })

  it('say what they are about, so that publication.yaml can name it', () =>
    expect(finding('words-are-plain', {}, { words: 'robust', plain: 'x' }).about).toBe('robust'))
})
