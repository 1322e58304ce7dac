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

/** The words of a sign; one that was typed freely is its own words. */
export function reactionSignWords(sign: string, language: 'vi' | 'en'): string {
  return sign in reactionSigns ? reactionSigns[sign as ReactionSign][language] : sign
}
