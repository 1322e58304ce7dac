import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readAnaphylaxisCard, readCaseForm, readExpectedReactions } from '../../src/contract/aefi-file'
import { readBirthDoseRule } from '../../src/contract/birth-dose-file'
import { readBirthData } from '../../src/contract/birth-file'
import { readChildHandbook } from '../../src/contract/child-file'
import { readColdChainRules } from '../../src/contract/cold-chain-file'
import { readDoseLists } from '../../src/contract/dose-list-file'
import { withVolumes } from '../../src/contract/dose-volume-file'
import { growthTablesFrom, readGrowthRules } from '../../src/contract/growth-file'
import { readIndicatorRules } from '../../src/contract/indicator-file'
import { readLinkageWeights } from '../../src/contract/linkage-weights-file'
import { readOpenVialRules } from '../../src/contract/open-vial-file'
import { readPlanningRules } from '../../src/contract/planning-file'
import { readPregnancyRules } from '../../src/contract/pregnancy-file'
import { readProgramme } from '../../src/contract/programme-file'
import { readProvinceCodes } from '../../src/contract/province-codes-file'
import { readDoctorLimits } from '../../src/contract/register-doctor-file'
import { readReportForm } from '../../src/contract/report-file'
import { readScanLayouts } from '../../src/contract/scan-file'
import { ScheduleFileError } from '../../src/contract/schedule-file'
import { readCatalog, readVersions } from '../../src/contract/schedule-parts'
import { readScreeningForms } from '../../src/contract/screening-file'
import { readScreeningRules } from '../../src/contract/screening-rules-file'
import { readArrivalLimits, readSupplies, readWastageReasons } from '../../src/contract/stock-file'
import { readVaccines } from '../../src/contract/vaccine-file'
import type { AnaphylaxisCard } from '../../src/domain/aefi/adrenaline'
import type { CaseForm } from '../../src/domain/aefi/case-form'
import type { ExpectedReactions } from '../../src/domain/aefi/expected-reactions'
import type { CalendarDay } from '../../src/domain/calendar/calendar-day'
import type { ChildHandbook } from '../../src/domain/child/child-handbook'
import type { GrowthRules } from '../../src/domain/child/growth-findings'
import { type GrowthTables, growthTableNames } from '../../src/domain/child/growth-tables'
import { type AftercareText, readAftercareText } from '../../src/domain/document/appointment-slip'
import type { EthnicGroupsFile } from '../../src/domain/exchange/ethnic-groups'
import type { ProvinceCodes } from '../../src/domain/exchange/fhir/codes'
import type { ImportProfile } from '../../src/domain/exchange/import-profile'
import type { NamePartsFile } from '../../src/domain/exchange/invented-person'
import { type OldCommunesFile, oldCommunesOf } from '../../src/domain/exchange/place-names'
import type { TransferNumbers } from '../../src/domain/exchange/transfer-slip'
import type { VaccineAliasFile } from '../../src/domain/exchange/vaccine-names'
import type { BirthDoseRule } from '../../src/domain/immunization/birth-dose-hours'
import type { Vaccine } from '../../src/domain/immunization/vaccine'
import type { LinkageWeights } from '../../src/domain/linkage/weights'
import type { BirthData } from '../../src/domain/maternal/birth-data'
import type { PregnancyRules } from '../../src/domain/maternal/pregnancy-rules'
import {
  type FormerUnits,
  type FormerUnitsFile,
  loadFormerUnits,
  type UnitChangesFile,
} from '../../src/domain/person/former-units'
import { type CommunesFile, loadUnits, type ProvincesFile, type Units } from '../../src/domain/person/units'
import type { DoctorLimits } from '../../src/domain/register-doctor/examined'
import type { HandbookProgramme } from '../../src/domain/report/handbook-programme'
import type { IndicatorRules } from '../../src/domain/report/indicators/indicator-rules'
import type { ReportForm } from '../../src/domain/report/report-form'
import type { DoseList } from '../../src/domain/report/tally'
import type { ScanLayouts } from '../../src/domain/scan/scan-types'
import type { ScreeningForm } from '../../src/domain/screening/form'
import type { PlausibleLimits } from '../../src/domain/screening/plausible'
import type { ScreeningRules } from '../../src/domain/screening/rules'
import type { PlanningRules } from '../../src/domain/session-plan/planning-rules'
import type { ArrivalLimits } from '../../src/domain/stock/arrival'
import type { ColdChainRules } from '../../src/domain/stock/fridge'
import type { Supply } from '../../src/domain/stock/supplies'
import type { OpenVialRules } from '../../src/domain/stock/vial'
import type { WastageReason } from '../../src/domain/stock/wastage'
import { createSchedules, type ShippedSchedules } from './schedules'

/** All data that ships beside the code. */
export type Resources = {
  readonly folder: string
  /** The schedules that ship; `main/services/schedule/current-book.ts` puts those of the province over them. */
  readonly schedules: ShippedSchedules
  readonly vaccines: ReadonlyMap<string, Vaccine>
  readonly units: Units
  /** The three levels until June 2025, and names that changed since; read when somebody asks for an old place. */
  readonly formerUnits: FormerUnits
  readonly unitChanges: UnitChangesFile
  readonly ethnicGroups: readonly { readonly code: string; readonly name: string }[]
  readonly screeningForms: readonly ScreeningForm[]
  /** What a screening concludes of single vaccines. */
  readonly screeningRules: ScreeningRules
  /** What weights and temperatures are held against. */
  readonly plausible: PlausibleLimits
  /** WHO's growth standards and reference, each table read when it is first asked for. */
  readonly growth: GrowthTables
  /** What scores mean, and when a child has stopped growing as it did. */
  readonly growthRules: GrowthRules
  /** What is asked of a child at an age: feeding, supplements, development, visits. */
  readonly childHandbook: ChildHandbook
  /** What an import needs to understand names of places, products and groups. */
  readonly oldCommunes: OldCommunesFile
  readonly vaccineAliases: VaccineAliasFile
  readonly ethnicGroupsFile: EthnicGroupsFile
  /** Numbers of products and alerts in the code of a transfer slip. */
  readonly transferNumbers: TransferNumbers
  /** Kinds of lists that an import recognises. */
  readonly importProfiles: readonly ImportProfile[]
  readonly practiceNames: NamePartsFile
  readonly aftercare: AftercareText
  /** After a severe event: the card, the form of a case, and what is to be expected after a vaccine. */
  readonly anaphylaxis: AnaphylaxisCard
  readonly caseForm: CaseForm
  readonly expectedReactions: ExpectedReactions
  /** How the texts of cards and papers are laid out. */
  readonly scanLayouts: ScanLayouts
  readonly linkageWeights: LinkageWeights
  /** What the plan of a session assumes. */
  readonly planning: PlanningRules
  /** How long an opened vial may be used. */
  readonly openVials: OpenVialRules
  /** Within how many hours the birth dose is to be given. */
  readonly birthDose: BirthDoseRule
  readonly wastageReasons: ReadonlyMap<string, WastageReason>
  readonly supplies: ReadonlyMap<string, Supply>
  readonly arrivalLimits: ArrivalLimits
  /** When a fridge breaks the cold chain. */
  readonly coldChain: ColdChainRules
  /** What numbers, vaccines and antigens are called at the province's server. */
  readonly provinceCodes: ProvinceCodes
  /** Working lists and the month's form of the handbook programme. */
  readonly programme: HandbookProgramme
  /** What the pictures of the indicators show, with targets. */
  readonly indicators: IndicatorRules
  /** Every form of a report, all versions. */
  readonly reportForms: readonly ReportForm[]
  /** Doses that make somebody fully immunised. */
  readonly doseLists: readonly DoseList[]
  /** What forms and rules of a birth and the weeks after it stand on. */
  readonly birth: BirthData
  /** How a pregnancy is dated and followed. */
  readonly pregnancy: PregnancyRules
  /** From when on the register doctor holds something for odd. */
  readonly doctorLimits: DoctorLimits
}

/**
 * The data in `resources/`: each part is read and validated when it is first asked for, and then kept. Asking throws
 * when a file is not as it must be; `checksOf` finds that early.
 */
export function loadResources(folder: string, today: CalendarDay): Resources {
  const read = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'))
  const vaccines = once(() =>
    withVolumes(readVaccines(read('vaccines', 'vaccines.json')), read('vaccines', 'dose-volumes.json')),
  )
  const former = once(() => read('units', 'before-2025-07.json') as FormerUnitsFile)
  const forms = once(() => readForms(folder, today))
  const screening = once(() => readScreeningRules(read('screening', 'by-vaccine', 'rules.json'), forms()))
  const groups = once(() => read('codes', 'ethnic-groups.json') as EthnicGroupsFile)
  return asked<Resources>({
    folder: () => folder,
    ...wholeFolders(folder, vaccines),
    vaccines,
    openVials: once(() => readOpenVialRules(read('vaccines', 'open-vials.json'), vaccines())),
    birthDose: once(() => readBirthDoseRule(read('vaccines', 'birth-dose.json'), vaccines())),
    supplies: once(() => readSupplies(read('stock', 'supplies.json'), vaccines())),
    coldChain: once(() => readColdChainRules(read('stock', 'cold-chain.json'), vaccines())),
    arrivalLimits: once(() => readArrivalLimits(read('stock', 'arrival.json'))),
    wastageReasons: once(() => readWastageReasons(read('stock', 'wastage-reasons.json'))),
    units: once(() => readUnits(read)),
    ethnicGroups: once(() => groups().ethnicGroups.map(({ code, name }) => ({ code, name }))),
    screeningForms: forms,
    screeningRules: () => screening().rules,
    plausible: () => screening().limits,
    ...handbookParts(read),
    ...reportParts(read),
    formerUnits: once(() => loadFormerUnits(former())),
    unitChanges: once(() => read('units', 'changes.json') as UnitChangesFile),
    oldCommunes: once(() => oldCommunesOf(former())),
    vaccineAliases: once(() => read('codes', 'niis-vaccine-aliases.json') as VaccineAliasFile),
    ethnicGroupsFile: groups,
    transferNumbers: once(() => read('codes', 'transfer-numbers.json') as TransferNumbers),
    practiceNames: once(() => read('practice', 'names.json') as NamePartsFile),
    linkageWeights: once(() => readLinkageWeights(read('linkage', 'weights.json'))),
    aftercare: once(() => readAftercareText(read('documents', 'aftercare-vi.json'))),
    anaphylaxis: once(() => readAnaphylaxisCard(read('aefi', 'anaphylaxis.json'))),
    caseForm: once(() => readCaseForm(read('aefi', 'case-form.json'))),
    expectedReactions: once(() => readExpectedReactions(read('aefi', 'expected-reactions.json'))),
    scanLayouts: once(() => readScanLayouts(read('scan', 'layouts.json'))),
    planning: once(() => readPlanningRules(read('session-plan', 'planning.json'), vaccines())),
    provinceCodes: once(() => readProvinceCodes(read('province', 'codes.json'), groups(), vaccines())),
  })
}

/** Parts of which every file of a folder is read. */
function wholeFolders(folder: string, vaccines: () => ReadonlyMap<string, Vaccine>) {
  const read = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'))
  const doseLists = once(() => {
    const antigens = new Set([...vaccines().values()].flatMap(each => each.antigens))
    return readDoseLists(read('reports', 'lists', 'fully-immunised.json'), antigens)
  })
  return {
    schedules: once(() => readSchedules(folder, vaccines())),
    importProfiles: once(() => readImportProfiles(folder)),
    reportForms: once(() => readReportForms(folder)),
    doseLists,
    indicators: once(() => readIndicatorRules(read('indicators', 'indicators.json'), doseLists())),
  }
}

/** The lists of the mother-and-child handbook, and what growth is held against. */
function handbookParts(read: (...parts: string[]) => unknown) {
  return {
    birth: once(() => readBirthData(read('handbook', 'birth.json'))),
    growth: once(() => growthTablesFrom(name => read('growth', `${name}.json`))),
    growthRules: once(() => readGrowthRules(read('growth', 'findings.json'))),
    childHandbook: once(() => readChildHandbook(read('handbook', 'child.json'))),
    pregnancy: once(() => readPregnancyRules(read('handbook', 'pregnancy.json'))),
    programme: once(() => readProgramme(read('handbook', 'programme.json'))),
  }
}

/** Every file of `reports`, by the name of the file. */
function readReportForms(folder: string): readonly ReportForm[] {
  const place = path.join(folder, 'reports')
  const names = readdirSync(place).filter(name => name.endsWith('.json'))
  return names
    .toSorted()
    .map(name => readReportForm(JSON.parse(readFileSync(path.join(place, name), 'utf8'))))
}

/** What indicators and the register doctor hold numbers against. */
function reportParts(read: (...parts: string[]) => unknown) {
  return {
    doctorLimits: once(() => readDoctorLimits(read('register-doctor', 'limits.json'))),
  }
}

function readUnits(read: (...parts: string[]) => unknown): Units {
  const provinces = read('units', 'provinces.json') as ProvincesFile
  return loadUnits(provinces, read('units', 'communes.json') as CommunesFile)
}

/** What asks for each part once, so that a file that is not as it must be is found before somebody needs it. */
export function checksOf(resources: Resources): readonly (() => void)[] {
  const parts = Object.keys(resources).map(name => () => void Reflect.get(resources, name))
  return [...parts, ...growthTableNames.map(name => () => void resources.growth[name])]
}

/** Every file of `schedules/vn`. Throws ScheduleFileError when one of them cannot be used. */
export function readSchedules(folder: string, vaccines: ReadonlyMap<string, Vaccine>): ShippedSchedules {
  const place = path.join(folder, 'schedules', 'vn')
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(place, name), 'utf8'))
  const catalog = readCatalog(read('catalog.json'), vaccines)
  if (!catalog.ok) throw new ScheduleFileError(catalog.problems)
  const names = readdirSync(place).filter(name => name.endsWith('.json') && name !== 'catalog.json')
  const files = names.toSorted().map(read)
  return { ...createSchedules(catalog.value, readVersions(catalog.value, files, vaccines)), files }
}

/** Every file of `import`. Throws when one has no name or no columns. */
function readImportProfiles(folder: string): readonly ImportProfile[] {
  const place = path.join(folder, 'import')
  const names = readdirSync(place).filter(name => name.endsWith('.json'))
  return names.toSorted().map(name => {
    const { name: title, columns } = JSON.parse(readFileSync(path.join(place, name), 'utf8')) as ImportProfile
    if (!title || !Array.isArray(columns)) throw new Error(`${name} is no kind of list`)
    return { name: title, columns }
  })
}

function readForms(folder: string, today: CalendarDay): readonly ScreeningForm[] {
  const files = readdirSync(path.join(folder, 'screening')).filter(name => name.endsWith('.json'))
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(folder, 'screening', name), 'utf8'))
  return readScreeningForms(files.map(read), today)
}

/** Keeps what was made. What throws is tried again, and throws again. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | null = null
  return () => {
    kept ??= { value: make() }
    return kept.value
  }
}

/** An object whose properties are made when they are read. */
function asked<T extends object>(parts: { readonly [Key in keyof T]: () => T[Key] }): T {
  const properties = Object.entries<() => unknown>(parts).map(([name, get]) => [
    name,
    { get, enumerable: true },
  ])
  return Object.defineProperties({}, Object.fromEntries(properties)) as T
}
