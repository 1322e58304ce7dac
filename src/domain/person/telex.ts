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
  const parts = /^([b-df-hj-np-tvxz]*)([aeiouyw][a-z]*)$/u.exec(word)
  if (!parts) return word
  const [, onset = '', rest = ''] = parts
  const rime = rest
    .replace(/^w/u, 'u')
    .replace(/[sfrxjzw]/gu, '')
    .replace(/([aeo])\1/gu, '$1')
    .replace(onset.startsWith('d') ? /d$/u : /$^/u, '')
  return isRime(rime) ? onset.replace(/^dd/u, 'd') + rime : word
}

function isRime(rime: string): boolean {
  const parts = /^[aeiouy]{1,3}([a-z]*)$/u.exec(rime)
  return parts !== null && finalConsonants.includes(parts[1] ?? '')
}

function unVni(word: string): string {
  return /^[a-z]+[1-9]+[a-z]*[1-9]*$/u.test(word) ? word.replace(/[1-9]/gu, '') : word
}
