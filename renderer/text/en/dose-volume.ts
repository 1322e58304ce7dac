import type { StatedVolume } from '../../../src/domain/immunization/dose-volume'
import type { doseVolume as vi } from '../vi/dose-volume'

function age(months: number): string {
  return months >= 72 && months % 12 === 0 ? `${months / 12} years` : `${months} months`
}

function ages({ ages: bounds }: StatedVolume): string {
  if (bounds === null) return ''
  const { fromMonths, beforeMonths } = bounds
  if (fromMonths === null) return beforeMonths === null ? '' : ` (under ${age(beforeMonths)})`
  return beforeMonths === null
    ? ` (from ${age(fromMonths)})`
    : ` (${age(fromMonths)} to under ${age(beforeMonths)})`
}

function stated(it: StatedVolume): string {
  return `${it.volumeMl === null ? `${it.drops ?? 0} drops` : `${it.volumeMl} ml`}${ages(it)}`
}

export const doseVolume: typeof vi = {
  byData: it => `By the data: ${stated(it)}`,
  unconfirmed: '° not checked',
  otherAge: 'The data has no volume of this vaccine for this age.',
  drops: count => `${count} drops`,
  warning(it, vaccineName) {
    const name = vaccineName(it.vaccineCode)
    if (it.stated === null)
      return `${name}: the data has no volume for this age. Look at the vial and the leaflet.`
    const mark = it.stated.isConfirmed ? '' : ' (not checked)'
    return `${name}: ${it.volumeMl ?? 0} ml written, the data says ${stated(it.stated)}${mark}.`
  },
}
