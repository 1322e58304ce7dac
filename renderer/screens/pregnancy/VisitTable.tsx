import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import type { PregnancyRules } from '../../../src/domain/maternal/pregnancy-rules'
import type { YellowCell } from '../../../src/domain/maternal/visit-boxes'
import { EmptyState } from '../../components/EmptyState'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { locale, text } from '../../text'
import styles from './Pregnancy.module.css'
import { writeNumber, writeRates } from './typed-values'
import { shortAge, weightWords } from './words'

type Props = {
  readonly rules: PregnancyRules
  readonly view: PregnancyView
  readonly onCorrect: (visit: AntenatalVisitView) => void
}

/** The visits as the handbook has them: a row a visit, white and yellow boxes. */
export function VisitTable({ rules, view, onCorrect }: Props) {
  const words = text.pregnancy.visits
  const columns = [
    words.number,
    words.on,
    words.age,
    words.weight,
    words.pressure,
    words.oedema,
    words.fundal,
    words.fetalHeart,
    words.presentation,
    words.protein,
    words.haemoglobin,
    words.iron,
    words.rest,
  ]
  return (
    <Panel
      title={words.title}
      note={view.visits.length > 0 ? words.legend : ''}
      scrolls
      className={styles.visits}
    >
      {view.visits.length === 0 ? (
        <EmptyState title={words.none}>{view.endedOn === null && words.noneHint}</EmptyState>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.visits.map(visit => (
              <Row key={visit.visitId} visit={visit} rules={rules} onCorrect={() => onCorrect(visit)} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Row(props: {
  readonly visit: AntenatalVisitView
  readonly rules: PregnancyRules
  readonly onCorrect: () => void
}) {
  const { visit, rules, onCorrect } = props
  const words = text.pregnancy.visits
  const of = text.pregnancy.visit
  const { systolic, diastolic, oedema, fundalHeightCm, presentation, urineProtein } = visit
  const cells: readonly (readonly [string, YellowCell | null])[] = [
    [shortAge(visit.gestation), null],
    [weightWords(visit), null],
    [systolic === null ? '' : `${systolic}/${diastolic ?? '–'}`, 'pressure'],
    [oedema === null ? '' : oedema ? words.yes : words.no, 'oedema'],
    [fundalHeightCm === null ? '' : writeNumber(fundalHeightCm), null],
    [writeRates(visit.fetalHeartRates), 'fetalHeart'],
    [presentation ? of.presentations[presentation] : '', 'presentation'],
    [urineProtein ? of.proteins[urineProtein] : '', 'protein'],
    [visit.haemoglobin === null ? '' : writeNumber(visit.haemoglobin), 'haemoglobin'],
    [visit.ironFolateTablets === null ? '' : String(visit.ironFolateTablets), null],
  ]
  return (
    <tr data-testid="antenatal-visit">
      <th scope="row">
        <QuietButton isSmall label={of.correctTitle(visit.number)} onPress={onCorrect} testId="correct-visit">
          {visit.number}
        </QuietButton>
      </th>
      <td>
        {formatDay(visit.visitedOn)}
        {visit.placeName && <div className={styles.soft}>{visit.placeName}</div>}
        {visit.versions > 1 && <div className={styles.soft}>{words.corrected}</div>}
      </td>
      {cells.map(([said, cell], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row never move
        <Box key={index} isYellow={cell !== null && visit.yellow.includes(cell)}>
          {said}
        </Box>
      ))}
      <Rest visit={visit} rules={rules} />
    </tr>
  )
}

function Box({ isYellow, children }: { readonly isYellow: boolean; readonly children: string }) {
  return (
    <td className={isYellow ? styles.yellow : undefined}>
      {isYellow && <span aria-hidden="true">▲ </span>}
      {children}
    </td>
  )
}

function Rest({ visit, rules }: { readonly visit: AntenatalVisitView; readonly rules: PregnancyRules }) {
  const words = text.pregnancy.visits
  const results = text.pregnancy.visit.result
  const signs = visit.dangerSigns.map(
    code => rules.dangerSigns.find(each => each.code === code)?.name[locale] ?? code,
  )
  const testWords = ({ code, result }: AntenatalVisitView['tests'][number]) =>
    `${rules.tests.find(each => each.code === code)?.name[locale] ?? code}: ${results[result]}`
  const isPositive = ({ result }: AntenatalVisitView['tests'][number]) => result === 'positive'
  const yellow = [...signs, ...visit.tests.filter(isPositive).map(testWords)]
  const scan = visit.scan && [
    visit.scan.weeks === null ? null : words.scan(`${visit.scan.weeks}+${visit.scan.days ?? 0}`),
    visit.scan.note,
  ]
  const lines = [
    ...visit.tests.filter(test => !isPositive(test)).map(testWords),
    ...(scan ?? []),
    visit.diagnosis,
    visit.advice,
    visit.referredTo && words.referred(visit.referredTo),
    visit.nextVisitOn && words.next(formatDay(visit.nextVisitOn)),
  ].filter(Boolean)
  return (
    <td className={styles.rest}>
      {yellow.length > 0 && <div className={styles.yellowWord}>▲ {yellow.join(', ')}</div>}
      {lines.length > 0 && <div className={styles.soft}>{lines.join(' · ')}</div>}
    </td>
  )
}
