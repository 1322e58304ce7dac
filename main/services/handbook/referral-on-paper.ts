import { refuse } from '../../../src/contract/errors'
import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import type { DocumentPerson, Issue } from '../../../src/domain/document/facts'
import { buildMaternalReferral, type MaternalReferral } from '../../../src/domain/document/maternal-referral'
import type { HeadLine } from '../../../src/domain/document/screening-checklist'
import { dayOnPaper } from '../../../src/domain/document/words'
import type { AntenatalVisit } from '../../../src/domain/maternal/antenatal-visit'
import type { Dating } from '../../../src/domain/maternal/dating'
import type { Person } from '../../../src/domain/person/person'
import type { Stored } from '../../db/record-store'
import type { ServiceContext } from '../service'
import { pregnanciesOf } from './pregnancy-parts'
import { pregnancyView } from './pregnancy-view'
import { referralAfterBirth } from './referral-after-birth'
import { headLine, numberOnPaper, peopleLines } from './referral-lines'

/** The referral of a visit, before or after birth; without one of the newest visit of the pregnancy that goes on. */
export function maternalReferral(
  context: ServiceContext,
  mother: Stored<Person>,
  facts: DocumentPerson,
  visitId: string | null,
  issue: Issue,
): MaternalReferral {
  const after = visitId === null ? null : referralAfterBirth(context, mother, facts, visitId, issue)
  if (after) return after
  const view = pregnancyOnPaper(context, mother, visitId)
  const visit = visitId ? view.visits.find(each => each.visitId === visitId) : view.visits.at(-1)
  const rules = context.resources.pregnancy
  return buildMaternalReferral({
    about: 'pregnancy',
    person: facts,
    to: visit?.referredTo ?? null,
    head: headOf(mother, facts, view),
    signs: (visit?.dangerSigns ?? []).map(
      code => rules.dangerSigns.find(sign => sign.code === code)?.name.vi ?? code,
    ),
    risks: view.risks.map(({ rule }) => rule.name.vi),
    measures: visit ? measuresOf(context, visit) : [],
    finding: visit?.diagnosis ?? null,
    done: doneOf(visit),
    visitedOn: visit?.visitedOn ?? null,
    signedBy: context.actor?.name ?? visit?.byName ?? null,
    issue,
  })
}

function pregnancyOnPaper(
  context: ServiceContext,
  mother: Stored<Person>,
  visitId: string | null,
): PregnancyView {
  const all = pregnanciesOf(context, mother.id)
  const visit = visitId === null ? null : context.store.records.find('antenatal-visit', visitId)
  if (visitId !== null && (!visit || visit.voided || visit.personId !== mother.id))
    return refuse('antenatal.not-found')
  const pregnancy = visit
    ? all.find(({ id }) => id === visit.pregnancyId)
    : (all.find(({ endedOn }) => endedOn === null) ?? all[0])
  return pregnancy ? pregnancyView(context, pregnancy, mother) : refuse('pregnancy.not-found')
}

const ways: Readonly<Record<Dating['by'], string>> = {
  period: 'theo kỳ kinh cuối',
  scan: 'theo siêu âm',
  stated: 'theo giấy',
}

function headOf(mother: Person, facts: DocumentPerson, view: PregnancyView): readonly HeadLine[] {
  const { dating, gestation, gravida, para } = view
  const paraWords = para && `${para.term}-${para.preterm}-${para.lost}-${para.living}`
  return [
    ...peopleLines(mother, facts),
    ...headLine('Tuổi thai', gestation && `${gestation.weeks} tuần ${gestation.days} ngày`),
    ...headLine('Dự sinh', dating && `${dayOnPaper(dating.dueOn)} (${ways[dating.by]})`),
    ...headLine('Có thai lần', gravida === null ? null : String(gravida)),
    ...headLine('PARA', paraWords),
    ...headLine('Số thai', view.fetuses === null ? null : String(view.fetuses)),
    ...headLine('Nhóm máu', mother.bloodGroup),
  ]
}

const presentationWords = {
  cephalic: 'ngôi đầu',
  breech: 'ngôi mông',
  transverse: 'ngôi ngang',
  unclear: 'ngôi chưa rõ',
}
const proteinWords = { none: 'âm tính', trace: 'vết', '1+': '1+', '2+': '2+', '3+': '3+' }
const resultWords = {
  negative: 'âm tính',
  positive: 'dương tính',
  pending: 'chờ kết quả',
  declined: 'từ chối',
}

/** What was measured, as short words of the handbook. */
function measuresOf({ resources }: ServiceContext, visit: AntenatalVisitView): readonly string[] {
  const { systolic, diastolic, presentation, urineProtein, oedema } = visit
  const measured: readonly (string | null | false)[] = [
    visit.weightKg !== null && `cân nặng ${numberOnPaper(visit.weightKg)} kg`,
    systolic !== null && `huyết áp ${systolic}/${diastolic ?? '–'} mmHg`,
    oedema !== null && (oedema ? 'có phù' : 'không phù'),
    visit.fundalHeightCm !== null && `bề cao tử cung ${numberOnPaper(visit.fundalHeightCm)} cm`,
    visit.abdominalGirthCm !== null && `vòng bụng ${numberOnPaper(visit.abdominalGirthCm)} cm`,
    visit.fetalHeartRates.length > 0 && `tim thai ${visit.fetalHeartRates.join(', ')} lần/phút`,
    presentation && presentationWords[presentation],
    urineProtein && `protein niệu ${proteinWords[urineProtein]}`,
    visit.haemoglobin !== null && `Hb ${numberOnPaper(visit.haemoglobin)} g/L`,
    ...visit.tests.map(
      ({ code, result }) =>
        `${resources.pregnancy.tests.find(test => test.code === code)?.name.vi ?? code} ${resultWords[result]}`,
    ),
    scanWords(visit),
  ]
  return measured.filter(each => typeof each === 'string')
}

function scanWords({ scan }: AntenatalVisit): string | null {
  if (!scan) return null
  const age = scan.weeks === null ? null : `${scan.weeks} tuần ${scan.days ?? 0} ngày`
  return ['siêu âm', age, scan.note].filter(Boolean).join(' ')
}

function doneOf(visit: AntenatalVisit | undefined): string | null {
  if (!visit) return null
  const tablets = visit.ironFolateTablets
  return (
    [tablets ? `phát ${tablets} viên sắt/axit folic` : null, visit.advice].filter(Boolean).join('; ') || null
  )
}
