import type { PlannedDoseRequest } from '../../../src/contract/dose-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Programme, Route, Site } from '../../../src/domain/immunization/dose'
import { type StatedVolume, statedVolume } from '../../../src/domain/immunization/dose-volume'
import type { Vaccine } from '../../../src/domain/immunization/vaccine'
import type { ScanArrival } from '../../../src/domain/scan/scan-types'
import type { DoseWarning, DueDose } from '../../../src/domain/schedule/chart-types'
import { byUseOrder, type LotOnHand, lotRefusals } from '../../../src/domain/stock/lot'
import { lastVolume } from './last-volumes'

/** One dose about to be given; volume as typed. `dueId` is null for a vaccine added by hand. */
export type PlanLine = {
  readonly key: string
  readonly dueId: string | null
  readonly label: string
  readonly vaccineCodes: readonly string[]
  readonly vaccineCode: string
  readonly lotId: string | null
  readonly site: Site | null
  readonly route: Route | null
  readonly volume: string
  readonly programme: Programme
  /** Reasons by the code of the warning they pass. */
  readonly overrides: Readonly<Record<string, string>>
  /** The label of the vial as it was scanned; null while the lot was only chosen. */
  readonly scan: ScanArrival | null
}

/** What planning depends on. */
export type Shelf = {
  readonly lots: readonly LotOnHand[]
  readonly vaccines: ReadonlyMap<string, Vaccine>
  readonly on: CalendarDay
  /** Of whoever is vaccinated: some products are given by age. */
  readonly bornOn: CalendarDay
}

/** Lots of a product, usable ones first, the first to expire on top. */
export function lotsOf(shelf: Shelf, vaccineCode: string): readonly LotOnHand[] {
  return shelf.lots.filter(lot => lot.vaccineCode === vaccineCode).toSorted(byUseOrder(shelf.on))
}

/** Why a lot cannot be used for a product; null when it can. */
export function whyUnusable(shelf: Shelf, lot: LotOnHand, vaccineCode: string) {
  return lotRefusals(lot, { vaccineCode, on: shelf.on, doses: 1 })[0]?.code ?? null
}

function firstUsable(shelf: Shelf, vaccineCode: string): LotOnHand | null {
  return lotsOf(shelf, vaccineCode).find(lot => whyUnusable(shelf, lot, vaccineCode) === null) ?? null
}

/** The first offered site nobody else has taken; else the first: two doses in one limb keep their distance. */
export function proposeSite(vaccine: Vaccine, others: readonly PlanLine[]): Site | null {
  const taken = new Set(others.map(line => line.site))
  return vaccine.sites.find(site => !taken.has(site)) ?? vaccine.sites[0] ?? null
}

/** What the data states for this age and route; `other-age` where it states volumes, but none for this age. */
export function volumeByData(
  { vaccineCode, route }: Pick<PlanLine, 'vaccineCode' | 'route'>,
  { vaccines, bornOn, on }: Shelf,
): StatedVolume | 'other-age' | null {
  const vaccine = vaccines.get(vaccineCode)
  return vaccine ? statedVolume(vaccine, { bornOn, on, route }) : null
}

/** The volume for this age and route, as typed; what was given last where the data knows none. */
function proposeVolume(vaccine: Vaccine, route: Route | null, shelf: Shelf): string {
  const stated = volumeByData({ vaccineCode: vaccine.code, route }, shelf)
  if (stated === null) return lastVolume(vaccine.code)
  if (stated === 'other-age' || stated.volumeMl === null) return ''
  return String(stated.volumeMl).replace('.', ',')
}

/** Another route; the volume goes with it, unless one was typed. */
export function changeRoute(line: PlanLine, route: Route, shelf: Shelf): PlanLine {
  const vaccine = shelf.vaccines.get(line.vaccineCode)
  if (!vaccine || line.volume !== proposeVolume(vaccine, line.route, shelf)) return { ...line, route }
  return { ...line, route, volume: proposeVolume(vaccine, route, shelf) }
}

/** True when another injection of the plan goes to the same place. */
export function sharesSite(line: PlanLine, lines: readonly PlanLine[]): boolean {
  if (line.site === null || line.site === 'MOUTH') return false
  return lines.some(other => other.key !== line.key && other.site === line.site)
}

function withVaccine(
  line: Pick<PlanLine, 'key' | 'dueId' | 'label' | 'vaccineCodes'>,
  vaccine: Vaccine,
  shelf: Shelf,
  others: readonly PlanLine[],
): PlanLine {
  const lot = firstUsable(shelf, vaccine.code)
  return {
    ...line,
    vaccineCode: vaccine.code,
    lotId: lot?.lotId ?? null,
    site: proposeSite(vaccine, others),
    route: vaccine.route,
    volume: proposeVolume(vaccine, vaccine.route, shelf),
    programme: lot?.programme ?? vaccine.programmes[0] ?? 'epi',
    overrides: {},
    scan: null,
  }
}

/** Plans a due dose with the best product that is on the shelf; null when the data knows none of its products. */
export function planDue(
  due: DueDose,
  label: string,
  shelf: Shelf,
  others: readonly PlanLine[],
): PlanLine | null {
  const known = due.vaccineCodes.flatMap(code => shelf.vaccines.get(code) ?? [])
  const vaccine = known.find(({ code }) => firstUsable(shelf, code) !== null) ?? known[0]
  if (!vaccine) return null
  const vaccineCodes = known.map(({ code }) => code)
  return withVaccine({ key: due.id, dueId: due.id, label, vaccineCodes }, vaccine, shelf, others)
}

/** Plans a vaccine that is not in the list of due doses. */
export function planExtra(vaccine: Vaccine, shelf: Shelf, others: readonly PlanLine[]): PlanLine {
  const line = { dueId: null, label: vaccine.shortName, vaccineCodes: [vaccine.code] }
  return withVaccine({ ...line, key: `extra:${vaccine.code}` }, vaccine, shelf, others)
}

/** Every due dose that can be given from the shelf; the others stay unticked with their reason beside them. */
export function planAll(
  today: readonly DueDose[],
  nameOf: (due: DueDose) => string,
  shelf: Shelf,
): readonly PlanLine[] {
  const lines: PlanLine[] = []
  for (const due of today) {
    const line = planDue(due, nameOf(due), shelf, lines)
    if (line?.lotId) lines.push(line)
  }
  return lines
}

/** Another product for the same dose: lot, site, route and volume follow it. */
export function changeProduct(
  line: PlanLine,
  code: string,
  shelf: Shelf,
  lines: readonly PlanLine[],
): PlanLine {
  const vaccine = shelf.vaccines.get(code)
  if (!vaccine) return line
  return withVaccine(
    line,
    vaccine,
    shelf,
    lines.filter(other => other.key !== line.key),
  )
}

/** Another lot: its supply goes with it, unless a campaign was chosen by hand. */
export function changeLot(line: PlanLine, lot: LotOnHand): PlanLine {
  return {
    ...line,
    lotId: lot.lotId,
    programme: line.programme === 'campaign' ? 'campaign' : lot.programme,
    scan: null,
  }
}

/** Drops are counted, not measured: an oral dose may go without a volume. */
export function mayLackVolume(line: PlanLine): boolean {
  return line.route === 'PO' && line.volume.trim() === ''
}

/** ml as a number; null when it is not one the contract takes. */
export function volumeOf(line: PlanLine): number | null {
  const clean = line.volume.trim().replace(',', '.')
  const ml = /^\d{1,2}(\.\d{1,3})?$/u.test(clean) ? Number(clean) : null
  return ml !== null && ml > 0 && ml <= 10 ? ml : null
}

/** What main is asked to check or record; null while something is missing. */
export function toRequest(
  line: PlanLine,
  warnings: readonly DoseWarning[] | null,
): PlannedDoseRequest | null {
  const volumeMl = volumeOf(line)
  if (line.lotId === null || line.route === null) return null
  if (volumeMl === null && !mayLackVolume(line)) return null
  const raised = [...new Set((warnings ?? []).map(({ code }) => code))]
  const passed = raised.flatMap(code => {
    const reason = line.overrides[code]?.trim()
    return reason ? [{ code, reason }] : []
  })
  const { vaccineCode, lotId, site, route, programme, scan } = line
  return { vaccineCode, lotId, site, route, volumeMl, programme, overrides: passed, note: null, scan }
}

/** Warnings that nobody has given a reason for yet. */
export function openWarnings(line: PlanLine, warnings: readonly DoseWarning[]): readonly DoseWarning[] {
  return warnings.filter(({ code }) => (line.overrides[code] ?? '').trim() === '')
}
