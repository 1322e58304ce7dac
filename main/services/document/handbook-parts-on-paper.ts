import { ageOf, spokenAge } from '../../../src/domain/calendar/age'
import { birthLines, newbornLines } from '../../../src/domain/document/handbook-birth-lines'
import { decimalOnPaper, joined, line, named, weeksOnPaper } from '../../../src/domain/document/handbook-line'
import { pressureOnPaper, printableRisks, testOnPaper } from '../../../src/domain/document/handbook-lines'
import type { HandbookPart, HandbookTable } from '../../../src/domain/document/mother-child-handbook'
import { ageOnPaper, codeOnPaper, dayOnPaper } from '../../../src/domain/document/words'
import { writtenDate } from '../../../src/domain/immunization/dose-date'
import { datingOf, gestationOn } from '../../../src/domain/maternal/dating'
import type { HandbookWords } from '../../../src/domain/maternal/handbook-words'
import type { Pregnancy } from '../../../src/domain/maternal/pregnancy'
import { displayName } from '../../../src/domain/person/display-name'
import { identifierOf } from '../../../src/domain/person/identifiers'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import { childCaseOf, rowsOf as growthRowsOf } from '../handbook/child-case'
import { growthChartsOf } from '../handbook/growth-on-paper'
import type { HandbookThread } from '../handbook/thread-of'
import type { ServiceContext } from '../service'
import { dosesOnPaper } from './doses-on-paper'
import { part, section, table } from './handbook-part'
import { handbookVisitOf, rowsOf, scoreOnPaper } from './handbook-visit-on-paper'

/** Part II: the pregnancy and its visits. */
export function pregnancyPart(
  context: ServiceContext,
  { mother, pregnancy }: HandbookThread,
  words: HandbookWords,
): readonly HandbookPart[] {
  if (mother === null || pregnancy === null) return []
  return [
    part('II', 'Chăm sóc thai nghén', {
      sections: [section('Lần mang thai này', pregnancyLines(context, pregnancy, words))],
      tables: [
        antenatalTable(context, pregnancy),
        testTable(context, pregnancy, words),
        remarksTable(context, mother.id, 'antenatal'),
        doseTable(context, mother, 'Tiêm uốn ván và vắc xin của mẹ'),
      ],
    }),
  ]
}

function pregnancyLines({ resources }: ServiceContext, pregnancy: Stored<Pregnancy>, words: HandbookWords) {
  const dating = datingOf(resources.pregnancy.dating, pregnancy)
  const { lastPeriodOn, scan, heightCm, weightBeforeKg, birthPlan } = pregnancy
  const day = (on: typeof lastPeriodOn) => on && dayOnPaper(on)
  return [
    line('Ngày đầu kỳ kinh cuối', day(lastPeriodOn)),
    line('Siêu âm', scan ? `${dayOnPaper(scan.on)}: thai ${weeksOnPaper(scan.weeks, scan.days)}` : null),
    line('Ngày dự sinh', day(dating?.dueOn ?? null)),
    line('Có thai lần thứ', pregnancy.gravida === null ? null : String(pregnancy.gravida)),
    line('Số thai', pregnancy.fetuses === null ? null : String(pregnancy.fetuses)),
    line('Chiều cao', heightCm === null ? null : `${decimalOnPaper(heightCm)} cm`),
    line(
      'Cân nặng trước khi có thai',
      weightBeforeKg === null ? null : `${decimalOnPaper(weightBeforeKg)} kg`,
    ),
    ...named('Nguy cơ', 'risk', printableRisks(pregnancy.riskCodes), { words }, 'yellow'),
    line('Ghi thêm về nguy cơ', pregnancy.riskNote),
    line(
      'Dự định nơi sinh',
      birthPlan && joined([birthPlan.place, birthPlan.transport, birthPlan.companion]),
    ),
  ]
}

function antenatalTable({ store, resources }: ServiceContext, pregnancy: Stored<Pregnancy>): HandbookTable {
  const dating = datingOf(resources.pregnancy.dating, pregnancy)
  const visits = store.records.list(
    'antenatal-visit',
    { pregnancy_id: pregnancy.id },
    'visited_on, created_stamp',
  )
  const number = (value: number | null) => (value === null ? '' : decimalOnPaper(value))
  return table(
    'Khám thai',
    [
      'Ngày khám 14',
      'Tuổi thai 10',
      'Cân (kg) 9',
      'Huyết áp 12',
      'Phù 8',
      'BCTC (cm) 9',
      'Tim thai 12',
      'Hb (g/L) 10',
      'Hẹn khám 16',
    ],
    visits.map(visit => {
      const age = dating && gestationOn(dating, visit.visitedOn)
      return [
        dayOnPaper(visit.visitedOn),
        age ? `${age.weeks}+${age.days}` : '',
        number(visit.weightKg),
        pressureOnPaper(visit) ?? '',
        visit.oedema === null ? '' : visit.oedema ? 'Có' : 'Không',
        number(visit.fundalHeightCm),
        visit.fetalHeartRates.join(', '),
        number(visit.haemoglobin),
        visit.nextVisitOn ? dayOnPaper(visit.nextVisitOn) : '',
      ]
    }),
    'Chưa khám thai lần nào.',
  )
}

function testTable(
  { store }: ServiceContext,
  pregnancy: Stored<Pregnancy>,
  words: HandbookWords,
): HandbookTable {
  const visits = store.records.list(
    'antenatal-visit',
    { pregnancy_id: pregnancy.id },
    'visited_on, created_stamp',
  )
  return table(
    'Xét nghiệm',
    ['Ngày 20', 'Xét nghiệm 40', 'Kết quả 40'],
    visits.flatMap(({ visitedOn, tests }) =>
      tests.map(test => [dayOnPaper(visitedOn), words('test', test.code) ?? test.code, testOnPaper(test)]),
    ),
    'Chưa ghi xét nghiệm nào.',
  )
}

/** What stands in the conclusions of the visits, in words. */
function remarksTable(
  context: ServiceContext,
  personId: string,
  of: 'antenatal' | 'postpartum' | 'newborn' | 'child',
): HandbookTable {
  const person = context.store.records.find('person', personId)
  const rows = person ? rowsOf(context, personId).filter(row => row.of === of) : []
  return table(
    'Nhận xét',
    ['Ngày 16', 'Tuổi 18', 'Nhận xét, dặn dò, chuyển tuyến 66'],
    rows.flatMap(({ on, visit }) => {
      const facts = person && handbookVisitOf(context, person, visit.id)
      const lines =
        facts?.sections.filter(({ title }) => spoken.includes(title)).flatMap(each => each.lines) ?? []
      const text = lines.map(
        ({ caption, value, box }) => `${box === 'yellow' ? '[Vàng] ' : ''}${caption}: ${value}`,
      )
      return text.length === 0 ? [] : [[dayOnPaper(on), facts?.about ?? '', text.join('; ')]]
    }),
    'Chưa ghi nhận xét nào.',
  )
}

const spoken: readonly string[] = [
  'Kết luận',
  'Khám mẹ',
  'Khám trẻ',
  'Dinh dưỡng',
  'Đã uống hôm nay',
  'Phát triển',
]

function doseTable(context: ServiceContext, person: Stored<Person>, title: string): HandbookTable {
  return table(
    title,
    ['Vắc xin 30', 'Mũi 8', 'Ngày tiêm 16', 'Số lô 16', 'Nơi tiêm 30'],
    dosesOnPaper(context, person).map(dose => [
      dose.vaccine,
      dose.number === null ? '' : String(dose.number),
      writtenDate(dose),
      dose.lotNumber ?? '',
      dose.placeName ?? '',
    ]),
    'Chưa ghi mũi tiêm nào.',
  )
}

/** Part III: birth, the mother after it, the newborns. */
export function birthPart(
  context: ServiceContext,
  { mother, birth, children }: HandbookThread,
  words: HandbookWords,
): readonly HandbookPart[] {
  if (birth === null) return []
  const newborns = context.store.records.list('newborn', { birth_id: birth.id }, 'birth_order, created_stamp')
  const titleOf = (order: number) =>
    newborns.length === 1 ? 'Trẻ khi sinh' : `Trẻ khi sinh: bé thứ ${order}`
  const tables = [
    ...(mother ? [{ ...remarksTable(context, mother.id, 'postpartum'), title: 'Khám mẹ sau sinh' }] : []),
    ...children.map(({ person }) => ({
      ...remarksTable(context, person.id, 'newborn'),
      title: children.length === 1 ? 'Khám trẻ sơ sinh' : `Khám trẻ sơ sinh: ${displayName(person)}`,
    })),
  ]
  return [
    part('III', 'Chăm sóc trong đẻ, sau đẻ và chăm sóc sơ sinh', {
      sections: [
        section('Cuộc sinh', birthLines(birth, { words })),
        ...newborns.map(newborn => section(titleOf(newborn.order), newbornLines(newborn, { words }))),
      ],
      tables,
    }),
  ]
}

/** Part IV of one child: growth, checks, doses. */
export function childPart(
  context: ServiceContext,
  child: Stored<Person>,
  words: HandbookWords,
): HandbookPart {
  const alerts = child.alerts.filter(({ code }) => code === 'allergy' || code === 'anaphylaxis')
  return part('IV', 'Chăm sóc sức khỏe trẻ em', {
    whose: whoseOf(child),
    charts: chartsOf(context, child),
    sections: [
      section('Lưu ý', [
        line('Dị ứng', alerts.map(({ note }) => note ?? 'có').join('; ') || null, 'yellow'),
        ...named(
          'Đã uống',
          'supplement',
          childCaseOf(context, child).given.map(({ code }) => code),
          { words },
        ),
      ]),
    ].filter(({ lines }) => lines.length > 0),
    tables: [
      growthTable(context, child),
      remarksTable(context, child.id, 'child'),
      doseTable(context, child, 'Tiêm chủng'),
    ],
  })
}

/** The two charts that stand in the book: weight and length. */
function chartsOf(context: ServiceContext, child: Stored<Person>) {
  const rows = growthRowsOf(context, child, childCaseOf(context, child).days)
  return rows.length === 0 ? [] : growthChartsOf(context, child, rows).slice(0, 2)
}

/** Whose sheets these are: sheets get separated, and twins are told apart by their codes. */
function whoseOf(child: Person): string {
  const code = identifierOf(child, 'person-code')
  return [displayName(child), dayOnPaper(child.birthDate), code && codeOnPaper(code)]
    .filter(Boolean)
    .join(' · ')
}

function growthTable(context: ServiceContext, child: Stored<Person>): HandbookTable {
  const number = (value: number | null) => (value === null ? '' : decimalOnPaper(value))
  const rows = growthRowsOf(context, child, childCaseOf(context, child).days)
  return table(
    'Theo dõi tăng trưởng (chuẩn WHO)',
    [
      'Ngày 15',
      'Tuổi 18',
      'Cân (kg) 10',
      'Dài, cao (cm) 12',
      'Vòng đầu 10',
      'CN/T (z) 11',
      'CC/T (z) 11',
      'CN/CC (z) 13',
    ],
    rows.map(({ scores, ...day }) => [
      dayOnPaper(day.on),
      ageOnPaper(spokenAge(ageOf(child.birthDate, day.on))),
      number(day.weightKg),
      number(day.lengthCm),
      number(day.headCm),
      scoreOnPaper(scores['weight-for-age']),
      scoreOnPaper(scores['length-for-age']),
      scoreOnPaper(scores['weight-for-length']),
    ]),
    'Chưa cân, đo lần nào.',
  )
}
