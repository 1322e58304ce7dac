import { type CalendarDay, day, isCalendarDay } from '../../calendar/calendar-day'
import type { CellValue, CountedRow, CountedSection } from '../../report/counted-report'
import { reportBases } from '../../report/report-form'
import { daysOfPeriod } from '../../report/report-period'
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
  resourceOf,
  textOf,
} from './read-fields'
import type { UpwardHead } from './read-upward'
import { formOfMeasure, upwardUrl } from './upward'

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
  const own = (name: string) => extensionOf(resource, upwardUrl(codes, name))
  const period = textOf(own('period').valueString) ?? periodIn(resource)
  const basis = reportBases.find(each => each === textOf(own('basis').valueCode)) ?? reportBases[0]
  if (period === null) return null
  return {
    kind: 'report',
    value: {
      ...sent,
      version: numberOf(own('version').valueInteger) ?? 1,
      signedByName: textOf(own('signed-by').valueString),
      receivedAt: head.lastUpdated,
      counted: {
        formId: form.formId,
        formVersion: form.version,
        period,
        basis,
        sections: sectionsOf(partsOf(resource.group), codes),
      },
    },
  }
}

/** `2026-10` of its first and last day; a period that is no month, year or day is said in words of our own. */
function periodIn(resource: Read): string | null {
  const { start, end } = partOf(resource.period)
  const [from, to] = [dayIn(start), dayIn(end)]
  if (from === null || to === null) return null
  const same = [from.slice(0, 4), from.slice(0, 7), from].find(period => {
    const days = daysOfPeriod(period)
    return days?.from === from && days.to === to
  })
  return same ?? null
}

function dayIn(value: unknown): CalendarDay | null {
  const text = textOf(value)?.slice(0, 10) ?? ''
  return isCalendarDay(text) ? day(text) : null
}

/** Groups are rows, named `section/row`; populations are columns. */
function sectionsOf(groups: readonly Read[], codes: ProvinceCodes): readonly CountedSection[] {
  const sections = new Map<string, CountedRow[]>()
  for (const group of groups) {
    const [sectionId = '', ...rest] = (textOf(partOf(group.code).text) ?? '').split('/')
    const row: CountedRow = {
      id: rest.join('/'),
      label: textOf(extensionOf(group, upwardUrl(codes, 'label')).valueString),
      cells: partsOf(group.population).map(each => cellOf(each, codes)),
    }
    sections.set(sectionId, [...(sections.get(sectionId) ?? []), row])
  }
  return [...sections].map(([id, rows]) => ({ id, rows }))
}

function cellOf(part: Read, codes: ProvinceCodes): CellValue {
  const count = numberOf(part.count)
  if (count !== null) return count
  const value = extensionOf(part, upwardUrl(codes, 'value'))
  const on = textOf(value.valueDate)
  if (on !== null && isCalendarDay(on)) return { day: on }
  return numberOf(value.valueDecimal) ?? textOf(value.valueString)
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
