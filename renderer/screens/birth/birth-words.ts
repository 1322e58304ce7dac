import { locale } from '../../text'

/** A word of `resources/handbook` in the language of the window. */
export function wordOf(word: { readonly vi: string; readonly en: string }): string {
  return locale === 'en' ? word.en : word.vi
}

/** The word of a code in its list; the code itself where a later list no longer has it. */
export function wordOfCode(
  list: readonly { readonly code: string; readonly vi: string; readonly en: string }[],
  code: string,
): string {
  const known = list.find(each => each.code === code)
  return known ? wordOf(known) : code
}
