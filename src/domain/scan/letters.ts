const vietnameseLetters =
  'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz'
const alphabet: ReadonlySet<string> = new Set([...vietnameseLetters, ...vietnameseLetters.toUpperCase()])
const lastLatin1 = 0xff

/**
 * True when a text proves that letters with marks come through whole: every letter is a Vietnamese one, nothing was
 * replaced, and at least one lies beyond Latin-1. A scanner that drops what it cannot type leaves plain letters behind
 * (`HOÀNG` → `HONG`), and one that types the low byte only leaves Latin-1 (`Thọ` → `ThÌ`): neither can pass.
 */
export function provesLetters(text: string): boolean {
  const composed = text.normalize('NFC')
  return !hasGarbledLetters(composed) && [...composed].some(isBeyondLatin1)
}

/** True when something in the text cannot be Vietnamese: a replaced letter, or bytes read in the wrong encoding. */
export function hasGarbledLetters(text: string): boolean {
  return [...text.normalize('NFC')].some(
    sign => sign === '?' || (!/[ -~]/u.test(sign) && !alphabet.has(sign) && !/[–’‘]/u.test(sign)),
  )
}

function isBeyondLatin1(sign: string): boolean {
  return alphabet.has(sign) && (sign.codePointAt(0) ?? 0) > lastLatin1
}
