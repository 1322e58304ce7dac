import type { Para } from '../../../src/domain/maternal/pregnancy'

/** A number as it is typed here: `52,5` or `52.5`; null for anything else. */
export function readNumber(typed: string): number | null {
  const match = /^\d{1,4}(?:[.,]\d{1,2})?$/u.exec(typed.trim())
  return match ? Number(match[0].replace(',', '.')) : null
}

/** A number with a decimal comma. */
export function writeNumber(value: number): string {
  return String(value).replace('.', ',')
}

export type Pressure = { readonly systolic: number; readonly diastolic: number }

/** `110/70`, `110 70`, `11070` or `9060`. */
export function readPressure(typed: string): Pressure | null {
  const parts =
    /^(\d{2,3})\s*[/\s.-]\s*(\d{2,3})$/u.exec(typed.trim()) ??
    /^(\d{2,3}?)(\d{2})$/u.exec(typed.trim()) ??
    /^(\d{3})(\d{3})$/u.exec(typed.trim())
  return parts ? { systolic: Number(parts[1]), diastolic: Number(parts[2]) } : null
}

export function writePressure({ systolic, diastolic }: Pressure): string {
  return `${systolic}/${diastolic}`
}

/** Heart rates, one a fetus: `140` or `140 152`. */
export function readRates(typed: string): readonly number[] | null {
  const parts = typed.trim().split(/[\s,;/]+/u)
  return parts.every(part => /^\d{2,3}$/u.test(part)) ? parts.map(Number) : null
}

export function writeRates(rates: readonly number[]): string {
  return rates.join(' ')
}

export type ScanAge = { readonly weeks: number; readonly days: number }

/** `12+3`, `12 3`, `12t3` or `12`: weeks and days. */
export function readScanAge(typed: string): ScanAge | null {
  const parts = /^(\d{1,2})(?:\s*[+\s.,t]\s*([0-6]))?$/iu.exec(typed.trim())
  return parts ? { weeks: Number(parts[1]), days: Number(parts[2] ?? 0) } : null
}

export function writeScanAge({ weeks, days }: ScanAge): string {
  return `${weeks}+${days}`
}

/** `1001` or `1-0-0-1`. */
export function readPara(typed: string): Para | null {
  const parts = /^(\d)[\s-]?(\d)[\s-]?(\d)[\s-]?(\d)$/u.exec(typed.trim())
  if (!parts) return null
  const [, term, preterm, lost, living] = parts.map(Number)
  return { term: term ?? 0, preterm: preterm ?? 0, lost: lost ?? 0, living: living ?? 0 }
}

export function writePara({ term, preterm, lost, living }: Para): string {
  return `${term}${preterm}${lost}${living}`
}
