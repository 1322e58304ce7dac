const prefix = 'shc:/'
/** Each letter of a signed text is its code minus this, in two digits: SMART Health Cards, "Creating a QR code". */
const offset = 45

/** The text of a QR code for a signed card: digits behind a prefix, so that a symbol holds them three in ten bits. */
export function toNumericCode(jws: string): string {
  const pairs = [...jws].map(letter => String((letter.codePointAt(0) ?? 0) - offset).padStart(2, '0'))
  return prefix + pairs.join('')
}

/** Whether a scanned text is meant as a health card, right or damaged. */
export function isNumericCode(text: string): boolean {
  return /^shc:\//iu.test(withoutSpaces(text))
}

/**
 * The signed text of a health card's QR code; null when it is none. Cards in several codes (`shc:/1/2/…`), which the
 * standard has given up, are not read.
 */
export function fromNumericCode(text: string): string | null {
  const digits = withoutSpaces(text).slice(prefix.length)
  if (!isNumericCode(text) || !/^(?:\d\d)+$/u.test(digits)) return null
  const letters = digits.match(/../gu)?.map(pair => String.fromCodePoint(Number(pair) + offset)) ?? []
  return letters.join('')
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '')
}
