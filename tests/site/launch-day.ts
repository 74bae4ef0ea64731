import sharp from 'sharp'

/** A publication with a launch, and a moment of each shape. Everybody and everything in it is made up. */
export async function launchDayFiles(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const yellow = await sharp({ create: { width: 1200, height: 700, channels: 3, background: '#f8be16' } })
    .jpeg()
    .toBuffer()
  return { ...TEXTS, 'launch/moments/images/square.jpg': yellow }
}

const moment = (matter: string, said: string): string => `---\n${matter}\n---\n\n${said}\n`

const TEXTS = {
  'publication.yaml': 'title: A made-up paper\nlanguage: en-GB\ndate: 2001-02-03\n',
  'chapters/01-beginning.md':
    '# The beginning\n\nThe day was this.\n\n## The programme\n\n:::programme\n:::\n\n:::moments\n:::\n',
  'launch/event.yaml': `name: Launch of the made-up paper
date: 2001-02-03
timeZone: Europe/London
begins: '09:30'
ends: '12:30'
place: Example Hall, Nowhere
programme:
  - id: welcome
    title: Welcome
    starts: '09:30'
    ends: '10:00'
    speakers:
      - { name: Ann Example, role: Chair of Nothing }
    about: chapters/01-beginning.md
  - { id: talks, title: Talks, when: Late morning, note: Nobody spoke. }
kept:
  - { what: Films, where: A shelf, url: https://example.org/films, note: All of them }
sources:
  - { title: A made-up page, url: https://example.org/source }
`,
  'launch/moments/2001-02-03-0941-ann.md': moment(
    "time: 2001-02-03 09:41\nkind: post\nauthor: Ann Example\nhandle: '@ann'\nurl: https://example.org/posts/1\nsession: welcome\nconsent: given, in a made-up letter\nchosen: true",
    'The hall is full of *nobody*, and [this page](https://example.org/1) says so. Averylongwordthatnobodywouldeverwriteonaphonebutthatapostmayholdallthesame.',
  ),
  'launch/moments/2001-02-03-0955-square.md': moment(
    'time: 2001-02-03 09:55\nkind: photograph\nauthor: Bob "Bobby" Example\nsession: welcome\nconsent: public-post\npicture:\n  file: images/square.jpg\n  alt: A yellow square & nothing else\n  credit: Bob Example',
    '',
  ),
  'launch/moments/2001-02-03-notes.md': moment(
    'time: 2001-02-03\nkind: note\nplace: Room 1',
    'What was said in the room:\n\n- this\n- and that',
  ),
}
