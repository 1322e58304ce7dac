import type { Reaction, ReactionKind } from './visit'

/** Signs a screener notes most often, stored by code so that reports can count them; the words are what paper and screens say. */
export const reactionSigns = {
  fever: { vi: 'Sốt', en: 'Fever' },
  'local-swelling': { vi: 'Sưng đau chỗ tiêm', en: 'Swelling, pain at the site' },
  irritability: { vi: 'Quấy khóc', en: 'Irritability' },
  rash: { vi: 'Phát ban', en: 'Rash' },
  vomiting: { vi: 'Nôn', en: 'Vomiting' },
  'long-cry': { vi: 'Khóc thét kéo dài', en: 'Inconsolable crying' },
  'breathing-difficulty': { vi: 'Khó thở, thở rít', en: 'Difficult breathing, stridor' },
  'pale-or-blue': { vi: 'Tím tái, nhợt nhạt', en: 'Blue or pale' },
  convulsion: { vi: 'Co giật', en: 'Convulsion' },
  floppy: { vi: 'Li bì, mềm nhũn', en: 'Floppy, hard to wake' },
  'low-pressure': { vi: 'Mạch nhanh nhỏ, tụt huyết áp', en: 'Weak pulse, low blood pressure' },
  'wide-rash': { vi: 'Mày đay, phù toàn thân', en: 'Widespread hives, swelling' },
} as const
export type ReactionSign = keyof typeof reactionSigns

/** Signs of which one alone makes a reaction severe: act, stop the session, report within 24 hours. */
export const severeSigns: readonly ReactionSign[] = [
  'breathing-difficulty',
  'pale-or-blue',
  'convulsion',
  'floppy',
  'low-pressure',
  'wide-rash',
  'long-cry',
]

/** Fever from here on is no longer a common reaction (Vietnamese records: common is below 39 °C). */
export const highFeverC = 39

/**
 * The class a reaction belongs to, whatever it was called: a severe sign, death or lasting harm is severe; high fever is
 * not common. Whoever saw it may call it worse, never milder.
 */
export function reactionKind(
  of: Pick<Reaction, 'kind' | 'signs' | 'temperatureC' | 'outcome'>,
): ReactionKind {
  const hasSevereSign = of.signs.some(sign => (severeSigns as readonly string[]).includes(sign))
  if (of.kind === 'severe' || hasSevereSign || of.outcome === 'died' || of.outcome === 'sequelae')
    return 'severe'
  return of.kind === 'common' && (of.temperatureC ?? 0) >= highFeverC ? 'other' : of.kind
}

/** The words of a sign; one that was typed freely is its own words. */
export function reactionSignWords(sign: string, language: 'vi' | 'en'): string {
  return sign in reactionSigns ? reactionSigns[sign as ReactionSign][language] : sign
}
