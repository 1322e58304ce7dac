import { type CalendarDay, day, isCalendarDay } from '../../calendar/calendar-day'
import type { PointStatus, Readiness } from '../../supervision/point-status'
import type { Supervised } from '../../supervision/supervised'
import type { ProvinceCodes } from './codes'
import { readEntry } from './marks'
import { pointStatusForm, type statusCounts, type statusReadiness } from './point-status'
import {
  extensionOf,
  instantIn,
  numberOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'
import { readReport } from './read-report'
import { formOfMeasure, upwardUrl } from './upward'
import type { UpwardHead } from './upward-head'

/** A report of a point, or how it stands; null for what is neither, or says not whose it is. */
export function readMeasureReport(resource: Read, head: UpwardHead, codes: ProvinceCodes): Supervised | null {
  const form = formOfMeasure(codes, textOf(resource.measure))
  const point = resourceOf(resource.reporter)
  if (form === null || point === null || resource.status !== 'complete') return null
  const sent = { resource: head.resource, recordId: head.recordId, point }
  if (form.formId === pointStatusForm.id) {
    const status = readStatus(resource, codes)
    const stationId = readEntry(resource, codes)?.stationId ?? null
    return status && { kind: 'status', value: { ...sent, stationId, status } }
  }
  const report = readReport(resource, contextOf(codes))
  if (report === null) return null
  const { formId, formVersion, period, basis, version, amendReason, signedByName, rows } = report
  const said = { formId, formVersion, period, basis, version, amendReason, signedByName, rows }
  return { kind: 'report', value: { ...sent, ...said, receivedAt: head.lastUpdated } }
}

/** Reports speak of no vaccine by its own code, and of records by our identifiers alone. */
function contextOf(codes: ProvinceCodes): ReadContext {
  return { codes, idOf: text => text, vaccineOf: () => null, antigensOf: () => 0 }
}

function dayIn(value: unknown): CalendarDay | null {
  const text = textOf(value)?.slice(0, 10) ?? ''
  return isCalendarDay(text) ? day(text) : null
}

type Counts = { readonly [K in (typeof statusCounts)[number]]: number | null }

function readStatus(resource: Read, codes: ProvinceCodes): PointStatus | null {
  const own = extensionOf(resource, upwardUrl(codes, 'status'))
  const at = instantIn(resource.date)
  const on = dayIn(partOf(resource.period).start)
  if (at === null || on === null) return null
  const part = (name: string) => extensionOf(own, name)
  const populations = partsOf(resource.group).flatMap(({ population }) => partsOf(population))
  const count = (name: keyof Counts) =>
    numberOf(populations.find(each => textOf(partOf(each.code).text) === name)?.count)
  return {
    on,
    at,
    appVersion: textOf(part('appVersion').valueString) ?? '?',
    ...readinessOf(name => textOf(part(name).valueCode)),
    internetKind: textOf(part('internetKind').valueString),
    ...{ accounts: count('accounts') ?? 0, trainedStaff: count('trainedStaff') },
    startedOn: dayIn(part('startedOn').valueDate),
    ...{ people: count('people') ?? 0, infants: count('infants') ?? 0, births: count('births') },
    ...{ doses: count('doses') ?? 0, dosesOnPaper: count('dosesOnPaper') },
    suspectedDuplicates: count('suspectedDuplicates') ?? 0,
    hasStock: part('hasStock').valueBoolean === true,
    ...{ reportsDue: count('reportsDue') ?? 0, reportsLate: count('reportsLate') ?? 0 },
    openDifficulties: count('openDifficulties') ?? 0,
    oldestUnsentAt: instantIn(part('oldestUnsentAt').valueInstant),
    lastSupervisedOn: dayIn(part('lastSupervisedOn').valueDate),
    answeredAt: instantIn(part('answeredAt').valueInstant),
  }
}

function readinessOf(
  codeOf: (name: (typeof statusReadiness)[number]) => string | null,
): Pick<PointStatus, (typeof statusReadiness)[number]> {
  const said = (code: string | null): Readiness => (code === 'yes' || code === 'no' ? code : 'unknown')
  return {
    computer: said(codeOf('computer')),
    printer: said(codeOf('printer')),
    internet: said(codeOf('internet')),
    power: said(codeOf('power')),
  }
}
