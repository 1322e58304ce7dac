import type { StatedVolume, VolumeWarning } from '../../../src/domain/immunization/dose-volume'

function amount(ml: number): string {
  return `${String(ml).replace('.', ',')} ml`
}

function age(months: number): string {
  return months >= 72 && months % 12 === 0 ? `${months / 12} tuổi` : `${months} tháng`
}

function ages({ ages: bounds }: StatedVolume): string {
  if (bounds === null) return ''
  const { fromMonths, beforeMonths } = bounds
  if (fromMonths === null) return beforeMonths === null ? '' : ` (dưới ${age(beforeMonths)})`
  return beforeMonths === null
    ? ` (từ ${age(fromMonths)})`
    : ` (từ ${age(fromMonths)} đến dưới ${age(beforeMonths)})`
}

/** "1 ml (từ 36 tháng)", "2 giọt". */
function stated(it: StatedVolume): string {
  return `${it.volumeMl === null ? `${it.drops ?? 0} giọt` : amount(it.volumeMl)}${ages(it)}`
}

/** How much of a product is given at an age. */
export const doseVolume = {
  byData: (it: StatedVolume) => `Theo dữ liệu: ${stated(it)}`,
  unconfirmed: '° chưa đối chiếu',
  otherAge: 'Dữ liệu không có liều của vắc xin này cho tuổi này.',
  drops: (count: number) => `${count} giọt`,
  warning(it: VolumeWarning, vaccineName: (code: string) => string): string {
    const name = vaccineName(it.vaccineCode)
    if (it.stated === null) return `${name}: dữ liệu không có liều cho tuổi này. Xem lại lọ và tờ hướng dẫn.`
    const mark = it.stated.isConfirmed ? '' : ' (chưa đối chiếu)'
    return `${name}: ghi ${amount(it.volumeMl ?? 0)}, theo dữ liệu là ${stated(it.stated)}${mark}.`
  },
}
