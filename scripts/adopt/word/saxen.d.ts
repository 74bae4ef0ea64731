/** What is used of it; it brings no types of its own. */
declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this
    on(
      event: 'openTag',
      heard: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this
    on(event: 'closeTag' | 'text' | 'cdata' | 'attention', heard: (text: string) => void): this
    on(event: 'error' | 'warn', heard: (fault: Error) => void): this
    parse(xml: string): this
  }
}
