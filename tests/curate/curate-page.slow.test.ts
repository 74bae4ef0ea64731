// The page of the desk in the project's browser: by mouse, by keys alone, and what axe says of each of its states.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serveCurate } from '../../scripts/curate/serve-curate.ts'
import { showPictures } from '../../scripts/curate/show-picture.ts'
import type { Served } from '../../scripts/ground/http/serve-folder.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { MOMENTS, moment, type OpenLaunch, openLaunch } from './open-launch.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const STORY = 'launch/story.yaml'

let shell: Awaited<ReturnType<typeof siteBrowser>>
let page: Page
let launch: OpenLaunch
let served: Served | undefined
const said: string[] = []

beforeAll(async () => {
  shell = await siteBrowser()
  page = await shell.browser.newPage()
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('dialog', (dialog) => {
    said.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
})
afterEach(async () => {
  await page.goto('about:blank')
  await served?.close()
  served = undefined
  // Nothing has been refused by the browser, nothing has failed, and no post was run.
  expect(said.splice(0)).toEqual([])
})
afterAll(() => shell.close())

async function open(
  files?: Readonly<Record<string, string>>,
  width = 1280,
  height = 800,
  many?: number,
): Promise<void> {
  launch = await openLaunch(files, many)
  served = await serveCurate(launch.desk, showPictures(launch.root), { port: 0 })
  await page.setViewport({ width, height })
  await page.goto(served.url)
  await page.waitForSelector('.row')
}

const textOf = (selector: string) =>
  page.$eval(selector, (found) => found.textContent?.replace(/\s+/g, ' ').trim() ?? '')
const says = (selector: string, words: string) =>
  page.waitForFunction(
    (where, what) => document.querySelector(where)?.textContent?.includes(what),
    {},
    selector,
    words,
  )
/** Until the story on the page is this: `a`, or `“A line”`. */
const tells = (...items: string[]) =>
  page.waitForFunction(
    (wanted) => {
      const told = [...document.querySelectorAll<HTMLElement>('.item')].map((item) => {
        const line = item.querySelector('textarea')
        return line ? `“${line.value}”` : (item.querySelector('.said')?.textContent ?? '')
      })
      return JSON.stringify(told) === wanted
    },
    {},
    JSON.stringify(items),
  )
const press = async (...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const withKey = async (held: 'Alt' | 'Control', ...keys: Parameters<typeof press>): Promise<void> => {
  await page.keyboard.down(held)
  await press(...keys)
  await page.keyboard.up(held)
}
/** Where it is now, in sight: it may be drawn anew at any time, at the same place. */
const placeOf = (selector: string) =>
  page
    .waitForFunction(
      (where) => {
        const found = document.querySelector(where)
        found?.scrollIntoView({ block: 'nearest' })
        const { x = 0, y = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {}
        return width > 0 && { x, y, width, height }
      },
      {},
      selector,
    )
    .then((found) => found.jsonValue() as Promise<Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>>)
async function click(selector: string): Promise<void> {
  const { x, y, width, height } = await placeOf(selector)
  await page.mouse.click(x + width / 2, y + height / 2)
}
const choose = (name: string) => click(`#moment-${name}`)

async function axe(): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  })
}

describe('by keys alone', () => {
  it('moments are found, taken, put in order, told between, and left', async () => {
    await open()
    await page.focus('#list')
    await press('ArrowDown', 't')
    await tells('The doors are open.')
    await press('End', 't')
    await tells('The doors are open.', 'Nobody said this.')
    await page.focus('[data-focus="item-d"]')
    await withKey('Alt', 'ArrowUp')
    await tells('Nobody said this.', 'The doors are open.')
    // The focus goes along with what was moved.
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.focus)).toBe('item-d')
    await press('l')
    await page.waitForSelector('.item.line textarea:focus')
    await page.keyboard.type('Then, at nine:')
    await press('Tab')
    await tells('Nobody said this.', '“Then, at nine:”', 'The doors are open.')
    await expect
      .poll(() => launch.text(STORY))
      .toBe("- items:\n    - moment: d\n    - line: 'Then, at nine:'\n    - moment: a\n")
    await page.focus('[data-focus="item-a"]')
    await press('Delete')
    await tells('Nobody said this.', '“Then, at nine:”')
    await withKey('Control', 'z')
    await tells('Nobody said this.', '“Then, at nine:”', 'The doors are open.')
  })

  it('the way leads from a row to what is decided of it, and every control is reached', async () => {
    await open()
    await page.focus('#list')
    await press('ArrowDown', 'ArrowDown', 'Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('moment-title')
    const reached = new Set<string>()
    for (let step = 0; step < 40; step += 1) {
      await press('Tab')
      reached.add(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.focus ?? ''))
    }
    for (const focus of [
      'take',
      'picture-0-alt',
      'picture-0-credit',
      'session',
      'chosen',
      'consent',
      'answer',
      'add-part',
    ])
      expect(reached).toContain(focus)
  })
})

describe('by mouse', () => {
  it('moments are dragged into the story, and within it', async () => {
    await open()
    await choose('a')
    await click('[data-focus="take"]')
    await tells('The doors are open.')
    await drag('#moment-d', '.item')
    await tells('Nobody said this.', 'The doors are open.')
    await drag('[data-item="1"] .grip', '[data-item="0"]')
    await tells('The doors are open.', 'Nobody said this.')
    expect(await launch.text(STORY)).toBe('- items:\n    - moment: a\n    - moment: d\n')
    await click('[aria-label^="Leave: Nobody named"]')
    await tells('The doors are open.')
  })

  it('parts have titles, or are of the programme', async () => {
    await open()
    await click('.add')
    await page.waitForSelector('.part')
    await page.select('[data-focus="part-0"]', 'talks')
    await says('.part option:checked', 'Talks (Afternoon)')
    await click('.add')
    await page.waitForSelector('[data-focus="part-1-title"]')
    await page.type('[data-focus="part-1-title"]', 'Cake')
    await press('Tab')
    await page.waitForSelector('[aria-label="Part 2: Cake"]')
    await choose('d')
    await press('t')
    await tells('Nobody said this.')
    expect(await launch.text(STORY)).toMatch(/title: Cake\n$/)
    await press('t')
    await page.waitForFunction(() => !document.querySelector('.item'))
    await click('[aria-label="Part 2 earlier"]')
    await page.waitForSelector('[aria-label="Part 1: Cake"]')
    expect(await launch.text(STORY)).toBe(
      '- items: []\n  title: Cake\n- session: talks\n  items: []\n'.replace(
        '- session: talks\n  items: []',
        '- items: []\n  session: talks',
      ),
    )
  })

  it('a part of a picture is drawn, set by its edges, and given up again', async () => {
    await open()
    await choose('b')
    await page.waitForFunction(
      () => (document.querySelector('.crop-frame img') as HTMLImageElement)?.naturalWidth > 0,
    )
    const { x, y, width, height } = await placeOf('.crop-frame')
    await page.mouse.move(x + width * 0.25, y + height * 0.2)
    await page.mouse.down()
    await page.mouse.move(x + width * 0.75, y + height * 0.8, { steps: 4 })
    await page.mouse.up()
    await says('#status', 'All is written.')
    await page.waitForFunction(() =>
      document.querySelector('#undo')?.getAttribute('aria-label')?.includes('picture'),
    )
    const crop = /crop: \{ x: ([\d.]+), y: ([\d.]+), width: ([\d.]+), height: ([\d.]+) \}/
    const drawn = crop
      .exec(await launch.text('launch/moments/b.md'))!
      .slice(1)
      .map(Number)
    for (const [index, part] of [0.25, 0.2, 0.5, 0.6].entries()) expect(drawn[index]).toBeCloseTo(part, 1)
    await click('summary')
    await page.focus('[data-focus="picture-0-left"]')
    await press('Home')
    await expect.poll(async () => crop.exec(await launch.text('launch/moments/b.md'))?.[1]).toBe('0')
    await click('[data-focus="picture-0-whole"]')
    await expect.poll(() => launch.text('launch/moments/b.md')).not.toContain('crop')
  })

  async function drag(from: string, to: string): Promise<void> {
    const [start, end] = [await placeOf(from), await placeOf(to)]
    await page.mouse.move(start.x + 5, start.y + 12)
    await page.mouse.down()
    await page.mouse.move(end.x + 40, end.y + 3, { steps: 6 })
    await page.mouse.up()
  }
})

describe('what is decided', () => {
  it('is written to the file of the moment, and the answer of a person to people.yaml', async () => {
    await open()
    await choose('b')
    await says('.verdict', 'Left out of every edition: Bo Example')
    await page.type('[data-focus="picture-0-alt"]', 'A hall with open doors')
    await press('Tab')
    await page.select('[data-focus="session"]', 'doors')
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('session: doors')
    await click('[data-focus="chosen"]')
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('chosen: true')
    await page.select('[data-focus="answer"]', 'given')
    await says('.verdict', 'May be shown')
    expect(await launch.text('launch/moments/b.md')).toBe(
      moment(
        '09:40',
        'author: Bo Example\npicture: { file: pictures/hall.jpg, alt: A hall with open doors }\nsession: doors\nchosen: true',
        'A hall.',
      ),
    )
    const people = await launch.text('launch/people.yaml')
    expect(people).toMatch(/- name: Bo Example\n {2}consent: given\n {2}when: \d{4}-\d\d-\d\d\n$/)
    expect(people).toContain('contact: ada@example.org')
    await click('#undo')
    await says('.verdict', 'Left out')
  })

  it('is not lost where a mouse button goes down while the panel is drawn anew', async () => {
    await open()
    await choose('b')
    await page.waitForSelector('[data-focus="chosen"]')
    await page.type('[data-focus="picture-0-credit"]', 'Bo Example')
    const box = await page.$eval('[data-focus="chosen"]', (field) => {
      field.scrollIntoView({ block: 'center' })
      const { x, y } = field.getBoundingClientRect()
      return { x: x + 8, y: y + 8 }
    })
    await page.mouse.move(box.x, box.y)
    await page.mouse.down()
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('credit: Bo Example')
    await page.mouse.up()
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('chosen: true')
  })

  it('of what others wrote stays text', async () => {
    await open()
    await choose('c')
    await says('.words', 'First <b>book</b> & <script>alert(1)</script>')
    expect(await page.$('#moment b b, #list b, #moment script')).toBeNull()
  })
})

describe('what was found', () => {
  it('is searched, and chosen by person, service, picture, consent and story', async () => {
    await open()
    const count = (words: string) => says('#found-count', words)
    await page.type('[name="words"]', 'DOORS open')
    await count('1 of 4 moments')
    await page.$eval('[name="words"]', (input) => {
      ;(input as HTMLInputElement).value = ''
      input.dispatchEvent(new Event('input', { bubbles: true }))
    })
    for (const [name, value, words] of [
      ['person', 'Ada Sample', '1 of 4'],
      ['service', 'mastodon', '1 of 4'],
      ['consent', 'waits', '1 of 4'],
      ['taken', 'no', '4 moments'],
      ['kind', 'video', '0 of 4'],
    ] as const) {
      await page.select(`[name="${name}"]`, value)
      await count(words)
      await page.select(`[name="${name}"]`, '')
      await count('4 moments')
    }
    await click('[name="picture"]')
    await count('1 of 4 moments')
    expect(await textOf('.row .who')).toContain('Bo Example')
  })

  it('is ten thousand moments as quickly as four', { timeout: 120_000 }, async () => {
    await open({}, 1280, 800, 10_000)
    await says('#found-count', '10000 moments')
    expect((await page.$$('.row')).length).toBeLessThan(40)
    await page.focus('#list')
    // What the page itself is at for a key, however busy the machine is.
    const before = (await page.metrics()).TaskDuration!
    await press('End', 'Home', 'PageDown', 'ArrowDown')
    expect((await page.metrics()).TaskDuration! - before).toBeLessThan(1)
    expect((await page.$$('.row')).length).toBeLessThan(40)
    const typing = (await page.metrics()).TaskDuration!
    await page.type('[name="words"]', 'word 9999')
    await says('#found-count', '1 of 10000 moments')
    expect((await page.metrics()).TaskDuration! - typing).toBeLessThan(3)
    await page.focus('#list')
    await press('Home', 't')
    await tells('Word 9999 of the day.')
  })
})

describe('nothing goes away under what is pressed', () => {
  it('neither a row, nor a control under the space bar, while news come', async () => {
    await open()
    const { x, y } = await placeOf('#moment-b')
    await page.mouse.move(x + 9, y + 9)
    await page.mouse.down()
    await launch.write('launch/moments/0.md', moment('09:00', '', 'Before all.'))
    await launch.write('launch/moments/b.md', MOMENTS['launch/moments/b.md'].replace('A hall.', 'The hall.'))
    for (const name of ['0', 'b']) await launch.desk.changed(`launch/moments/${name}.md`)
    await reachedBy(2)
    expect(await placeOf('#moment-b')).toMatchObject({ x, y })
    await page.mouse.up()
    await says('.words', 'The hall.')
    await says('#found-count', '5 moments')

    await page.focus('[data-focus="chosen"]')
    await page.keyboard.down('Space')
    await launch.desk.change({ kind: 'moment', name: 'b', set: { session: 'talks' } })
    await reachedBy(3)
    await page.keyboard.up('Space')
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('chosen: true')
  })

  it('and a press whose end the browser keeps for itself holds nothing up', async () => {
    await open()
    await choose('b')
    await page.waitForSelector('[data-focus="chosen"]')
    await page.evaluate(() => {
      document.dispatchEvent(new PointerEvent('pointerdown'))
      document.dispatchEvent(new MouseEvent('contextmenu'))
    })
    await launch.desk.change({ kind: 'moment', name: 'b', set: { chosen: true } })
    await page.waitForSelector('[data-focus="chosen"]:checked')
  })

  it('nor does anything move when a picture comes late, or never', async () => {
    const gone = moment('09:41', 'picture: { file: pictures/gone.jpg }', 'Gone.')
    await open({ ...MOMENTS, 'launch/moments/b1.md': gone, 'launch/moments/b2.md': gone })
    await page.evaluate(() => {
      const moved: string[] = []
      Object.assign(globalThis, { moved })
      new PerformanceObserver((list) => {
        const shifts = list.getEntries() as unknown as {
          sources: { node: Element; previousRect: DOMRect; currentRect: DOMRect }[]
        }[]
        for (const { sources } of shifts)
          for (const { node, previousRect: was, currentRect: now } of sources)
            if (was.y !== now.y && was.height * now.height > 0)
              moved.push(`${node.nodeName} ${was.y} ${now.y}`)
      }).observe({ type: 'layout-shift' })
    })
    await choose('b')
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.mat img')?.naturalWidth)
    const { y } = await placeOf('[data-focus="picture-0-alt"]')
    await choose('b1')
    await says('.mat', 'This picture cannot be shown')
    expect(await placeOf('[data-focus="picture-0-alt"]')).toMatchObject({ y })
    expect((await placeOf('#moment-b1 .thumb')).width).toBe(56)
    expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([])
    said.splice(0) // The browser says that there is no such picture.
  })

  /** Until the page has been told of a version, whether or not it shows it. */
  const reachedBy = (version: number) =>
    page.evaluate(
      (wanted) =>
        new Promise<void>((seen) => {
          const source = new EventSource('events')
          source.addEventListener('at', ({ data }) => {
            if (Number(data) < wanted) return
            source.close()
            requestAnimationFrame(() => seen())
          })
        }),
      version,
    )
})

describe('what is typed and set', () => {
  it('is written though the field was drawn anew meanwhile', async () => {
    await open()
    await choose('b')
    await page.type('[data-focus="picture-0-credit"]', 'Bo Exple')
    for (let step = 0; step < 3; step += 1) await press('ArrowLeft')
    await launch.desk.change({ kind: 'picture', name: 'b', index: 0, set: { alt: 'A hall' } })
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[data-focus="picture-0-alt"]')?.value === 'A hall',
    )
    await page.keyboard.type('am')
    await press('Tab')
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('credit: Bo Example')
    await says('#status', 'All is written.')
    await page.type('[data-focus="picture-0-credit"]', '!')
    await launch.desk.change({ kind: 'picture', name: 'b', index: 0, set: { alt: 'The hall' } })
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[data-focus="picture-0-alt"]')?.value === 'The hall',
    )
    await press('Tab')
    await expect.poll(() => launch.text('launch/moments/b.md')).toContain('credit: Bo Example!')
  })

  it('is not shown as done where it was refused, and words are not lost', async () => {
    await open()
    await choose('b')
    await page.waitForSelector('[data-focus="chosen"]')
    const file = 'launch/moments/b.md'
    await launch.write(file, '+++\n+++\n')
    await click('[data-focus="chosen"]')
    await says('#told', 'changed elsewhere')
    await launch.write(file, MOMENTS[file])
    await launch.desk.changed(file)
    await page.waitForSelector('[data-focus="chosen"]:not(:checked)')
    await launch.write('launch/people.yaml', 'none\n')
    await page.type('[data-focus="how"]', 'by e-mail')
    await press('Tab')
    await says('#told', 'people.yaml')
    expect(await page.$eval('[data-focus="how"]', (field) => (field as HTMLInputElement).value)).toBe(
      'by e-mail',
    )
  })

  it('means what stands there, however fast the keys come', async () => {
    await open({
      ...MOMENTS,
      [STORY]: '- items:\n    - moment: a\n    - moment: b\n- items:\n    - moment: c\n    - moment: d\n',
    })
    await page.focus('[data-focus="item-a"]')
    await withKey('Alt', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await tells(
      'A hall.',
      'First <b>book</b> & <script>alert(1)</script>',
      'Nobody said this.',
      'The doors are open.',
    )
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.focus)).toBe('item-a')
    await withKey('Control', 'z', 'z', 'z', 'z')
    await tells(
      'The doors are open.',
      'A hall.',
      'First <b>book</b> & <script>alert(1)</script>',
      'Nobody said this.',
    )
  })
})

describe('files that change under it', () => {
  it('are never written over, and what stands there is shown', async () => {
    await open({ ...MOMENTS, [STORY]: '- items:\n    - moment: a\n' })
    await tells('The doors are open.')
    const theirs = '- items:\n    - moment: d\n'
    await launch.write(STORY, theirs)
    await page.focus('#list')
    await press('End', 'ArrowUp', 't')
    await says('#told', 'launch/story.yaml was changed elsewhere in the meantime. Nothing was written')
    await tells('Nobody said this.')
    expect(await launch.text(STORY)).toBe(theirs)
    expect(await axe()).toEqual([])
  })

  it('are seen when they are saved; what is being typed stays', async () => {
    await open()
    await choose('b')
    await page.type('[data-focus="picture-0-credit"]', 'Bo Ex')
    await launch.write(
      'launch/moments/b.md',
      MOMENTS['launch/moments/b.md'].replace('A hall.', 'A great hall.'),
    )
    await launch.desk.changed('launch/moments/b.md')
    await says('.words', 'A great hall.')
    expect(
      await page.$eval('[data-focus="picture-0-credit"]', (field) => (field as HTMLInputElement).value),
    ).toBe('Bo Ex')
    await page.keyboard.type('ample')
    await press('Tab')
    await expect
      .poll(() => launch.text('launch/moments/b.md'))
      .toMatch(/credit: Bo Example[\s\S]*A great hall/)
  })
})

describe('for everybody', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
  ] as const)('axe finds nothing in any state: %s, %d wide', { timeout: 60_000 }, async (scheme, width) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await open(
      {
        ...MOMENTS,
        [STORY]: '- title: Morning\n  items:\n    - moment: b\n    - line: And then\n    - moment: gone\n',
      },
      width,
    )
    const views = width < 1000 ? ['found', 'moment', 'story'] : ['']
    const all: string[] = []
    const look = async () => {
      for (const view of views) {
        if (view) await click(`#views [data-view="${view}"]`)
        all.push(...(await axe()))
      }
      if (views[0]) await click('#views [data-view="found"]')
    }
    await look()
    await choose('b')
    await says('.verdict', 'Left out')
    await page.$eval('details', (details) => {
      ;(details as HTMLDetailsElement).open = true
    })
    await look()
    await click('#show-keys')
    all.push(...(await axe()))
    await click('#close-keys')
    await page.select('[name="kind"]', 'video')
    await says('#found-count', '0 of 4')
    await look()
    expect(all).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.emulateMediaFeatures([])
  })
})
