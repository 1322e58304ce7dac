import type { RequestOf } from '../../../src/contract/call'
import type { correctDose, DoseView } from '../../../src/contract/dose-calls'
import type { Programme, Route, Site } from '../../../src/domain/immunization/dose'
import type { DoseDate } from '../../components/format'

/** The fields of a dose as they are edited; text as typed. */
export type DoseForm = {
  readonly vaccineCode: string
  readonly date: DoseDate | null
  readonly programme: Programme
  readonly lotId: string | null
  readonly lotNumber: string
  readonly site: Site | null
  readonly route: Route | null
  readonly volume: string
  readonly placeName: string
  readonly note: string
}

export type DoseChanges = RequestOf<typeof correctDose>['changes']

/** The form of a dose as it is stored. */
export function formOf(dose: DoseView): DoseForm {
  const { vaccineCode, givenOn, givenOnAccuracy, programme, lotId, site, route } = dose
  return {
    vaccineCode,
    date: { givenOn, givenOnAccuracy },
    programme,
    lotId,
    site,
    route,
    lotNumber: dose.lotNumber ?? '',
    volume: dose.volumeMl === null ? '' : String(dose.volumeMl).replace('.', ','),
    placeName: dose.placeName ?? '',
    note: dose.note ?? '',
  }
}

/**
 * What differs from the stored dose; null while the form cannot be sent: no date, a volume that is no number, or
 * another vaccine of our own stock without its lot.
 */
export function changesOf(dose: DoseView, form: DoseForm): DoseChanges | null {
  const volumeMl = form.volume.trim() === '' ? null : Number(form.volume.trim().replace(',', '.'))
  if (form.date === null) return null
  if (volumeMl !== null && !(volumeMl > 0 && volumeMl <= 10)) return null
  if (dose.kind === 'administered' && dose.lotId !== null && form.lotId === null) return null
  const next = {
    vaccineCode: form.vaccineCode,
    ...form.date,
    programme: form.programme,
    site: form.site,
    route: form.route,
    volumeMl,
    note: filled(form.note),
    ...(dose.kind === 'administered'
      ? { lotId: form.lotId }
      : { lotNumber: filled(form.lotNumber), placeName: filled(form.placeName) }),
  }
  const before: Readonly<Record<string, unknown>> = dose
  const changed = Object.entries(next).filter(([field, value]) => before[field] !== value)
  return Object.fromEntries(changed) as DoseChanges
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
