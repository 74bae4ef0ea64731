// <blockquote class="quote">…<footer><b>Name</b>, role</footer>
import type { Element, ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import { z } from 'zod'
import { dayInWords } from '../../ground/time/day-in-words.ts'
import type { Launch, Moment } from '../../model/launch.ts'
import { attributesOf, incomplete } from '../markdown/attributes.ts'
import { report } from '../markdown/draft.ts'
import {
  type ContainerDirective,
  classed,
  draftOf,
  from,
  h,
  type State,
  withCalls,
} from '../markdown/hast.ts'
import { printedValue, value } from './attribute.ts'
import { block, type FillPlace, type Given } from './directive.ts'
import { isFilled, placed } from './filled-block.ts'
import { momentFault } from './moment-choice.ts'

const ATTRIBUTES = {
  by: printedValue('person', 'whose words these are'),
  role: printedValue('role', 'what they are'),
  moment: value(
    'of an empty block: the moment of launch day whose words it quotes, by the name of its file without `.md`; who said them, and when, comes along',
  ),
}
type GivenQuote = Given<typeof ATTRIBUTES>

export const quote = block({
  name: 'quote',
  about: 'a quotation with whose words it is',
  example: ':::quote{by="A speaker" role="Chief Executive"}\nPeople answer when they are asked.\n:::',
  attributes: z.object(ATTRIBUTES),
  label: false,
  words: 'quoted',
  holds: 'anything',
  apart: true,
  hangs: true,
  elsewhere: 'same-untitled',
  html: quoteElement,
  fill: momentQuoted,
  outline(node, given, reader) {
    reader.all(node.children)
    if (given.moment) reader.say(node, sourceOf(given))
    else if (given.by) reader.sayWithCalls(node, sourceOf(given))
  },
})

/** “A speaker, Chief Executive”. */
const sourceOf = ({ by, role }: GivenQuote): string => [by, role].filter(Boolean).join(', ')

function quoteElement(state: State, node: ContainerDirective, given: GivenQuote): Element {
  const { by, role, moment } = given
  if (moment) return quotedMoment(state, node, given)
  if (!by) report(draftOf(state), 'quotation-has-source', node)
  const footer =
    by &&
    h(
      'footer',
      from(node),
      h('b', {}, ...withCalls(state, by)),
      ...(role ? withCalls(state, `, ${role}`) : []),
    )
  return h('blockquote', classed('quote'), ...(state.all(node) as ElementContent[]), footer || undefined)
}

/** What others wrote calls no note of the text and cites no work: it is printed as it is. */
function quotedMoment(
  state: State,
  node: ContainerDirective,
  { by = '', role, moment }: GivenQuote,
): Element {
  const draft = draftOf(state)
  const { launch } = draft.context
  const fault = launch && node.children.length === 0 && momentFault(launch, moment ?? '')
  if (fault) incomplete(draft, node, fault)
  else if (launch && node.children.length === 0) incomplete(draft, node, { problem: 'no-words-to-quote' })
  else isFilled(state, node, 'paragraph', 'list', 'blockquote', 'code', 'thematicBreak')
  const said = state.all(node) as ElementContent[]
  const footer = h('footer', from(node), by && h('b', {}, by), by && role ? ', ' : '', role ?? '')
  return h('blockquote', classed('quote'), ...said, by || role ? footer : undefined)
}

function momentQuoted({ moments }: Launch, node: ContainerDirective, { language, read }: FillPlace): Nodes[] {
  const given = attributesOf(node)
  const moment = moments.find(({ name }) => name === given.moment)
  if (!moment) return []
  const { by = moment.author || moment.handle, role = whenAndWhere(moment, language) } = given
  node.attributes = { ...node.attributes, by, role }
  return read(moment.body).children.map((child) => placed(child, node)) as Nodes[]
}

/** `@ann@example.org, 26 July 2013, 10:32`. */
const whenAndWhere = ({ author, handle, day, clock }: Moment, language: string): string =>
  [author ? handle : '', dayInWords(day, language), clock].filter((part) => part !== '').join(', ')
