const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding (RFC 4648 §5), as JOSE writes them. */
export function toBase64url(bytes: Uint8Array): string {
  let written = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    const number = group.reduce((sum, byte) => sum * 256 + byte, 0)
    const letters = Math.min(bytes.length - at, 3) + 1
    for (let letter = 0; letter < letters; letter++)
      written += alphabet[Math.floor(number / 64 ** (3 - letter)) % 64] ?? ''
  }
  return written
}

/** The bytes of a base64url text; null for anything that `toBase64url` would not have written, spare bits included. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[\w-]*$/u.test(text) || text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    held = (held * 64 + alphabet.indexOf(letter)) % 65_536
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = Math.floor(held / 2 ** bits) % 256
  }
  return held % 2 ** bits === 0 ? bytes : null
}

/** UTF-8 bytes of a text. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The text of UTF-8 bytes; null when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A JSON object in UTF-8; null for anything else. Never throws. */
export function jsonObjectOf(bytes: Uint8Array | null): Readonly<Record<string, unknown>> | null {
  const text = bytes && fromUtf8(bytes)
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** True for a JSON object, which is neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
