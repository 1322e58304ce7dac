import { type Age, ageOf, spokenAge } from '../calendar/age'
import { addDays, type CalendarDay } from '../calendar/calendar-day'
import { scoreWord } from '../child/growth-chart'
import type { GrowthChartData } from '../child/growth-curves'
import { correctedFindings, type GrowthFinding, type GrowthRules } from '../child/growth-findings'
import { daysBornEarly, dueOnOf, type GrowthRow, measuredFor } from '../child/growth-history'
import {
  daysPerMonth,
  type GrowthIndicator,
  type GrowthScores,
  referenceFromMonths,
} from '../child/growth-scores'
import { percentileOf } from '../child/growth-z'
import type { DocumentPerson, DocumentPoint, Issue } from './facts'
import { assertPrintableCode, DocumentRefusal, type Marks } from './marks'
import { pointOf } from './vaccination-record'
import { ageOnPaper, cleanText, dayOnPaper, momentOnPaper, sexWord } from './words'

/** Biểu đồ tăng trưởng: WHO's charts with a child's points, and every measuring with its scores. Decision 0034. */
export type GrowthChartPaper = Marks & {
  readonly kind: 'growth-chart'
  readonly point: DocumentPoint
  readonly person: { readonly name: string; readonly birthDate: string; readonly code: string }
  readonly head: readonly { readonly caption: string; readonly value: string; readonly isWide: boolean }[]
  readonly charts: readonly GrowthChartData[]
  /** Newest first. */
  readonly rows: readonly GrowthPaperRow[]
  /** So many older measurings than the paper has room for. */
  readonly more: number
  /** Whether a corrected age stands on the paper and is to be explained. */
  readonly hasCorrected: boolean
  readonly printedAt: string
}

/** One measuring: what was found, and what follows from it. */
export type GrowthPaperRow = {
  readonly on: string
  readonly age: string
  /** `HC 1 tháng 14 ngày` for a child born early; empty else. */
  readonly correctedAge: string
  readonly weight: GrowthPaperCell
  readonly length: GrowthPaperCell
  /** Weight for length under five years, BMI from there on. */
  readonly thinness: GrowthPaperCell
  readonly head: GrowthPaperCell
  readonly arm: GrowthPaperCell
  readonly remarks: readonly string[]
}

/** `5,40` · `z −1,20 (P11,5)` · `HC z −0,30`; parts that do not exist are empty. */
export type GrowthPaperCell = {
  readonly value: string
  readonly score: string
  readonly corrected: string
}

/** Measurings that the paper carries at most: monthly to two years, then every three months to six. */
const mostRows = 48

const comma = (value: number, digits: number) => value.toFixed(digits).replace('.', ',')
const spoken = (age: Age) => ageOnPaper(spokenAge(age))

/** Makes the paper. Throws DocumentRefusal without a name or with a code no barcode may carry. */
export function buildGrowthChartPaper(facts: {
  readonly person: DocumentPerson
  readonly gestationWeeks: number | null
  /** Oldest first. */
  readonly rows: readonly GrowthRow[]
  readonly findings: ReadonlyMap<string, readonly GrowthFinding[]>
  readonly rules: GrowthRules
  readonly charts: readonly GrowthChartData[]
  readonly on: CalendarDay
  readonly issue: Issue
}): GrowthChartPaper {
  const { person, rows, rules, findings, charts, issue } = facts
  const name = cleanText(person.name)
  if (name === '') throw new DocumentRefusal('document.no-name')
  assertPrintableCode(person.code)
  const newest = rows.toReversed()
  return {
    kind: 'growth-chart',
    practice: issue.practice,
    reprint: null,
    point: pointOf(issue),
    person: { name, birthDate: dayOnPaper(person.birthDate), code: person.code },
    head: headOf(facts),
    charts,
    rows: newest.slice(0, mostRows).map(row => rowOf(row, person, findings.get(row.id) ?? [], rules)),
    more: Math.max(0, newest.length - mostRows),
    hasCorrected: rows.some(({ corrected }) => corrected !== null),
    printedAt: momentOnPaper(issue.now),
  }
}

function headOf(facts: {
  readonly person: DocumentPerson
  readonly gestationWeeks: number | null
  readonly on: CalendarDay
}): GrowthChartPaper['head'] {
  const { person, gestationWeeks, on } = facts
  const dueOn = dueOnOf({ sex: person.sex, birthDate: person.birthDate, gestationWeeks })
  const early =
    dueOn && daysBornEarly(gestationWeeks) > 0
      ? `Sinh non ${gestationWeeks} tuần; tuổi hiệu chỉnh tính từ ${dayOnPaper(dueOn)}`
      : null
  const line = (caption: string, value: string | null, isWide = false) =>
    value === null || value === '' ? [] : [{ caption, value: cleanText(value), isWide }]
  return [
    ...line('Ngày sinh', dayOnPaper(person.birthDate)),
    ...line('Giới tính', sexWord(person.sex).vi),
    ...line('Tuổi', on < person.birthDate ? null : spoken(ageOf(person.birthDate, on))),
    ...line('Số định danh', person.nationalId),
    ...line('Địa chỉ', person.address, true),
    ...line('Tuổi thai', early, true),
  ]
}

function rowOf(
  row: GrowthRow,
  { birthDate }: DocumentPerson,
  findings: readonly GrowthFinding[],
  rules: GrowthRules,
): GrowthPaperRow {
  const cell = (indicator: GrowthIndicator, digits: number) => cellOf(row, indicator, digits)
  const isOlder = row.ageDays / daysPerMonth >= referenceFromMonths
  const early = row.corrected ? addDays(row.on, -row.corrected.ageDays) : null
  return {
    on: dayOnPaper(row.on),
    age: row.on < birthDate ? '' : spoken(ageOf(birthDate, row.on)),
    correctedAge: early ? `HC ${spoken(ageOf(early, row.on))}` : '',
    weight: cell('weight-for-age', 2),
    length: cell('length-for-age', 1),
    thinness: isOlder ? cell('bmi-for-age', 1) : { ...cell('weight-for-length', 2), value: '' },
    head: cell('head-for-age', 1),
    arm: cell('arm-for-age', 1),
    remarks: remarksOf(row, findings, rules),
  }
}

/** What was found, and of a child born early apart from it what its corrected age says of the same cut-offs. */
function remarksOf(
  row: GrowthRow,
  findings: readonly GrowthFinding[],
  rules: GrowthRules,
): readonly string[] {
  const corrected = correctedFindings(rules, row).map(finding => findingOnPaper(finding, rules))
  const isAsked = row.corrected !== null && [...findings, ...corrected].length > 0
  const words = corrected.length > 0 ? corrected : ['không có']
  return [
    ...findings.map(finding => findingOnPaper(finding, rules)),
    ...(isAsked ? words.map(word => `HC: ${word}`) : []),
  ]
}

function cellOf(row: GrowthRow, indicator: GrowthIndicator, digits: number): GrowthPaperCell {
  const value = writtenValue(row, indicator)
  const corrected = indicator === 'weight-for-length' ? undefined : row.corrected?.scores
  return {
    value: value === null ? '' : comma(value, digits),
    score: scoreOf(row.scores, indicator),
    corrected: corrected?.[indicator] ? `HC ${scoreOf(corrected, indicator)}` : '',
  }
}

/** What is written down: the weight also of a swollen child, the length as it was measured. */
function writtenValue(row: GrowthRow, indicator: GrowthIndicator): number | null {
  if (indicator === 'weight-for-age') return row.weightKg
  return indicator === 'length-for-age' ? row.lengthCm : measuredFor(indicator, row)
}

function scoreOf(scores: GrowthScores, indicator: GrowthIndicator): string {
  const score = scores[indicator]
  if (!score) return ''
  const z = `z ${scoreWord(score.z, 2).replace('.', ',')}`
  return score.isImplausible ? `${z} (?)` : `${z} (P${percentileWord(score.z)})`
}

function percentileWord(z: number): string {
  const percentile = percentileOf(z)
  if (percentile < 0.1) return '<0,1'
  return percentile > 99.9 ? '>99,9' : comma(percentile, 1)
}

const measureWords: Readonly<Record<GrowthIndicator, string>> = {
  'weight-for-age': 'cân nặng',
  'length-for-age': 'chiều dài/cao',
  'weight-for-length': 'cân nặng so với chiều dài/cao',
  'bmi-for-age': 'BMI',
  'head-for-age': 'vòng đầu',
  'arm-for-age': 'vòng cánh tay',
}

/** A finding as the paper says it. */
function findingOnPaper(finding: GrowthFinding, { cutOffs }: GrowthRules): string {
  switch (finding.kind) {
    case 'cut-off':
      return cutOffs.find(({ code }) => code === finding.code)?.text.vi ?? finding.code
    case 'weight-fell':
      return `Chững tăng trưởng: cân nặng theo tuổi giảm từ z ${scoreOnPaper(finding.fromZ)} (${dayOnPaper(finding.since)}) xuống ${scoreOnPaper(finding.toZ)}`
    case 'no-gain':
      return finding.lostKg > 0
        ? `Sụt ${comma(finding.lostKg, 2)} kg từ ${dayOnPaper(finding.since)}`
        : `Không tăng cân từ ${dayOnPaper(finding.since)}`
    case 'measure-again':
      return `Số đo khó tin, cân đo lại: ${measureWords[finding.indicator]}`
    case 'got-shorter':
      return `Thấp hơn lần ${dayOnPaper(finding.since)} ${comma(finding.byCm, 1)} cm: đo lại`
  }
}

const scoreOnPaper = (z: number) => scoreWord(z, 2).replace('.', ',')
