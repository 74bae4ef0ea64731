// What people gather by hand: sheets, chats, pasted lines.
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf, zipOf } from './make-archives.ts'
import { draftsIn, importInto } from './read-drafts.ts'

const publication = () => publicationFolder({ 'publication.yaml': 'title: A\n' })
const picture = await photographOf()
type Files = Record<string, string | Uint8Array>

const imported = async (files: Files, wishes: Parameters<typeof importInto>[2] = {}, name = '') => {
  const root = await publication()
  const folder = await publicationFolder(files)
  const { findings, counts } = await importInto(root, name ? `${folder}/${name}` : folder, wishes)
  return { root, counts, drafts: await draftsIn(root), told: findings.map(({ message }) => message) }
}

const WITHOUT_TIME = 'Nothing says when this was.'

describe('a sheet of posts', () => {
  it('tells a post that is longer than a moment can be, which no build takes', async () => {
    const posts = `text,time\n${'a long day '.repeat(9200)},2013-07-26 10:32\n${'short '.repeat(15_000)},2013-07-26 10:40\n`
    const { told, drafts } = await imported({ 'posts.csv': posts })
    expect(told).toEqual(['This draft has more than the 100,000 letters that a moment can hold.'])
    expect(drafts).toHaveLength(2)
  })

  it('tells a time that cannot be read, as it was typed', async () => {
    const { told } = await imported({
      'posts.csv': 'text,time\nOne,half past ten\nTwo,2013-07-26 10:32\nThree,\n',
    })
    expect(told).toEqual([expect.stringContaining('`half past ten`, cannot be read'), WITHOUT_TIME])
  })

  it.each([
    ['English', 'Link,Author,Text,Date,Time,Photo\n'],
    ['German', 'Adresse;Verfasserin;Beitrag;Datum;Uhrzeit;Bild\n'],
    ['Welsh', 'Dolen\tAwdur\tNeges\tDyddiad\tAmser\tLlun\n'],
  ])('has columns that are known in %s', async (_, head) => {
    const sign = /[;\t]/.exec(head)?.[0] ?? ','
    const cells = [
      'https://x.com/ann/status/12',
      'Ann Example',
      'The room is full #day',
      '26/07/2013',
      '10:32',
      'hall.jpg',
    ]
    const { drafts, told } = await imported({ 'posts.csv': head + cells.join(sign), 'hall.jpg': picture })
    expect(told).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      name: '2013-07-26-1032-ann-example',
      body: 'The room is full #day',
      matter: {
        time: '2013-07-26T10:32:00+01:00',
        kind: 'post',
        author: 'Ann Example',
        consent: 'public-post',
        url: 'https://x.com/ann/status/12',
        picture: { file: 'pictures/2013-07-26-1032-ann-example.jpg' },
      },
    })
  })

  it('takes columns by the names that are given, tells which are left out, and does nothing that cells ask for', async () => {
    const sheet =
      'Name,Said,Likes\nAnn,"=HYPERLINK(""https://evil.example"",""x"")",3\nBob,"<script>alert(1)</script>, *so*",4\n'
    const { drafts, told } = await imported(
      { 'posts.csv': sheet },
      { columns: { text: 'Said' } },
      'posts.csv',
    )
    expect(told).toEqual(['Of `posts.csv` columns are left out: `Likes`.', WITHOUT_TIME, WITHOUT_TIME])
    expect(drafts.map(({ matter, body }) => [matter.author, matter.kind, body])).toEqual([
      ['Ann', 'note', '\\=HYPERLINK("https\\://evil.example","x")'],
      ['Bob', 'note', String.raw`\<script>alert(1)\</script>, \*so\*`],
    ])
  })

  it('tells of pictures that are elsewhere or not there, by the row', async () => {
    const sheet = 'text,picture\nOne,https://example.org/a.jpg\nTwo,b.jpg\nThree,../../etc/passwd\n'
    const { told, drafts } = await imported({ 'posts.csv': sheet })
    expect(told.filter((one) => one !== WITHOUT_TIME)).toEqual([
      'The picture of the post in row 2 of `posts.csv` is not in the archive; it is at https://example.org/a.jpg.',
      'The picture `b.jpg` of the post in row 3 of `posts.csv` is not in the archive.',
      'The picture `../../etc/passwd` of the post in row 4 of `posts.csv` is not in the archive.',
    ])
    expect(drafts).toHaveLength(3)
  })

  it('says so where dates can be read in two ways, and knows the order where it shows', async () => {
    const of = async (...dates: string[]) => {
      const rows = dates.map((date, index) => `Words ${index},"${date} 10:00"`)
      const { drafts, told } = await imported({ 'posts.csv': ['text,time', ...rows].join('\n') })
      return [...drafts.map(({ matter }) => String(matter.time).slice(0, 10)), ...told]
    }
    expect(await of('06/07/2013')).toEqual([
      '2013-07-06',
      'The dates of `posts.csv` can be read in two ways; they are read as day, month, year.',
    ])
    expect(await of('06/07/2013', '07/26/2013')).toEqual(['2013-06-07', '2013-07-26'])
    expect(await of('26.07.13')).toEqual(['2013-07-26'])
    expect(await of('Jul 26, 2013')).toEqual(['2013-07-26'])
  })

  it.each([
    [
      'a column that is not there',
      { 'p.csv': 'Name,Said\nA,B\n' },
      { text: 'Sad' },
      'sheet-of-posts-is-read',
    ],
    ['a quotation mark without its end', { 'p.csv': 'author,text\nA,"B\n' }, {}, 'sheet-of-posts-is-read'],
    ['numbers only', { 'p.csv': 'Year,Count\n2013,4\n' }, {}, 'archive-is-known'],
  ])('is refused with %s', async (_, files, columns, rule) => {
    const folder = await publicationFolder(files as unknown as Files)
    const { findings, written } = await importInto(await publication(), `${folder}/p.csv`, {
      columns: columns as never,
    })
    expect([written, findings.map((one) => one.rule)]).toEqual([0, [rule]])
  })
})

const LRM = '\u200e'
const IPHONE = [
  `[26/07/2013, 10:30:01] The launch: ${LRM}Messages and calls are end-to-end encrypted.`,
  '[26/07/2013, 10:32:15] Ann Example: The room is full',
  'and so is the stair. Ring 07700 900123',
  `${LRM}[26/07/2013, 10:33:00] Ann Example: ${LRM}<attached: 00000004-PHOTO-2013-07-26.jpg>`,
  `${LRM}[26/07/2013, 10:33:20] Ann Example: ${LRM}<attached: 00000005-PHOTO-2013-07-26.jpg>`,
  `[26/07/2013, 10:34:00] ~ Bob: ${LRM}image omitted`,
  `[26/07/2013, 10:35:00] \u202a+44 7700 900456\u202c: Hello ${LRM}<This message was edited>`,
].join('\r\n')
const ANDROID = [
  '26.07.13, 10:30 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.',
  '26.07.13, 10:32 - Ann Example: IMG-20130726-WA0001.jpg (Datei angehängt)',
  'Der Saal: voll',
  '26.07.13, 10:33 - Bob: <Medien ausgeschlossen>',
  '26.07.13, 10:34 - Bob: Diese Nachricht wurde gelöscht',
].join('\n')

describe('a chat of WhatsApp', () => {
  it.each(['in a zip', 'in a folder'])(
    'of an iPhone %s: what people said, and their pictures together',
    async (where) => {
      const files: Files = {
        '_chat.txt': IPHONE,
        '00000004-PHOTO-2013-07-26.jpg': picture,
        '00000005-PHOTO-2013-07-26.jpg': picture,
      }
      const { drafts, told, counts } =
        where === 'in a zip'
          ? await imported({ 'chat.zip': zipOf(files) }, {}, 'chat.zip')
          : await imported(files)
      expect(counts.leftOut).toBe(1)
      expect(told).toEqual([
        'A picture or a film of `_chat.txt` is not in the export.',
        'A telephone number, an address of e-mail or a place on a map is left out of this post: `[…]`.',
        'A telephone number, an address of e-mail or a place on a map is left out of this post: `[…]`.',
      ])
      expect(drafts.map(({ name, matter, body }) => [name, matter.kind, matter.consent, body])).toEqual([
        [
          '2013-07-26-1032-ann-example',
          'note',
          'unknown',
          'The room is full\\\nand so is the stair. Ring \\[…]',
        ],
        ['2013-07-26-1033-ann-example', 'photograph', 'unknown', ''],
        ['2013-07-26-1035-whatsapp', 'note', 'unknown', 'Hello'],
      ])
      expect(drafts[1]?.matter.pictures).toHaveLength(2)
    },
  )

  it('of Android in German', async () => {
    const { drafts, told, counts } = await imported({
      'WhatsApp Chat mit Tag.txt': ANDROID,
      'IMG-20130726-WA0001.jpg': picture,
    })
    expect([counts.leftOut, told]).toEqual([
      2,
      ['A picture or a film of `WhatsApp Chat mit Tag.txt` is not in the export.'],
    ])
    expect(drafts.map(({ matter, body }) => [matter.author, matter.time, body])).toEqual([
      ['Ann Example', '2013-07-26T10:32:00+01:00', 'Der Saal: voll'],
    ])
  })

  it.each([
    ['[7/26/13, 10:32:15 PM] Ann: Hello', '2013-07-26T22:32:15+01:00'],
    ['7/26/13, 10:32\u202fAM - Ann: Hello', '2013-07-26T10:32:00+01:00'],
    ['[2013-07-26 10:32:15] Ann: Hello', '2013-07-26T10:32:15+01:00'],
    ['[26.7.2013 klo 10.32.15] Ann: Hello', '2013-07-26T10:32:15+01:00'],
  ])('with the clock of another country: %s', async (line, time) => {
    const { drafts } = await imported({ '_chat.txt': line })
    expect(drafts.map(({ matter, body }) => [matter.time, body])).toEqual([[time, 'Hello']])
  })
})

describe('what is pasted', () => {
  const pasted = async (text: string) => {
    const root = await publication()
    const { findings } = await importInto(root, '', { paths: ['-'], pasted: async () => Buffer.from(text) })
    return { drafts: await draftsIn(root), findings }
  }

  it('is a post a line, on the day of the launch', async () => {
    const { drafts, findings } = await pasted(
      '10:32 Ann Example (@ann): The room is full https://x.com/ann/status/12\n@bob: Here too\nAll began: well\n',
    )
    expect(findings.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      `launch/moments/undated-bob.md ${WITHOUT_TIME}`,
      `launch/moments/undated-lines.md ${WITHOUT_TIME}`,
    ])
    expect(
      drafts.map(({ name, matter, body }) => [name, matter.author, matter.handle, matter.consent, body]),
    ).toEqual([
      ['2013-07-26-1032-ann', 'Ann Example', '@ann', 'public-post', 'The room is full'],
      ['undated-bob', undefined, '@bob', 'unknown', 'Here too'],
      ['undated-lines', undefined, undefined, 'unknown', 'All began: well'],
    ])
  })

  it('is of the day that is given, where it tells none, and what cannot be read of a time stays a question', async () => {
    const of = async (text: string) => {
      const root = await publication()
      const wishes = { paths: ['-'], pasted: async () => Buffer.from(text), dayOfUndated: '2013-07-27' }
      const { findings } = await importInto(root, '', wishes)
      const names = (await draftsIn(root)).map(({ name }) => name)
      return [...names, ...findings.map(({ rule }) => rule)]
    }
    expect(await of('@bob: Here too\nAll began: well\n')).toEqual(['2013-07-27-bob', '2013-07-27-lines'])
    expect(await of('author,text,time\nBob,Hello,half past ten\n')).toEqual([
      'undated-bob',
      'archived-post-is-read',
    ])
  })

  it.each([
    ['a sheet', 'author,text\nAnn,Hello\n', 'Hello'],
    ['a chat', '[26/07/2013, 10:32:15] Ann: Hello', 'Hello'],
    ['parts between blank lines', 'One\ntwo\n\nThree', 'Three'],
  ])('may be %s', async (_, text, body) => {
    const { drafts } = await pasted(text)
    expect(drafts.map((one) => one.body)).toContain(body)
  })
})
