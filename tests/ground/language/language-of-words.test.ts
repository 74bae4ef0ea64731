import { describe, expect, it } from 'vitest'
import { languageOfWords, otherLanguageOf } from '../../../scripts/ground/language/language-of-words.ts'

const TEXTS = {
  en: 'The council asked the people of each ward what they want, and this is what was said by them for the plan.',
  fr: 'La commune publie les données qui sont dans le registre, avec une note sur les délais pour le public.',
  de: 'Der Antrag ist bei der Behörde zu stellen und wird von ihr mit den Unterlagen auf die Frist geprüft.',
  es: 'Los datos se publican en el portal para que la ciudadanía los use con una licencia que es abierta.',
  it: 'I dati sono pubblicati nel portale per i cittadini, con una licenza che è aperta e non della regione.',
  pt: 'Os dados são publicados no portal para que o público os use, com uma licença que não é da cidade.',
  nl: 'De gemeente heeft het plan voor de wijk en de straten gemaakt, en dat is met een brief van haar gemeld.',
  pl: 'Dane są publikowane na portalu i nie jest to koniec, bo do nich oraz od nich zależy plan dla miasta.',
  cy: 'Mae’r cyngor wedi gofyn i bobl am eu barn, ac mae’r atebion yn y llyfr gyda nodiadau o’r cyfarfod.',
  el: 'Τα ανοικτά δεδομένα είναι δεδομένα που μπορούν να χρησιμοποιηθούν ελεύθερα.',
  ja: 'この文書は、公開されたデータの利用について説明するものであり、自由に使うことができますので、ご覧ください。',
}

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('is told by its small words or its letters: %s', (code, text) => {
    expect(languageOfWords(text)).toBe(code)
  })

  it.each([
    ['a few names', 'Universidad de la Plata, Bibliothèque de la Ville, Rio de Janeiro'],
    ['letters of a list', 'o a\no o\no a\no e\no o'],
    ['two languages in equal parts', `${TEXTS.cy} ${TEXTS.en}`],
    ['commands', 'npm run build && git push origin main'],
    ['nothing', ''],
  ])('is not settled by %s', (_, text) => expect(languageOfWords(text)).toBeUndefined())

  it('is held against that of a publication only where both are known', () => {
    expect(otherLanguageOf(TEXTS.cy, 'en-GB')).toBe('cy')
    expect(otherLanguageOf(TEXTS.en, 'en-GB')).toBeUndefined()
    expect(otherLanguageOf(TEXTS.es, 'gl')).toBeUndefined()
  })
})
