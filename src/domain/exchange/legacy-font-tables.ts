/*
 * Fonts of Vietnamese documents before Unicode. Their files hold signs of Windows-1252 which the font draws as other
 * letters. Sources: TCVN 5712:1993 VN3 (ABC fonts, `.VnTime`); the keyboard layout of VNI-Windows (`VNI-Times`);
 * RFC 1456 (VISCII). The first and the last were compared with the tables of GNU libc's iconv.
 */

/** Old fonts a file may have been typed in. */
export const legacyFonts = ['tcvn3', 'vni', 'viscii'] as const
export type LegacyFont = (typeof legacyFonts)[number]

/** The signs Windows-1252 has at 0x80 to 0x9F; the five places it leaves empty stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What a spreadsheet shows for one byte of such a file. */
function signOf(byte: number): string {
  return byte >= 0x80 && byte <= 0x9f ? (windows1252[byte - 0x80] ?? '') : String.fromCharCode(byte)
}

/** From signs as read to letters as meant; two signs only in VNI. */
export type FontTable = ReadonlyMap<string, string>

function bytesTable(letters: string, codes: string): FontTable {
  const bytes = codes.split(' ')
  return new Map([...letters].map((letter, at) => [signOf(Number.parseInt(bytes[at] ?? '', 16)), letter]))
}

const small = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'
const large = small.toUpperCase()

/**
 * TCVN3 has no capitals with tones: `.VnTimeH` draws the small letters as capitals. The seven capitals without a tone
 * have places of their own.
 */
const tcvn3: FontTable = new Map([
  ...bytesTable(
    small,
    'b5 b6 b7 b8 b9 a8 bb bc bd be c6 a9 c7 c8 c9 ca cb ae cc ce cf d0 d1 aa d2 d3 d4 d5 d6 d7 d8 dc dd de df e1 e2 e3 e4 ab e5 e6 e7 e8 e9 ac ea eb ec ed ee ef f1 f2 f3 f4 ad f5 f6 f7 f8 f9 fa fb fc fd fe',
  ),
  ...bytesTable('ĂÂÊÔƠƯĐ', 'a1 a2 a3 a4 a5 a6 a7'),
])

const viscii: FontTable = new Map([
  ...bytesTable(
    small,
    'e0 e4 e3 e1 d5 e5 a2 c6 c7 a1 a3 e2 a5 a6 e7 a4 a7 f0 e8 eb a8 e9 a9 ea ab ac ad aa ae ec ef ee ed b8 f2 f6 f5 f3 f7 f4 b0 b1 b2 af b5 bd b6 b7 de be fe f9 fc fb fa f8 df d7 d8 e6 d1 f1 cf d6 db fd dc',
  ),
  ...bytesTable(
    large,
    'c0 c4 c3 c1 80 c5 82 02 05 81 83 c2 85 86 06 84 87 d0 c8 cb 88 c9 89 ca 8b 8c 8d 8a 8e cc 9b ce cd 98 d2 99 a0 d3 9a d4 90 91 92 8f 93 b4 96 97 b3 95 94 d9 9c 9d da 9e bf bb bc ff ba b9 9f 14 19 dd 1e',
  ),
])

/** In VNI a letter is followed by its marks in one sign; some letters have a sign of their own. */
const vniTones = { '\u0300': 'ø', '\u0301': 'ù', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' }
const vniCircumflex = { '': 'â', '\u0300': 'à', '\u0301': 'á', '\u0309': 'å', '\u0303': 'ã', '\u0323': 'ä' }
const vniBreve = { '': 'ê', '\u0300': 'è', '\u0301': 'é', '\u0309': 'ú', '\u0303': 'ü', '\u0323': 'ë' }
const vniWhole: Readonly<Record<string, string>> = {
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
  ì: 'ì',
  í: 'í',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
}

function vniSigns(letter: string): string {
  const whole = vniWhole[letter]
  if (whole !== undefined) return whole
  const [base = '', ...marks] = letter.normalize('NFD')
  const tone = marks.find(mark => mark in vniTones) ?? ''
  if (marks.includes('\u0302')) return base + vniCircumflex[tone as keyof typeof vniCircumflex]
  if (marks.includes('\u0306')) return base + vniBreve[tone as keyof typeof vniBreve]
  const carrier = marks.includes('\u031b') ? (vniWhole[`${base}\u031b`.normalize('NFC')] ?? base) : base
  return carrier + vniTones[tone as keyof typeof vniTones]
}

/** A capital may be followed by the mark of the small letter: some typed it so, and the font draws it. */
const vni: FontTable = new Map(
  [...small].flatMap((letter): (readonly [string, string])[] => {
    const signs = vniSigns(letter)
    const capital = letter.toUpperCase()
    const [first = '', second = ''] = signs
    return [
      [first.toUpperCase() + second, capital],
      [signs.toUpperCase(), capital],
      [signs, letter],
    ]
  }),
)

/** What each font's signs mean. */
export const fontTables: Readonly<Record<LegacyFont, FontTable>> = { tcvn3, vni, viscii }
