const finalConsonants = ['ch', 'ng', 'nh', 'c', 'm', 'n', 'p', 't', '']

/**
 * Takes Telex or VNI keystrokes out of a folded text that was typed with the input method off: `nguyeenx` → `nguyen`,
 * `ddawng` → `dang`, `nguye6n4` → `nguyen`. Words that cannot be such a slip stay as they are. Only a fallback when
 * nothing was found: applied first, it would bend names that merely look like keystrokes.
 */
export function unTelex(foldedText: string): string {
  return foldedText
    .split(' ')
    .map(word => unVni(unTelexWord(word)))
    .join(' ')
}

function unTelexWord(word: string): string {
  const parts = /^([^aeiouyw]*?)(?:(?<=[a-z])|^)([aeiouyw].*)$/u.exec(word)
  if (!parts || !/^[a-z]+$/u.test(word)) return word
  const [, onset = '', rest = ''] = parts
  const bare = rest
    .replace(/(?<=[a-z])[sfrxjz]/gu, '')
    .replace(/^w/u, 'u')
    .replace(/w/gu, '')
    .replace(/aa|a(?=[^aeiouy]+a$)/gu, 'a')
    .replace(/ee/gu, 'e')
    .replace(/oo/gu, 'o')
    .replace(/d$/u, '')
  const folded = onset.replace(/^dd/u, 'd') + bare
  return isSyllable(bare) ? folded : word
}

function isSyllable(rime: string): boolean {
  const final = rime.replace(/^[aeiouy]+/u, '')
  return /^[aeiouy]{1,3}/u.test(rime) && finalConsonants.includes(final)
}

function unVni(word: string): string {
  return /^[a-z]+[1-9]+[a-z]*[1-9]*$/u.test(word) ? word.replace(/[1-9]/gu, '') : word
}
