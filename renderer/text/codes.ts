import { reactionSignWords } from '../../src/domain/session/reaction-sign'
import { locale, text } from './index'

/** Names for the codes that records hold, in the language of the window. */
export const { codes } = text

/** The name of a noted sign; a sign that was typed freely is its own name. */
export function signName(sign: string): string {
  return reactionSignWords(sign, locale)
}

/** The name of an antigen; its code where only a province's own schedule knows it. */
export function antigenName(code: string): string {
  return codes.antigens[code] ?? code
}

/** The name of a version of the schedule; its code, made readable, where only a province has it. */
export function scheduleVersionName(code: string): string {
  return codes.scheduleVersions[code] ?? code.replaceAll('-', ' ')
}
