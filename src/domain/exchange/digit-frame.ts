/**
 * Bytes as digits for a QR code that a keyboard scanner types: a Vietnamese input method garbles letters, never digits.
 *
 * One code: `7205`, version, part, parts, five digits of the slip, content, ten check digits. The whole number is 1 modulo
 * 1,000,000,007. As 10 has an order of at least 500,000,003 there, one wrong digit and any two exchanged ones always
 * show, and of all other damage one in a thousand million may not.
 */
const magic = '7205'
const modulus = 1_000_000_007n
const checkDigits = 10
const headDigits = magic.length + 3 + 5

/** Digits of one code at most: a symbol that a phone or a scanner of a desk still reads at once. */
export const longestCode = 1_500
const longestContent = longestCode - headDigits - checkDigits

export type FrameProblemCode =
  | 'transfer.not-a-slip'
  | 'transfer.damaged'
  | 'transfer.newer-version'
  | 'transfer.mixed-parts'
  | 'transfer.part-missing'

export type FramePart = {
  readonly version: number
  readonly part: number
  readonly parts: number
  readonly slip: string
  readonly content: string
}

export type FrameAnswer<T> = { readonly ok: true; readonly value: T } | FrameRefusal
export type FrameRefusal = { readonly ok: false; readonly code: FrameProblemCode }

const refused = (code: FrameProblemCode): FrameRefusal => ({ ok: false, code })

/** Whether a scanned text is meant as a transfer slip, right or damaged. */
export function isTransferSlip(text: string): boolean {
  const digits = digitsOf(text)
  return digits.length > headDigits + checkDigits && /^7205\d[1-9][1-9]\d+$/u.test(digits)
}

/** A scanner or a person may put spaces or line ends between the digits. */
function digitsOf(text: string): string {
  return text.replace(/\s/gu, '')
}

/** The codes of these bytes, one as a rule. Throws RangeError for more than nine codes' worth. */
export function framesOf(bytes: readonly number[], version: number): readonly string[] {
  const content = contentOf(bytes)
  const parts = Math.ceil(content.length / longestContent)
  if (parts > 9) throw new RangeError('a transfer slip has at most nine codes')
  const size = Math.ceil(content.length / parts)
  const slip = slipNumber(content)
  return Array.from({ length: parts }, (_, index) => {
    const chunk = content.slice(index * size, (index + 1) * size)
    return withCheck(`${magic}${version}${index + 1}${parts}${slip}${chunk}`)
  })
}

/** A leading 1 keeps the zeros at the beginning. */
function contentOf(bytes: readonly number[]): string {
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return BigInt(`0x01${hex}`).toString()
}

function slipNumber(content: string): string {
  return (BigInt(content) % 99_991n).toString().padStart(5, '0')
}

function withCheck(digits: string): string {
  const rest = (BigInt(digits) * 10n ** BigInt(checkDigits)) % modulus
  const check = (1n - rest + modulus) % modulus
  return digits + check.toString().padStart(checkDigits, '0')
}

/** Reads one code: its shape, then its check digits. Never throws. */
export function readFrame(text: string): FrameAnswer<FramePart> {
  if (!isTransferSlip(text)) return refused('transfer.not-a-slip')
  const digits = digitsOf(text)
  if (digits.length > longestCode || BigInt(digits) % modulus !== 1n) return refused('transfer.damaged')
  const [version, part, parts] = [...digits.slice(4, 7)].map(Number)
  if (version === undefined || part === undefined || parts === undefined || part > parts)
    return refused('transfer.damaged')
  const content = digits.slice(headDigits, -checkDigits)
  return { ok: true, value: { version, part, parts, slip: digits.slice(7, headDigits), content } }
}

/** The bytes of all codes of one slip, and the version that wrote them. */
export type JoinedFrames = { readonly version: number; readonly bytes: readonly number[] }

/**
 * What all codes of one slip carry, in whatever order they were scanned and however often. Versions up to the newest one are
 * read. Never throws.
 */
export function joinFrames(texts: readonly string[], newest: number): FrameAnswer<JoinedFrames> {
  const found = new Map<number, FramePart>()
  for (const text of texts) {
    const read = readFrame(text)
    if (!read.ok) return read
    const { version } = read.value
    if (version < 1 || version > newest) return refused('transfer.newer-version')
    const [first] = found.values()
    if (first && !isOneSlip(first, read.value)) return refused('transfer.mixed-parts')
    found.set(read.value.part, read.value)
  }
  const parts = [...found.values()].toSorted((a, b) => a.part - b.part)
  const [first] = parts
  if (!first) return refused('transfer.not-a-slip')
  if (parts.length < first.parts) return refused('transfer.part-missing')
  const content = parts.map(part => part.content).join('')
  if (slipNumber(content) !== first.slip) return refused('transfer.mixed-parts')
  const bytes = bytesOf(content)
  return bytes.ok ? { ok: true, value: { version: first.version, bytes: bytes.value } } : bytes
}

function isOneSlip(a: FramePart, b: FramePart): boolean {
  return a.slip === b.slip && a.parts === b.parts && a.version === b.version
}

function bytesOf(content: string): FrameAnswer<readonly number[]> {
  const hex = BigInt(content).toString(16)
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`
  const pairs = padded.match(/../gu) ?? []
  if (pairs[0] !== '01') return refused('transfer.damaged')
  return { ok: true, value: pairs.slice(1).map(pair => Number.parseInt(pair, 16)) }
}
