import { readSchedule } from '../../src/contract/schedule-file'
import { readVaccines } from '../../src/contract/vaccine-file'
import type { Vaccine } from '../../src/domain/immunization/vaccine'
import type { Schedule } from '../../src/domain/schedule/schedule-types'
import { antigenOf } from './antigen'
import { associationsOf, type CdsiProduct, conflictsOf, productsOf, vaccineGroupsOf } from './schedule-data'
import { sourceText } from './words'
import { parseXml } from './xml'

/** CDC's supporting data as text: one schedule file, one file an antigen. */
export type CdsiSource = { readonly schedule: string; readonly antigens: readonly string[] }

/** The two files of the internal format. */
export type ImportedFiles = { readonly schedule: unknown; readonly vaccines: unknown }

/** Antigens of products that stand in the conflict table only. */
const noAntigen = ['not-in-schedule']

/**
 * Turns CDC's supporting data into a schedule file and a vaccine file of our format. A word, offset or date that is not
 * known throws: half a rule is worse than none. The result is a test subject, never a schedule for people.
 */
export function importCdsi(source: CdsiSource): ImportedFiles {
  const file = parseXml(source.schedule)
  const associations = associationsOf(file)
  const conflicts = conflictsOf(file)
  const antigens = source.antigens.map(text => antigenOf(parseXml(text), associations))
  const schedule = {
    format: 1,
    code: 'CDSI',
    name: sourceText('CDSi supporting data (United States)'),
    legalBasis: 'ACIP recommendations as CDC publishes them for decision support; not for use on people here',
    validFrom: '1900-01-01',
    validTo: null,
    sources: ['https://www.cdc.gov/iis/cdsi/'],
    confirmation: 'unconfirmed',
    confirmedBy: null,
    campaignDosesCount: true,
    antigens: antigens.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    vaccineGroups: vaccineGroupsOf(file),
    conflicts,
    rows: [],
    otherRow: sourceText('Other'),
  }
  const live = new Set(conflicts.flatMap(({ previous, current }) => [...previous, ...current]))
  return { schedule, vaccines: vaccineFile(productsOf(file), live) }
}

function vaccineFile(products: readonly CdsiProduct[], live: ReadonlySet<string>): object {
  const mapped = new Set(products.map(({ cvx }) => cvx))
  const others = [...live].filter(cvx => !mapped.has(cvx))
  const all = [...products, ...others.map(cvx => ({ cvx, name: `CVX ${cvx}`, antigens: noAntigen }))]
  return {
    format: 1,
    version: 'cdsi',
    vaccines: all.map(product => vaccineRow(product, live.has(product.cvx))),
  }
}

function vaccineRow({ cvx, name, antigens }: CdsiProduct, isLive: boolean): object {
  return {
    code: cvx,
    shortName: name,
    tradeName: name,
    nameVi: name,
    kind: 'vaccine',
    manufacturer: null,
    country: null,
    antigens,
    live: isLive,
    programmes: ['epi'],
    cvx,
    atc: null,
    dosesPerVial: null,
    volumeMl: null,
    route: null,
    sites: [],
    openVialRule: null,
    storage: null,
    aliases: [],
    unverified: [],
  }
}

/** Reads both files as the program reads its own; throws ScheduleFileError or a zod error on what is wrong. */
export function readImported({ schedule, vaccines }: ImportedFiles): {
  readonly schedule: Schedule
  readonly vaccines: ReadonlyMap<string, Vaccine>
} {
  const products = readVaccines(vaccines)
  return { schedule: readSchedule(schedule, products), vaccines: products }
}
