/** What a keyboard scanner makes of letters that no key has. */
export type LetterLoss = 'kept' | 'question' | 'dropped' | 'plain' | 'low-byte' | 'utf8-bytes'

/**
 * What a keyboard scanner types of a text. Keys, digits and `|` always come through; letters with marks come whole from
 * few scanners (Alt codes), and otherwise as `?`, not at all, without their marks, or as bytes.
 */
export function typedByWedge(text: string, loss: LetterLoss): string {
  const composed = text.normalize('NFC')
  if (loss === 'kept') return composed
  return [...composed].map(sign => (/[ -~]/u.test(sign) ? sign : lost(sign, loss))).join('')
}

function lost(sign: string, loss: Exclude<LetterLoss, 'kept'>): string {
  switch (loss) {
    case 'question':
      return '?'
    case 'dropped':
      return ''
    case 'plain':
      return sign.replace('đ', 'd').replace('Đ', 'D').normalize('NFD').replace(/\p{M}/gu, '')
    case 'low-byte':
      return String.fromCharCode((sign.codePointAt(0) ?? 63) % 256)
    case 'utf8-bytes':
      return decodeURIComponent(encodeURIComponent(sign).replace(/%(..)/gu, (_, hex: string) => latin1(hex)))
  }
}

function latin1(hex: string): string {
  return encodeURIComponent(String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The same text with Caps Lock on. */
export function withCapsLock(text: string): string {
  return [...text]
    .map(sign => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()))
    .join('')
}

const pairs: readonly (readonly [code: string, plain: string, shifted: string])[] = [
  ...[...'abcdefghijklmnopqrstuvwxyz'].map(
    letter => [`Key${letter.toUpperCase()}`, letter, letter.toUpperCase()] as const,
  ),
  ...[...')!@#$%^&*('].map((sign, digit) => [`Digit${digit}`, String(digit), sign] as const),
  ['Space', ' ', ' '],
  ['Minus', '-', '_'],
  ['Equal', '=', '+'],
  ['BracketLeft', '[', '{'],
  ['BracketRight', ']', '}'],
  ['Backslash', '\\', '|'],
  ['Semicolon', ';', ':'],
  ['Quote', "'", '"'],
  ['Backquote', '`', '~'],
  ['Comma', ',', '<'],
  ['Period', '.', '>'],
  ['Slash', '/', '?'],
]
const signByKey = new Map(
  pairs.flatMap(([code, plain, shifted]) => [
    [code, plain],
    [`Shift+${code}`, shifted],
  ]),
)
const keyBySign = new Map(
  pairs.flatMap(([code, plain, shifted]) => [
    [shifted, { code, isShifted: true }],
    [plain, { code, isShifted: false }],
  ]),
)
const numpadSigns: Readonly<Record<string, string>> = {
  NumpadDecimal: '.',
  NumpadDivide: '/',
  NumpadMultiply: '*',
  NumpadSubtract: '-',
  NumpadAdd: '+',
}

/** The sign a key has on a US keyboard, which is what scanners press; null for a key without a sign. */
export function signOnUsKeyboard(code: string, isShifted: boolean): string | null {
  const numpad = /^Numpad(\d)$/u.exec(code)?.[1] ?? numpadSigns[code]
  return numpad ?? signByKey.get(isShifted ? `Shift+${code}` : code) ?? null
}

/** The key on which a US keyboard has a sign; null when it has none. */
export function usKeyOf(sign: string): { readonly code: string; readonly isShifted: boolean } | null {
  return keyBySign.get(sign) ?? null
}
