import { describe, expect, it } from 'vitest'
import { parse, readable } from '../parse.ts'

const FILES = { files: ['pictures/quay in May.jpg', 'chapters/my files/plan 2.pdf'] }
const page = (body: string) => {
  const { html, findings } = parse(body, FILES)
  return { html: readable(html), said: findings.map(({ rule, place }) => `${rule}@${(place.line ?? 0) - 3}`) }
}

describe('links of a wiki lead where a file fits', () => {
  it.each([
    ['See [[Survey]].', 'See <a href="#survey">Survey</a>'],
    ['See [[Survey#The plan|the *plan*]].', 'See <a href="#survey--the-plan">the <em>plan</em></a>'],
    ['See [[#The plan]].', 'See <a href="#barriers--the-plan">The plan</a>'],
    ['![[quay in May.jpg|The quay]]', '<img src="pictures/quay in May.jpg" alt="The quay">'],
    ['| a | d |\n|---|---|\n| [[Survey\\|the survey]] | c |', '<td><a href="#survey">the survey</a>'],
    ['[the plan](my files/plan 2.pdf)', '>the plan</a>'],
  ])('%s', (body, expected) => {
    const { html, said } = page(body)
    expect(html).toContain(expected)
    expect(said.map((one) => one.split('@')[0])).toEqual(['markup-is-exact'])
  })

  it('with a number behind the bar as the width', () => {
    expect(page('![[quay in May.jpg|The quay|300]]').html).toContain('class="fig picture w60"')
  })

  it('and are told where none does', () => {
    expect(page('[[Nowhere]] and ![[nothing.png]]')).toEqual({
      html: '<p>[[Nowhere]] and ![[nothing.png]]</p>',
      said: ['markup-is-understood@1'],
    })
    expect(page('a\n[the plan](no such file.md)').said).toEqual(['markup-is-understood@2'])
  })
})
