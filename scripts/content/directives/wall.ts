// `:::wall`: the photographs of launch day, in rows of one height over as many pages as they need. <figure role="group"
// class="fig gallery wall" id><div class="fig-body"><div data-wall><figure role="group" class="cell">
import type { Element } from 'hast'
import type { Image, Paragraph } from 'mdast'
import { z } from 'zod'
import { cropAddress } from '../../ground/files/crop-address.ts'
import { bestOfWall } from '../../ground/gallery-rows.ts'
import { excerptOf } from '../../ground/language/excerpt.ts'
import { withoutMarks } from '../../ground/language/foreign-words.ts'
import type { Moment } from '../../model/launch.ts'
import { attributesOf, incomplete } from '../markdown/attributes.ts'
import type { Draft } from '../markdown/draft.ts'
import { atWidth, type ContainerDirective, classed, draftOf, from, h, type State } from '../markdown/hast.ts'
import { captionOf, freePlace, loneImage, pictureIn } from '../markdown/picture.ts'
import { flag, ownName, place, printedValue } from './attribute.ts'
import { block, type FillPlace, type Given } from './directive.ts'
import { type At, at, isFilled, paragraph } from './filled-block.ts'
import { choiceFaults, chosenMoments, MOMENT_CHOICE } from './moment-choice.ts'
import { nextGallery, placeOfGallery } from './place-of-gallery.ts'

declare module 'mdast' {
  interface ImageData {
    /** Of a picture of a moment: what stands below it, behind its hour. */
    below?: { readonly time: string; readonly said: string; readonly credit: string }
  }
}

const ATTRIBUTES = {
  id: ownName(),
  caption: printedValue('prose', 'the caption of all; below each stand its hour, its words and who took it'),
  ...MOMENT_CHOICE,
  narrow: flag('keeps to the column of the text'),
  place: place(),
}
type GivenWall = Given<typeof ATTRIBUTES>

export const wall = block({
  name: 'wall',
  about: 'launch day, from `launch/`: photographs in rows as wide as the page, uncut; an empty block',
  example: ':::wall\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'launch',
  holds: 'nothing',
  apart: false,
  html: wallElement,
  fill: (launch, node, place) =>
    chosenMoments(launch, attributesOf(node)).flatMap((moment) => picturesOf(moment, place, node)),
  outline(node, { caption }, reader) {
    for (const image of imagesIn(node)) {
      if (image.alt !== 'decorative') reader.figure(node, image.alt ?? '')
      reader.say(node, wordsBelow(image), 'caption')
    }
    reader.sayWithCalls(node, caption, 'caption')
  },
})

/** Words longer than that are cut: they stand whole in `:::moments`, and on the website. */
const LONGEST = 120

function picturesOf(moment: Moment, { words }: FillPlace, node: At): Paragraph[] {
  return moment.pictures.map(({ file, alt, credit, crop }, index) => {
    const below = {
      time: moment.clock || moment.day,
      said: index === 0 ? excerptOf(moment.text, LONGEST) : '',
      credit: credit && `${withoutMarks(words.picture)}: ${credit}`,
    }
    const data = { file: cropAddress(file, crop), below }
    return paragraph([{ type: 'image', url: file, alt, data, ...at(node) }], node)
  })
}

const imagesIn = ({ children }: ContainerDirective): Image[] =>
  children.flatMap((child) => loneImage(child) ?? [])

const wordsBelow = ({ data }: Image): string => {
  const { time = '', said = '', credit = '' } = data?.below ?? {}
  return [time, said, credit].filter((part) => part !== '').join(' ')
}

function wallElement(state: State, node: ContainerDirective, given: GivenWall): Element {
  const draft = draftOf(state)
  const { launch } = draft.context
  const faults = launch ? choiceFaults(launch, given) : []
  for (const fault of faults) incomplete(draft, node, fault)
  if (faults.length === 0 && launch && node.children.length === 0)
    incomplete(draft, node, { problem: 'no-moments' })
  else if (faults.length === 0) isFilled(state, node, 'paragraph')
  draft.shows.add('launch')
  const images = imagesIn(node)
  const { columnMm, textMm } = draft.measures
  const isWide = given.narrow === undefined && draft.widthMm === columnMm
  const { id, isNumbered } = placeOfGallery(draft, node, given, false)
  const widthMm = isWide ? textMm : draft.widthMm
  const cells = atWidth(draft, widthMm, () => cellsOf(state, images))
  const dataWall = bestOfWall(widthMm).toFixed(3)
  const look = classed('fig', 'gallery', 'wall', isWide && 'wide', given.place === 'here' && 'here')
  return h(
    'figure',
    { role: 'group', ...look, ...(id ? { id } : {}) },
    h('div', classed('fig-body'), h('div', { dataWall }, ...cells)),
    captionOf(state, node, { id: isNumbered ? id : undefined, caption: given.caption ?? '' }),
  )
}

function cellsOf(state: State, images: readonly Image[]): Element[] {
  const draft = draftOf(state)
  const gallery = nextGallery(draft)
  return images.map((image) => {
    const id = placeOfCredit(draft, image)
    const { time = '', said = '', credit = '' } = image.data?.below ?? {}
    return h(
      'figure',
      { role: 'group', ...classed('cell'), ...(id ? { id } : {}) },
      pictureIn(state, image, undefined, { gallery, isOfWall: true }),
      h(
        'figcaption',
        from(image),
        h('b', {}, time),
        said && ` ${said}`,
        credit && ' ',
        credit && h('span', classed('credit'), credit),
      ),
    )
  })
}

/** A list of whose the pictures are leads to each, on whatever page the wall has brought it to. */
function placeOfCredit(draft: Draft, { alt, data }: Image): string | undefined {
  const credit = data?.below?.credit ?? ''
  if (credit === '') return undefined
  const anchor = freePlace(draft)
  draft.credits.push({ anchor, title: alt ?? '', credit, licence: '' })
  return anchor
}
