// `:::moments`: what was said on the day. <div class="moments"><div class="moment"><p class="moment-time">…<p
// class="moment-by">
import { posix } from 'node:path'
import type { Element, ElementContent } from 'hast'
import type { Paragraph } from 'mdast'
import { z } from 'zod'
import { cropAddress } from '../../ground/files/crop-address.ts'
import { withoutMarks } from '../../ground/language/foreign-words.ts'
import type { Launch, Moment } from '../../model/launch.ts'
import type { Words } from '../../model/words.ts'
import { attributesOf, incomplete } from '../markdown/attributes.ts'
import { type ContainerDirective, classed, draftOf, from, h, quietly, type State } from '../markdown/hast.ts'
import { block, type FillPlace, type Given, type OutlineReader } from './directive.ts'
import { type At, at, isFilled, paragraph, placed, text } from './filled-block.ts'
import { MOST_OF_GALLERY } from './gallery.ts'
import { choiceFaults, chosenMoments, MOMENT_CHOICE, TOLD } from './moment-choice.ts'

declare module 'mdast' {
  interface ImageData {
    /** On the page, in mm. */
    tallestMm?: number
  }
}

type GivenMoments = Given<typeof MOMENT_CHOICE & typeof TOLD>

export const moments = block({
  name: 'moments',
  about:
    'launch day, from `launch/`: moments as a list, with the hour beside each, or as somebody tells them; an empty block',
  example: ':::moments\n:::',
  attributes: z.object({ ...MOMENT_CHOICE, ...TOLD }),
  label: false,
  words: 'launch',
  holds: 'nothing',
  apart: false,
  html: momentsElement,
  fill: (launch, node, place) =>
    attributesOf(node).story === undefined
      ? chosenMoments(launch, attributesOf(node)).map((one) => momentBlock(one, place, node))
      : storyBlocks(launch, place, node),
  outline: outlineOfMoments,
})

/** Of a picture, as in styles/46-launch-day.css. */
const TALLEST_MM = 57

/** A block of a name that no author can write. */
function momentBlock(moment: Moment, { file, words, read }: FillPlace, node: At): ContainerDirective {
  const said = read(moment.body).children.map((child) => placed(child, node))
  const credits = creditsOf(moment)
  const shown = moment.pictures.map(({ file: picture, alt, credit, crop }) => {
    const url = encodeURI(posix.relative(posix.dirname(file), picture))
    const data = {
      tallestMm: TALLEST_MM,
      ...(credits.length > 1 && credit ? { credit: { credit, licence: '' } } : {}),
      ...(crop ? { file: cropAddress(picture, crop) } : {}),
    }
    return paragraph([{ type: 'image', url, alt, data, ...at(node) }], node)
  })
  return {
    type: 'containerDirective',
    name: 'moment',
    attributes: { time: timeOf(moment), by: byLine(moment, words) },
    children: [...said, ...inGalleries(shown, node)] as never,
    ...at(node),
  }
}

/** A title is a block of a name that no author can write; a line between is a paragraph. */
function storyBlocks({ story, sessions, moments }: Launch, place: FillPlace, node: At): StoryBlock[] {
  const titles = new Map(sessions.map(({ id, title }) => [id, title]))
  const named = new Map(moments.map((moment) => [moment.name, moment]))
  return story.flatMap(({ title, session, items }): StoryBlock[] => {
    const head = title || (titles.get(session) ?? '')
    const blocks = items.flatMap((item): StoryBlock[] => {
      if (item.kind === 'line') return [paragraph([text(item.words, node)], node)]
      const moment = named.get(item.moment)
      return moment ? [momentBlock(moment, place, node)] : []
    })
    return head ? [titleBlock(head, node), ...blocks] : blocks
  })
}
type StoryBlock = ContainerDirective | Paragraph

const titleBlock = (title: string, node: At): ContainerDirective => ({
  type: 'containerDirective',
  name: 'moments-title',
  attributes: {},
  children: [paragraph([text(title, node)], node)],
  ...at(node),
})

/** Several stand side by side: as few galleries as can be, all of about as many pictures. */
function inGalleries(shown: readonly Paragraph[], node: At): (Paragraph | ContainerDirective)[] {
  const length = Math.ceil(shown.length / Math.ceil(shown.length / MOST_OF_GALLERY)) || 1
  if (length === 1) return [...shown]
  return Array.from({ length: Math.ceil(shown.length / length) }, (_, index) => {
    const children = shown.slice(index * length, (index + 1) * length)
    const attributes = { narrow: '', place: 'here' }
    return { type: 'containerDirective', name: 'gallery', attributes, children, ...at(node) }
  })
}

const creditsOf = ({ pictures }: Moment): string[] =>
  [...new Set(pictures.map(({ credit }) => credit))].filter((credit) => credit !== '')

const timeOf = ({ clock, day }: Moment): string => clock || day

/** Where pictures are by several people, each says so itself; whoever took those of their own moment is named once. */
function byLine(moment: Moment, words: Words): string {
  const { author, handle } = moment
  const who = [author, handle].filter((word) => word !== '').join(', ')
  const credits = creditsOf(moment)
  const credit = credits.length === 1 ? `${withoutMarks(words.picture)}: ${credits[0]}` : ''
  if (credits[0] === author && credit !== '') return [credit, handle].filter((part) => part !== '').join(', ')
  return [who, credit].filter((part) => part !== '').join('. ')
}

function momentsElement(state: State, node: ContainerDirective, given: GivenMoments): Element {
  const draft = draftOf(state)
  const { context, shows } = draft
  const { launch } = context
  shows.add('launch')
  // A launch of which no moment is chosen shows none, and needs no word about it.
  if (node.children.length > 0 || !launch) isFilled(state, node, 'containerDirective', 'paragraph')
  for (const fault of launch ? choiceFaults(launch, given) : []) incomplete(draft, node, fault)
  const isUntold = launch?.story.length === 0 && node.children.length === 0
  if (given.story !== undefined && isUntold) incomplete(draft, node, { problem: 'no-story' })
  const blocks = node.children.flatMap((child) => blockElement(state, child))
  return h('div', classed('moments', given.story !== undefined && 'story'), ...blocks)
}

function blockElement(state: State, child: ContainerDirective['children'][number]): Element[] {
  if (child.type === 'containerDirective' && child.name === 'moment') return [momentElement(state, child)]
  const isTitle = child.type === 'containerDirective'
  const line = isTitle ? child.children[0] : child
  if (line?.type !== 'paragraph') return []
  const words = quietly(draftOf(state), () => state.all(line) as ElementContent[])
  return [h('p', { ...classed(isTitle ? 'moments-title' : 'moments-line'), ...from(line) }, ...words)]
}

function momentElement(state: State, node: ContainerDirective): Element {
  const { time = '', by = '' } = attributesOf(node)
  const said = quietly(draftOf(state), () => state.all(node) as ElementContent[])
  const footer = by && h('p', { ...classed('moment-by'), ...from(node) }, by)
  return h(
    'div',
    classed('moment'),
    h('p', { ...classed('moment-time'), ...from(node) }, time),
    ...said,
    footer || undefined,
  )
}

function outlineOfMoments(node: ContainerDirective, _: object, reader: OutlineReader): void {
  for (const child of node.children) {
    if (child.type !== 'containerDirective' || child.name !== 'moment') {
      reader.all([child])
      continue
    }
    const { time, by } = attributesOf(child)
    reader.say(child, time)
    reader.all(child.children)
    reader.say(child, by)
  }
}
