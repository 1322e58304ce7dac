const initials = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]'
const nuclei =
  'iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|uyể|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]'
const finals = 'ch|ng|nh|[cmnpt]'
const shape = new RegExp(`^(?:${initials})?(?:${nuclei})(?:${finals})?$`, 'u')
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** True when a word can be a syllable of Vietnamese by its letters (`nguyễn`, `ĐẶNG`); names of other peoples often are not. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  if ((decomposed.match(tones) ?? []).length > 1) return false
  return shape.test(decomposed.replace(tones, '').normalize('NFC'))
}
