import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicationFolder } from '../support/publication-folder.ts'
import { photographOf } from './make-archives.ts'
import { draftsIn, importInto } from './read-drafts.ts'

const picture = await photographOf()
const publication = () => publicationFolder({ 'publication.yaml': 'title: A\n' })

interface Part {
  readonly type: string
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** RFC 5322, RFC 2045. */
const mail = (
  text: string,
  parts: readonly Part[] = [],
  id = '1',
  subject = 'Photographs of the day',
): string =>
  [
    'From: =?utf-8?Q?Ann_Ex=C3=A4mple?= <ann@mail.example>',
    'To: launch@example.org',
    `Subject: ${subject}`,
    'Date: Fri, 26 Jul 2013 10:32:00 +0100',
    `Message-ID: <${id}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...parts.flatMap(({ type, name, bytes }) => [
      '--x',
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n'),
    ]),
    '--x--',
    '',
  ].join('\n')
const photograph = { type: 'image/jpeg', name: 'hall.jpg', bytes: picture }
const imported = async (files: Record<string, string>) => {
  const root = await publication()
  const folder = await publicationFolder(files)
  const { findings, counts } = await importInto(root, folder)
  return { root, folder, counts, drafts: await draftsIn(root), told: findings.map(({ message }) => message) }
}

describe('a mail', () => {
  it('in the letters of Windows keeps its quotation marks', async () => {
    const root = await publication()
    const text = mail('He said \x93yes\x94 for \x80 5', [], '2', 'Yes').replace(
      'charset=utf-8',
      'charset=windows-1252',
    )
    const folder = await publicationFolder({})
    await writeFile(join(folder, 'a.eml'), Buffer.from(text, 'latin1'))
    await importInto(root, folder)
    expect((await draftsIn(root)).map(({ body }) => body)).toEqual(['Yes\n\nHe said “yes” for € 5'])
  })

  it('is a moment with its photographs, by name and without an address', async () => {
    const { drafts, told } = await imported({ 'a.eml': mail('Here they are.\n', [photograph, photograph]) })
    expect(told).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]).toMatchObject({
      name: '2013-07-26-1032-ann-example',
      body: 'Photographs of the day\n\nHere they are.',
      matter: {
        kind: 'photograph',
        author: 'Ann Exämple',
        consent: 'unknown',
        time: '2013-07-26T10:32:00+01:00',
      },
    })
    expect(drafts[0]?.matter.pictures).toHaveLength(2)
    expect(JSON.stringify(drafts)).not.toContain('mail.example')
  })

  it('loses its signature and what it quotes, which is told; and names what is no photograph', async () => {
    const text =
      'All of us at the door, a long line that the program of its writer has wrapped\nin two.\n\nOn Friday Bob wrote:\n> Send them\n-- \nAnn, 0121 496 0123'
    const others = [
      { type: 'image/heic', name: 'IMG_1.HEIC', bytes: 'ftypheic' },
      { type: 'application/pdf', name: 'minutes.pdf', bytes: '%PDF' },
    ]
    const { drafts, told } = await imported({ 'a.eml': mail(text, others) })
    expect(drafts[0]?.body).toBe(
      'Photographs of the day\n\nAll of us at the door, a long line that the program of its writer has wrapped in two.',
    )
    expect(told).toEqual([
      '`minutes.pdf` in `a.eml, “Photographs of the day”` is no picture that is read, and is left out.',
      'The picture `IMG_1.HEIC` of `a.eml, “Photographs of the day”` is of a kind that is not read, and is left out.',
      'Of `a.eml, “Photographs of the day”` what is quoted in it and its signature are left out.',
    ])
  })

  it('of HTML alone does nothing', async () => {
    const html =
      'From: Ann <a@b.example>\nDate: Fri, 26 Jul 2013 10:32:00 +0100\nContent-Type: text/html\n\n<p>So <b>many</b><script>alert(1)</script><img src="https://evil.example/x.gif"></p>'
    const { drafts } = await imported({ 'a.eml': html })
    expect(drafts.map(({ body }) => body)).toEqual(['So **many**'])
  })

  it('nested without end is named, and the others are read', async () => {
    const deep = Array.from(
      { length: 400 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    ).join('')
    const { drafts, told } = await imported({ 'a.eml': mail('Here'), 'b.eml': `Subject: x\n${deep}` })
    expect(drafts).toHaveLength(1)
    expect(told).toEqual(['Post 1 of `b.eml` could not be read, and is left out.'])
  })
})

describe('a mailbox', () => {
  it('gives each of its mails and their own photographs, once', async () => {
    const separator = 'From ann@mail.example Fri Jul 26 10:32:00 2013\n'
    const all = ['One\n\n>From here on.', 'Two', 'Three'].map((text, index) =>
      mail(text, index === 1 ? [] : [photograph], String(index), text.slice(0, 3)),
    )
    const { root, folder, drafts, told } = await imported({
      'Launch.mbox': all.map((one) => `${separator}${one}\n`).join(''),
    })
    expect(told).toEqual([])
    expect(drafts.map(({ body, matter }) => [body, matter.picture !== undefined]).sort()).toEqual([
      ['One\n\nFrom here on.', true],
      ['Three', true],
      ['Two', false],
    ])
    expect((await importInto(root, folder)).written).toBe(0)
  })
})
