const shapes = {
  vi: { grouped: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u, plain: /^\d+(?:,\d+)?$/u, thousands: '.', point: ',' },
  en: { grouped: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u, plain: /^\d+(?:\.\d+)?$/u, thousands: ',', point: '.' },
} as const

/**
 * A number as people write it: in Vietnamese `1.250` and `1250` are the same and `12,5` has a fraction, in English the other way
 * round. Null: nothing was typed; `bad`: it is no number.
 */
export function typedNumber(typed: string, language: keyof typeof shapes): number | null | 'bad' {
  const { grouped, plain, thousands, point } = shapes[language]
  const text = typed.trim().replaceAll(' ', '')
  if (text === '') return null
  if (!grouped.test(text) && !plain.test(text)) return 'bad'
  return Number(text.replaceAll(thousands, '').replace(point, '.'))
}
