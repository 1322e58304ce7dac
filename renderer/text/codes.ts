import { codes as en } from './en/codes'
import { locale } from './index'
import { codes as vi } from './vi/codes'

/** Names for the codes that records hold, in the language of the window. */
export const codes: typeof vi = locale === 'en' ? en : vi

/** The name of a noted sign; a sign that was typed freely is its own name. */
export function signName(sign: string): string {
  return (codes.reactionSigns as Readonly<Record<string, string>>)[sign] ?? sign
}
