// XML in, its elements in order out. No names are declared in it, and none are looked up.
// @ts-expect-error The package ships no types; what is used of it is declared below.
import { Parser as Saxen } from 'saxen'

type Decode = (text: string) => string

interface Parser {
  on(
    event: 'openTag',
    listener: (name: string, attributes: () => Readonly<Record<string, string>>, decode: Decode) => void,
  ): this
  on(event: 'closeTag' | 'cdata', listener: (text: string) => void): this
  on(event: 'text', listener: (text: string, decode: Decode) => void): this
  on(event: 'error', listener: (error: Error) => void): this
  parse(xml: string): void
}

export interface XmlReader {
  /** Names, those of attributes too, without the prefix of their namespace: that is the writer's choice. */
  readonly opens?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly says?: (text: string) => void
  readonly closes?: (name: string) => void
}

/** Why it cannot be read. */
export type XmlFault = 'declares-names' | 'no-xml'

export function readXml(xml: string, reader: XmlReader): XmlFault | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return 'declares-names'
  let fault: XmlFault | undefined
  const parser: Parser = new Saxen()
  parser.on('openTag', (name, attributes, decode) => {
    const given = reader.opens && attributes()
    reader.opens?.(bare(name), (key) => {
      const value = given?.[key] ?? prefixed(given, key)
      return value === undefined ? undefined : decode(value)
    })
  })
  parser.on('closeTag', (name) => reader.closes?.(bare(name)))
  parser.on('text', (text, decode) => reader.says?.(decode(text)))
  parser.on('cdata', (text) => reader.says?.(text))
  parser.on('error', () => {
    fault = 'no-xml'
  })
  parser.parse(xml)
  return fault
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

const prefixed = (given: Readonly<Record<string, string>> | undefined, key: string): string | undefined =>
  Object.entries(given ?? {}).find(([name]) => name.endsWith(`:${key}`))?.[1]
