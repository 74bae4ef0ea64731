import { describe, expect, it } from 'vitest'
import type { ArchivedPost } from '../../scripts/import/archived-post.ts'
import { markdownOfHtml, markdownOfText } from '../../scripts/import/post-markdown.ts'
import { withoutContacts } from '../../scripts/import/without-contacts.ts'

const NOTHING = { withContacts: false, withLocation: false }
const post = (markdown: string, more: Partial<ArchivedPost> = {}): ArchivedPost => ({
  service: 'whatsapp',
  id: '1',
  time: '',
  kind: 'note',
  author: '',
  handle: '',
  url: '',
  place: '',
  isPublic: false,
  hashtags: [],
  pictures: [],
  markdown,
  ...more,
})
const left = (text: string, wishes = NOTHING): string =>
  withoutContacts(post(markdownOfText([{ text }])), wishes).post.markdown

describe('the words of a post', () => {
  it.each([
    ['Ring 0121 496 0123 now', String.raw`Ring \[…] now`],
    ['Ring (0121) 496-0123.', String.raw`Ring \[…].`],
    ['+44 7700 900123', String.raw`\[…]`],
    ['+44 (0)7700 900 123 or 07700900456', String.raw`\[…] or \[…]`],
    ['Tel. 0211/1234567', String.raw`Tel. \[…]`],
    ['202-555-0143', String.raw`\[…]`],
    ['Write to ann.b+c@mail.example.org, please', String.raw`Write to \[…], please`],
    ['We are at https://maps.google.com/?q=52.5,-2.0 now', String.raw`We are at \[…] now`],
    ['Ask @447700900123 or tel.07700900456', String.raw`Ask \[…] or tel.\[…]`],
    ['اتصل ٠٧٧٠٠٩٠٠١٢٣ الآن', String.raw`اتصل \[…] الآن`],
    ['We are at 51.5074, -0.1278 or 51°30\'26"N 0°7\'40"W', String.raw`We are at \[…] or \[…]`],
    ['Look: https://www.google.com/maps/@52.5,-2.0,15z now', String.raw`Look: \[…] now`],
    ['https://waze.com/ul?ll=52.5,-1.9 and https://www.bing.com/maps?cp=52.5', String.raw`\[…] and \[…]`],
    ['Location: https://foursquare.com/v/4bd4', String.raw`Location: \[…]`],
    [
      'Call me on 612 345 678, Tel: 4960123 or mobile 7700900123',
      String.raw`Call me on \[…], Tel: \[…] or mobile \[…]`,
    ],
    ['+49 (0)30 901820 / 06-12-34-56-78', String.raw`\[…]`],
    ['0121 496 0123 0121 496 0124', String.raw`\[…]`],
    ['ann＠example.org', String.raw`\[…]`],
    ['Chat https://wa.me/447700900123', String.raw`Chat \[…]`],
  ])('lose what leads to a person: %s', (text, words) => {
    expect(left(text)).toBe(words)
  })

  it.each([
    'On 26/07/2013 10:32 and 01.02.2013 at 9',
    'Spent 1,200,000 of 3 500 000 pounds, 0.123456789',
    'From @ann@social.example and @bob',
    'See https://example.org/2013/07/26/0123456789 and https://twitter.com/a/status/360680000000000001',
    'Pi is 3.14159 and e 2.71828; @agent007 took 51.50, 12.10',
    'Room 12, 09:30 to 10:15, 2013-07-26',
    'They call 1,000,000 people; ring 999',
  ])('keep all else: %s', (text) => {
    expect(left(text)).toBe(markdownOfText([{ text }]))
  })

  it('lose links that write to somebody, and keep them where that is asked for', () => {
    const markdown = markdownOfHtml(
      '<p>Ask <a href="mailto:ann@example.org">Ann</a> or <a href="https://example.org">us</a></p>',
    )
    expect(withoutContacts(post(markdown), NOTHING)).toMatchObject({
      count: 1,
      post: { markdown: 'Ask Ann or [us](https://example.org)' },
    })
    const kept = withoutContacts(post(markdown), { withContacts: true, withLocation: true })
    expect(kept).toMatchObject({ count: 0, post: { markdown } })
  })
})

it('a name that is a number is no name', () => {
  const given = post('Hello', {
    author: '+44 7700 900123',
    handle: 'ann@example.org',
    pictures: [{ name: 'a.jpg', alt: 'Ring 0121 496 0123', credit: 'Ann <ann@example.org>' }],
  })
  expect(withoutContacts(given, NOTHING)).toMatchObject({
    count: 4,
    post: { author: '', handle: '', pictures: [{ alt: 'Ring […]', credit: 'Ann' }] },
  })
})

it('a text made to take long does not', () => {
  const texts = [
    '0'.repeat(50_000),
    '0 '.repeat(50_000),
    'a@'.repeat(50_000),
    '['.repeat(50_000),
    '+1('.repeat(30_000),
  ]
  const began = process.cpuUsage()
  for (const text of texts) withoutContacts(post(text), NOTHING)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(2)
})
