import { describe, expect, it } from 'vitest'
import { indexLetterOf } from '../../scripts/book/index-letter.ts'
import { asciiSlug } from '../../scripts/ground/language/ascii-slug.ts'

const letters = (language: string, words: string): string => {
  const letterOf = indexLetterOf(language)
  return words
    .split(' ')
    .map((word) => letterOf(word.toLocaleLowerCase(language)))
    .join(' ')
}

describe('the letter of a term', () => {
  it.each([
    ['en', 'Łódź Øre Đilas Æsop Œuvre Ħal ßa Étoile Über ünder Ñandú', 'L O D A O H S E U U N'],
    ['sv', 'Åre Ärla Öland Zoo Éclair', 'Å Ä Ö Z E'],
    ['da', 'Ærø Øst Ål', 'Æ Ø Å'],
    ['pl', 'Łódź Żaba Ćma Lwów Zamek', 'Ł Ż Ć L Z'],
    ['de', 'Ärger Öl Über Straße', 'A O U S'],
    ['es', 'Ñandú Nube Ánimo', 'Ñ N A'],
    ['cs', 'Chata Čaj Cukr Hora', 'Ch Č C H'],
    ['hr', 'Ljeto Luka Njiva', 'Lj L Nj'],
    ['tr', 'Iğdır İzmir Çay', 'I İ Ç'],
    ['el', 'Άλφα Βήτα Ἀθῆναι', 'Α Β Α'],
    ['ru', 'Йод Иван Ёлка', 'Й И Е'],
    ['en', 'Άλφα Привет שלום 12 → ', 'Α П ש 0–9 0–9 0–9'],
  ])('is where a reader of %s looks for %s', (language, words, expected) =>
    expect(letters(language, words)).toBe(expected),
  )
})

it('names of files keep what other letters stand for', () =>
  expect(['Łódź', 'Øresund', 'Æsop', 'Straße', 'Þing'].map(asciiSlug)).toEqual([
    'lodz',
    'oresund',
    'aesop',
    'strasse',
    'thing',
  ]))
