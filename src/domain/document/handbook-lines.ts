import type { ChildCheck } from '../child/child-check'
import type { AntenatalTest, AntenatalVisit, Presentation, UrineProtein } from '../maternal/antenatal-visit'
import type { HandbookList } from '../maternal/handbook-words'
import type { BoxAnswer, NewbornVisit, PostpartumVisit } from '../maternal/postnatal-visit'
import {
  type HandbookLine,
  type HandbookSection,
  joined,
  line,
  named,
  sections,
  unit,
  type Words,
  weeksOnPaper,
  yesNo,
} from './handbook-line'

const presentations: Readonly<Record<Presentation, string>> = {
  cephalic: 'Ngôi đầu',
  breech: 'Ngôi mông',
  transverse: 'Ngôi ngang',
  unclear: 'Chưa rõ',
}
const proteins: Readonly<Record<UrineProtein, string>> = {
  none: 'Không',
  trace: 'Vết',
  '1+': '1+',
  '2+': '2+',
  '3+': '3+',
}
const results: Readonly<Record<AntenatalTest['result'], string>> = {
  negative: 'Âm tính',
  positive: 'Dương tính',
  pending: 'Chờ kết quả',
  declined: 'Không làm',
}
/** `118/76`; a side that was not measured is a question mark. */
export function pressureOnPaper(visit: {
  readonly systolic: number | null
  readonly diastolic: number | null
}): string | null {
  if (visit.systolic === null && visit.diastolic === null) return null
  return `${visit.systolic ?? '?'}/${visit.diastolic ?? '?'}`
}

/** What a test found. HIV is said as done or not: whoever opens the book would know, and the law lets nobody else. */
export function testOnPaper({ code, result, note }: AntenatalTest): string {
  const isPrivate = code === 'hiv' && result !== 'declined'
  return isPrivate ? 'Đã xét nghiệm' : joined([results[result], note])
}

/** The risks a paper may name: HIV is not among them. */
export function printableRisks(codes: readonly string[]): readonly string[] {
  return codes.filter(code => code !== 'hiv-positive')
}

/** The rows of an antenatal visit. */
export function antenatalSections(visit: AntenatalVisit, facts: Words): readonly HandbookSection[] {
  return sections([
    ['Khám', examined(visit)],
    [
      'Xét nghiệm, siêu âm',
      [
        line('Protein niệu', visit.urineProtein && proteins[visit.urineProtein]),
        line('Huyết sắc tố', unit(visit.haemoglobin, 'g/L')),
        ...visit.tests.map(test =>
          line(
            facts.words('test', test.code) ?? test.code,
            testOnPaper(test),
            test.code !== 'hiv' && test.result === 'positive' ? 'yellow' : null,
          ),
        ),
        line('Siêu âm', scanOnPaper(visit)),
      ],
    ],
    [
      'Kết luận',
      [
        ...dangers('pregnancy-danger', visit.dangerSigns, facts),
        line('Chẩn đoán, nguy cơ', visit.diagnosis),
        line(
          'Viên sắt, acid folic',
          visit.ironFolateTablets === null ? null : `${visit.ironFolateTablets} viên`,
        ),
        ...closing(visit),
      ],
    ],
  ])
}

function examined(visit: AntenatalVisit): readonly (HandbookLine | null)[] {
  const pressure = pressureOnPaper(visit)
  const heart = visit.fetalHeartRates.join(', ')
  return [
    line('Cân nặng', unit(visit.weightKg, 'kg')),
    line('Huyết áp', pressure && `${pressure} mmHg`),
    yesNo('Phù', visit.oedema, true),
    line('Bề cao tử cung', unit(visit.fundalHeightCm, 'cm')),
    line('Vòng bụng', unit(visit.abdominalGirthCm, 'cm')),
    line('Tim thai', heart === '' ? null : `${heart} lần/phút`),
    line('Ngôi thai', visit.presentation && presentations[visit.presentation]),
  ]
}

function scanOnPaper({ scan }: AntenatalVisit): string | null {
  if (scan === null) return null
  const age = scan.weeks === null ? null : weeksOnPaper(scan.weeks, scan.days)
  return joined([age, scan.note]) || null
}

/** The rows of a look after the mother. */
export function postpartumSections(visit: PostpartumVisit, facts: Words): readonly HandbookSection[] {
  const pressure = pressureOnPaper(visit)
  return sections([
    [
      'Khám mẹ',
      [
        line('Thân nhiệt', unit(visit.temperatureC, '°C')),
        line('Mạch', unit(visit.pulse, 'lần/phút')),
        line('Huyết áp', pressure && `${pressure} mmHg`),
        ...boxes('mother-check', visit.checks, facts),
        yesNo('Vitamin A', visit.vitaminA),
        line('Tránh thai', visit.contraception),
      ],
    ],
    ['Kết luận', [...dangers('mother-danger', visit.dangerSigns, facts), ...closing(visit)]],
  ])
}

/** The rows of a look after a newborn. */
export function newbornVisitSections(visit: NewbornVisit, facts: Words): readonly HandbookSection[] {
  return sections([
    [
      'Khám trẻ',
      [
        line('Cân nặng', unit(visit.weightKg, 'kg')),
        line('Thân nhiệt', unit(visit.temperatureC, '°C')),
        line('Nhịp thở', unit(visit.breathsPerMinute, 'lần/phút')),
        ...boxes('newborn-check', visit.checks, facts),
      ],
    ],
    ['Kết luận', [...dangers('newborn-danger', visit.dangerSigns, facts), ...closing(visit)]],
  ])
}

/** The rows of a child's check; `scores` are lines of their own: `Cân nặng theo tuổi`, `-1,20`. */
export function childCheckSections(
  check: ChildCheck,
  facts: Words & { readonly scores: readonly HandbookLine[] },
): readonly HandbookSection[] {
  const stature = check.position === 'standing' ? 'Chiều cao' : 'Chiều dài nằm'
  return sections([
    [
      'Đo',
      [
        line('Cân nặng', unit(check.weightKg, 'kg')),
        line(stature, unit(check.lengthHeightCm, 'cm')),
        line('Vòng đầu', unit(check.headCm, 'cm')),
        line('Vòng cánh tay', unit(check.armCm, 'cm')),
        yesNo('Phù hai bàn chân', check.oedema, true),
      ],
    ],
    ['Dinh dưỡng', [...facts.scores, ...named('Nuôi dưỡng', 'feeding', check.feeding, facts)]],
    ['Đã uống hôm nay', named('Đã uống', 'supplement', check.supplements, facts)],
    ['Phát triển', signLines(check, facts)],
    [
      'Kết luận',
      [...dangers('child-danger', check.dangerSigns, facts), line('Bệnh', check.illness), ...closing(check)],
    ],
  ])
}

function signLines({ signs }: ChildCheck, { words }: Words): readonly (HandbookLine | null)[] {
  return Object.entries(signs).map(([code, answer]) =>
    line(
      words('sign', code) ?? code,
      answer === 'yes' ? 'Đã làm được' : 'Chưa',
      answer === 'yes' ? 'white' : 'yellow',
    ),
  )
}

type Closing = {
  readonly advice: string | null
  readonly referredTo: string | null
}

function closing({ advice, referredTo }: Closing): readonly (HandbookLine | null)[] {
  return [line('Dặn dò', advice), line('Chuyển đến', referredTo, 'yellow')]
}

function dangers(list: HandbookList, codes: readonly string[], facts: Words) {
  return named('Dấu hiệu nguy hiểm', list, codes, facts, 'yellow')
}

function boxes(list: HandbookList, checks: Readonly<Record<string, BoxAnswer>>, { words }: Words) {
  return Object.entries(checks).map(([code, box]) =>
    line(words(list, code) ?? code, box === 'white' ? 'Bình thường' : 'Cần khám', box),
  )
}
