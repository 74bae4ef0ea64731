// The rules of web pages that are brought in.
import { group, problem, ruleOfProblems, within } from './rule.ts'

const leftOut = within<{ words: string }>(
  (part, f) => `${part} not brought along: “${f.words}”.`,
  () => 'Write these words into the text if readers need them.',
)
const disarmed = within(
  (words) => `${words}. Nothing of it was run, and it is not brought along.`,
  () => 'Look at what was written if the page needed it to show its text.',
)
const pictureLeft = within<{ picture: string }>(
  (words, f) => `The picture \`${f.picture}\` ${words}: its words stand in its place.`,
  () => 'Save the picture beside the text, and show it there if readers need it.',
)

const inDigits = (count: number): string => count.toLocaleString('en-GB')

export const ADOPTED_PAGES_RULES = group({
  heading: 'Web pages from elsewhere',
  rules: {
    'page-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Whoever knows the page looks for what stood there.',
      problems: {
        beside: leftOut('What stands beside the text of the page is', { words: 'Home About us Contact' }),
        banner: leftOut('A notice that lies over the page is', { words: 'We use cookies' }),
        hidden: leftOut('What the page does not show is', { words: 'Only for printing' }),
        contents: leftOut('The page’s own list of contents is', { words: '1 How it began 2 What it cost' }),
        control: leftOut('What can be filled in or pressed is', { words: 'Send' }),
        comment: leftOut('A comment in the margin is', { words: 'Is this still so?' }),
        formula: problem<{ words: string }>({
          says: (f) => `A formula stands there as its signs alone: “${f.words}”.`,
          mend: () => 'Write it between dollar signs as TeX.',
          example: { words: 'a2+b2=c2' },
        }),
        frame: problem<{ address: string }>({
          says: (f) => `Of a film or a frame only its address is brought along: \`${f.address}\`.`,
          mend: () => 'Say in the text what it shows.',
          example: { address: 'https://example.org/film' },
        }),
        caption: problem<{ words: string }>({
          says: (f) => `Words of this caption were set off or linked, and are plain here: “${f.words}”.`,
          mend: () => 'Write what readers need, such as the address of a link, into the text.',
          example: { words: 'The wall, from Black Country Echoes' },
        }),
        underlined: problem<{ words: string }>({
          says: (f) => `These words are underlined in the original, and not here: “${f.words}”.`,
          mend: () => 'Write them between two asterisks if they are to be set off.',
          example: { words: 'by noon' },
        }),
      },
    }),
    'page-is-harmless': ruleOfProblems({
      kind: 'safety',
      severity: 'warning',
      why: 'A page that was saved from elsewhere can hold what its reader never saw.',
      problems: {
        script: disarmed<{ count: number }>(
          (f) => `The page holds ${f.count === 1 ? 'a program' : `${f.count} programs`}`,
          { count: 2 },
        ),
        handler: disarmed<{ count: number; name: string }>(
          (f) =>
            `${f.count === 1 ? 'An attribute' : `${f.count} attributes`} such as \`${f.name}\` would run a program`,
          { count: 1, name: 'onerror' },
        ),
        address: disarmed<{ address: string }>((f) => `A link leads to \`${f.address}\``, {
          address: 'javascript:…',
        }),
        refresh: disarmed<{ address: string }>((f) => `The page sends its reader on to \`${f.address}\``, {
          address: 'https://example.org/',
        }),
        base: disarmed<{ address: string }>((f) => `The page has its addresses begin at \`${f.address}\``, {
          address: 'https://example.org/',
        }),
        entities: disarmed(() => 'The page defines signs of its own, perhaps from other files'),
      },
    }),
    'page-picture-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A reader is shown what the page showed.',
      problems: {
        remote: pictureLeft('lies on the web, and nothing is fetched', {
          picture: 'https://example.org/bridge.jpg',
        }),
        unknown: pictureLeft('is of a kind that is not known', { picture: 'data:image/x-icon' }),
        'too-large': pictureLeft('is too large', { picture: 'data:image/png' }),
        broken: pictureLeft('does not hold together', { picture: 'data:image/png' }),
      },
    }),
    'page-is-read': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Half a page would be taken for the whole.',
      problems: {
        deep: problem<{ most: number }>({
          says: (f) => `The page is nested more than ${f.most} deep, and was not read.`,
          mend: () => 'Open it in a browser, copy its text, and save that.',
          example: { most: 500 },
        }),
        large: problem<{ most: number }>({
          says: (f) => `The page has more than ${inDigits(f.most)} elements, and was not read.`,
          mend: () => 'Save its parts as pages of their own.',
          example: { most: 150_000 },
        }),
        archive: problem({
          says: () => 'This is an archive that a browser made of a page, and was not read.',
          mend: () => 'Open it in the browser, and save it as a complete page (.html).',
        }),
        'no-text': problem({
          says: () => 'The page has no text.',
          mend: () => 'Save it again when the browser shows all of it.',
        }),
      },
    }),
  },
})
