import { describe, expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

describe('shortcodes around a listing make one', () => {
  it.each([
    ['{{< highlight go "linenos=table" >}}\na {\n  *b* # c\n}\n{{< /highlight >}}'],
    ['{{% highlight go %}}\na {\n  *b* # c\n}\n{{% /highlight %}}'],
    ['{% highlight go linenos %}\na {\n  *b* # c\n}\n{% endhighlight %}'],
    ['{{< code-toggle file=hugo >}}\na {\n  *b* # c\n}\n{{< /code-toggle >}}'],
    ['{{< prism lang="go" >}}\na {\n  *b* # c\n}\n{{< /prism >}}'],
  ])('%s', (written) => {
    for (const set of ['', '> ', '  ']) {
      const text = written.replace(/^/gm, set).replace(/^ {2}/, '- ')
      expect(html(text)).toContain('a {\n  *b* # c\n}')
      expect(html(text)).not.toContain('{{')
      expect(found(parse(text))).toEqual([])
    }
  })

  it.each([
    '{{< highlight go >}}\na',
    '`{{< highlight go >}}`',
    '```\n{{< highlight go >}}\na\n{{< /highlight >}}\n```',
  ])('but not %s', (written) => expect(html(written)).toContain('highlight go'))
})

describe('a shortcode for a figure is a picture', () => {
  it.each([
    ['{{< figure src="a.png" alt="The quay" caption="In *spring*" >}}', 'The quay', 'In'],
    ['{{< figure src="a.png" title="The quay" alt="A [b] c" />}}', 'A [b] c', 'The quay'],
    ['{{< figure src="a.png" caption="In spring" >}}', 'In spring', 'In spring'],
    ['{{% figure alt="The quay" src="a b.png" class="x" %}}', 'The quay', ''],
  ])('%s', (written, alt, caption) => {
    expect(html(written)).toContain(`alt="${alt}"`)
    expect(html(written)).toContain(caption)
    expect(html(written)).not.toContain('{{')
  })

  it('leads where the figure led, and its credit says where that is', () => {
    const shown = html(
      '{{< figure src="a.png" alt="Oak" caption="Oaks" link="https://e.org/a" attr="Ann" attrlink="https://e.org/b" >}}',
    )
    expect(shown).toContain('href="https://e.org/a"')
    expect(shown).toContain('Oaks. Ann (https://e.org/b)')
  })

  it('without its file it stays, and is told', () => {
    expect(found(parse('{{< figure caption="a" >}}'))).toEqual(['markup-is-understood@4'])
  })
})
