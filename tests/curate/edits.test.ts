import { describe, expect, it } from 'vitest'
import { editMoment } from '../../scripts/curate/edit-moment.ts'
import { editPeople } from '../../scripts/curate/edit-people.ts'
import { EditRefused } from '../../scripts/curate/edit-refused.ts'
import { editStory, type StoryChange } from '../../scripts/curate/edit-story.ts'

const STORY = `# How the day went
- title: Morning # before noon
  mood: bright
  items:
    # the very first
    - moment: a
    - line: 'And then:'
    - moment: b
- session: talks
  items: []
`

/** The story after some changes, one after the other. */
const story = (text: string, ...changes: StoryChange[]): string => changes.reduce(editStory, text)

describe('a story', () => {
  it.each<[what: string, change: StoryChange, from: string, to: string]>([
    [
      'takes a moment',
      { kind: 'take', name: 'c', part: 0, at: 1 },
      '    - line:',
      '    - moment: c\n    - line:',
    ],
    [
      'fills an empty part',
      { kind: 'take', name: 'c', part: 1, at: 9 },
      'items: []',
      'items:\n    - moment: c',
    ],
    ['leaves one', { kind: 'leave', name: 'b' }, '    - moment: b\n', ''],
    [
      'moves one to another part',
      { kind: 'move', part: 0, item: 2, toPart: 1, to: 0 },
      `    - moment: b
- session: talks
  items: []
`,
      `- session: talks
  items:
    - moment: b
`,
    ],
    [
      'changes a line',
      { kind: 'line', part: 0, item: 1, words: 'At ten: a speech' },
      "line: 'And then:'",
      "line: 'At ten: a speech'",
    ],
    [
      'takes a line out that says nothing',
      { kind: 'line', part: 0, item: 1, words: ' ' },
      "    - line: 'And then:'\n",
      '',
    ],
    [
      'adds a line',
      { kind: 'add-line', part: 0, at: 3, words: 'The end' },
      'moment: b\n',
      'moment: b\n    - line: The end\n',
    ],
    [
      'names a part',
      { kind: 'part', part: 1, title: 'Talk, talk', session: 'talks' },
      'session: talks\n  items: []',
      'session: talks\n  items: []\n  title: Talk, talk',
    ],
    ['removes a part', { kind: 'remove-part', part: 1 }, '- session: talks\n  items: []\n', ''],
    [
      'adds a part',
      { kind: 'add-part', at: 2, title: '', session: 'tea' },
      'items: []\n',
      'items: []\n- session: tea\n  items: []\n',
    ],
  ])('%s, and keeps everything else to the letter', (_, change, from, to) => {
    expect(STORY).toContain(from)
    expect(story(STORY, change)).toBe(STORY.replace(from, to))
  })

  it('keeps the remark above what is left out', () => {
    expect(story(STORY, { kind: 'leave', name: 'a' })).toContain("# the very first\n    - line: 'And then:'")
  })

  it('begins with the first moment, and ends as a list of nothing', () => {
    const first = story('', { kind: 'take', name: 'a', part: 0, at: 0 })
    expect(first).toBe('- items:\n    - moment: a\n')
    expect(story(first, { kind: 'remove-part', part: 0 })).toBe('[]\n')
    expect(story('# Nothing yet\n', { kind: 'take', name: 'a', part: 0, at: 0 })).toContain('# Nothing yet')
  })

  it('is left alone where it cannot be read, or says something else by now', () => {
    expect(() => story('- title: [', { kind: 'leave', name: 'a' })).toThrow(EditRefused)
    expect(() => story(STORY, { kind: 'leave', name: 'z' })).toThrow('not in the story any more')
    expect(() => story(STORY, { kind: 'take', name: 'a', part: 0, at: 0 })).toThrow('in the story already')
    expect(() => story('title: A', { kind: 'leave', name: 'a' })).toThrow('no list of parts')
  })
})

const MOMENT = `---
time: 2031-05-04 10:32 # by the clock on the wall
kind: post
colour: blue
pictures:
  - { file: a.jpg, alt: A hall }
  - file: b.jpg # the other one
---

What was said: *"Hello"*
`

describe('a moment', () => {
  it.each<[what: string, change: Parameters<typeof editMoment>[1], from: string, to: string]>([
    [
      'is given consent',
      { kind: 'moment', name: 'a', set: { consent: 'given, by e-mail: in May' } },
      'b.jpg # the other one\n',
      "b.jpg # the other one\nconsent: 'given, by e-mail: in May'\n",
    ],
    [
      'is chosen',
      { kind: 'moment', name: 'a', set: { chosen: true } },
      'the other one\n',
      'the other one\nchosen: true\n',
    ],
    [
      'has an alternative text',
      { kind: 'picture', name: 'a', index: 1, set: { alt: 'A door: “open”' } },
      'the other one\n',
      "the other one\n    alt: 'A door: “open”'\n",
    ],
    [
      'is cropped, never over the edge',
      { kind: 'picture', name: 'a', index: 0, set: { crop: { x: 0.3335, y: 0, width: 0.6665, height: 1 } } },
      'alt: A hall }',
      'alt: A hall, crop: { x: 0.334, y: 0, width: 0.666, height: 1 } }',
    ],
  ])('%s, and keeps everything else to the letter', (_, change, from, to) => {
    expect(MOMENT).toContain(from)
    const made = editMoment(MOMENT, change)
    expect(made.replace(/"/g, "'")).toBe(MOMENT.replace(from, to).replace(/"/g, "'"))
  })

  it('keeps its line ends and its byte order mark', () => {
    const windows = `\uFEFF${MOMENT.replaceAll('\n', '\r\n')}`
    const made = editMoment(windows, { kind: 'moment', name: 'a', set: { session: 'talks' } })
    expect(made).toBe(windows.replace('one\r\n---', 'one\r\nsession: talks\r\n---'))
  })

  it('is not touched where its front matter is none of ours', () => {
    const change = { kind: 'moment', name: 'a', set: { chosen: true } } as const
    expect(() => editMoment('+++\nkind = "post"\n+++\n', change)).toThrow(EditRefused)
    expect(() => editMoment('---\nkind: [\n---\n', change)).toThrow(EditRefused)
  })
})

describe('the people', () => {
  const ANSWER = {
    kind: 'person',
    name: 'ann example',
    handle: '@ann',
    state: 'given',
    when: '2031-05-06',
    how: '',
  } as const
  it('keep how they are reached when they answer', () => {
    const text = '# Whom to ask\n- name: Ann Example\n  contact: 0700 900 123\n  consent: asked\n'
    expect(editPeople(text, ANSWER)).toBe(
      '# Whom to ask\n- name: Ann Example\n  contact: 0700 900 123\n  consent: given\n  when: 2031-05-06\n',
    )
  })

  it('are added by their name and handle', () => {
    expect(editPeople('', { ...ANSWER, name: 'Ann Example' })).toBe(
      "- name: Ann Example\n  handles: [ '@ann' ]\n  consent: given\n  when: 2031-05-06\n",
    )
  })
})
