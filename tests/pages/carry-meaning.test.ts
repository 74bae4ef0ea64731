import { expect, it } from 'vitest'
import { changeTree, isElement } from '../../scripts/ground/html/change-tree.ts'
import { carryMeaning } from '../../scripts/pages/carry-meaning.ts'
import { htmlOf, treeOf } from '../support/html.ts'

const carried = (html: string): string =>
  htmlOf(changeTree(treeOf(html), (node) => (isElement(node) ? carryMeaning(node, 'en-GB') : node)))

const CASES: readonly [string, string, string][] = [
  [
    'terms',
    '<dl class="terms"><dt>a</dt><dd>b</dd></dl>',
    '<dl lang="en-GB-x-terms" class="terms"><dt lang="en-GB-x-term">a</dt><dd lang="en-GB-x-meaning">b</dd></dl>',
  ],
  [
    'callouts',
    '<aside class="callout" data-means="callout">a</aside>',
    '<aside lang="en-GB-x-callout" class="callout" data-means="callout">a</aside>',
  ],
  ['other asides', '<aside class="side">a</aside>', '<aside lang="en-GB-x-aside" class="side">a</aside>'],
  ['expanded abbreviations', '<abbr title="b">a</abbr>', '<abbr lang="en-GB-x-abbr" title="b">a</abbr>'],
  ['what a template says', '<ol data-means="toc"></ol>', '<ol lang="en-GB-x-toc" data-means="toc"></ol>'],
  [
    'boxes, with a role that makes them count',
    '<div data-means="index"></div>',
    '<div lang="en-GB-x-index" role="generic" data-means="index"></div>',
  ],
  ['a language of their own', '<dd lang="fr">a</dd>', '<dd lang="fr-x-meaning">a</dd>'],
  ['a quotation in another language', '<q lang="fr">a</q>', '<q role="generic" lang="fr">a</q>'],
]

it.each(CASES)('carries %s', (_, html, told) => expect(carried(html)).toBe(told))

it('leaves alone what says enough by itself, or says what nobody knows', () => {
  const html = '<p lang="fr">a</p><abbr>b</abbr><i data-means="constructor">c</i> &#x3C;dl>'
  expect(carried(html)).toBe(html)
})
