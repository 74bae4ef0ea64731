import { slug } from 'github-slugger'

/** Name of a file → what can stand in an address and in an id as it is. '' when it has no such letter. */
export const asciiSlug = (name: string): string =>
  slug(
    [...name.normalize('NFKD')]
      .map((sign) => PLAIN[sign] ?? sign)
      .join('')
      .replace(/[^\x20-\x7e]/g, ''),
  )
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')

/** Letters that cannot be taken apart into another and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  ı: 'i',
  ŋ: 'n',
  Ŋ: 'N',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  þ: 'th',
  Þ: 'Th',
  ß: 'ss',
  ẞ: 'Ss',
}
