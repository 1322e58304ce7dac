import { fontTables, type LegacyFont } from '../../src/domain/exchange/legacy-font-tables'

/** The 67 letters with marks of Vietnamese, small, then capital. */
export const smallLetters = [...'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ']
export const capitalLetters = smallLetters.map(letter => letter.toUpperCase())

/** Types a text in an old font. TCVN3 has no capitals with tones: they are typed small, in a capital font. */
export function typeLegacy(text: string, font: LegacyFont): string {
  const signs = new Map([...fontTables[font]].map(([sign, letter]) => [letter, sign]))
  return [...text.normalize('NFC')]
    .map(letter => signs.get(letter) ?? signs.get(letter.toLowerCase()) ?? letter)
    .join('')
}
