import type { Instant } from '../../calendar/calendar-day'
import type { CellValue } from '../../report/counted-report'
import { type ReportBasis, reportBases } from '../../report/report-form'
import {
  extensionOf,
  headOf,
  numberOf,
  partOf,
  partsOf,
  type Read,
  type ReadContext,
  resourceOf,
  textOf,
} from './read-fields'
import { formOfMeasure, upwardUrl } from './upward'

/** A report as the province's server holds it. */
export type SentReport = {
  /** `MeasureReport/12` at the server. */
  readonly resource: string
  readonly recordId: string
  /** `Organization/3` at the server: the point whose report it is. */
  readonly reporter: string | null
  readonly lastUpdated: Instant
  readonly formId: string
  readonly formVersion: string
  readonly period: string
  readonly basis: ReportBasis
  readonly version: number
  readonly amends: string | null
  readonly amendReason: string | null
  readonly signedByName: string | null
  readonly signedOn: string | null
  /** Why it was taken back; null while it stands. */
  readonly withdrawn: string | null
  readonly isWithdrawn: boolean
  /** By section and row, then by column. */
  readonly rows: readonly {
    readonly row: string
    readonly label: string | null
    readonly cells: Readonly<Record<string, CellValue>>
  }[]
}

/** A report of ours; null for every other MeasureReport. */
export function readReport(resource: Read, context: ReadContext): SentReport | null {
  const { codes } = context
  const form = formOfMeasure(codes, textOf(resource.measure))
  const head = headOf(resource, context)
  const said = partsOf(extensionOf(resource, upwardUrl(codes, 'report')).extension)
  const part = (url: string): Read => said.find(each => each.url === url) ?? {}
  const basis = reportBases.find(each => each === part('basis').valueCode)
  const period = textOf(part('period').valueString)
  const version = numberOf(part('version').valueInteger)
  if (!form || !head || !basis || period === null || version === null) return null
  return {
    resource: head.resource,
    recordId: head.recordId,
    reporter: resourceOf(resource.reporter),
    lastUpdated: head.lastUpdated,
    formId: form.formId,
    formVersion: form.version,
    period,
    basis,
    version,
    amends: textOf(part('amends').valueString),
    amendReason: textOf(part('amendReason').valueString),
    signedByName: textOf(part('signedBy').valueString),
    signedOn: textOf(resource.date),
    withdrawn: textOf(part('withdrawn').valueString),
    isWithdrawn: resource.status === 'error',
    rows: partsOf(resource.group).map(group => ({
      row: textOf(partOf(group.code).text) ?? '',
      label: textOf(extensionOf(group, upwardUrl(codes, 'row-label')).valueString),
      cells: Object.fromEntries(
        partsOf(group.population).map(each => [
          textOf(partOf(each.code).text) ?? '',
          cellIn(each, upwardUrl(codes, 'value')),
        ]),
      ),
    })),
  }
}

function cellIn(population: Read, url: string): CellValue {
  const count = numberOf(population.count)
  if (count !== null) return count
  const said = extensionOf(population, url)
  const day = textOf(said.valueDate)
  return numberOf(said.valueDecimal) ?? (day === null ? textOf(said.valueString) : { day })
}
