import type { PlanView } from '../../../src/contract/plan-calls'
import { type BringLine, whatToBring } from '../../../src/domain/session-plan/what-to-bring'
import { Chip } from '../../components/Chip'
import { formatCount } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import styles from './Plan.module.css'
import { heldOf } from './plan-state'
import type { PlanDesk } from './use-plan'

/** What goes into the box: doses and vials against the shelf, syringes, safety boxes; and on what attendance it rests. */
export function BringPanel({ desk, view }: { readonly desk: PlanDesk; readonly view: PlanView }) {
  const held = heldOf(view, desk.draft)
  const bring = whatToBring({
    people: desk.invited.map(({ chance, doses }) => ({
      chance,
      vaccineCodes: doses.flatMap(({ vaccineCode }) =>
        vaccineCode === null || held.includes(vaccineCode) ? [] : [vaccineCode],
      ),
    })),
    vaccines: new Map(view.vaccines.map(vaccine => [vaccine.code, vaccine])),
    onShelf: new Map(Object.entries(view.onShelf)),
    rule: view.rules.supplies,
  })
  const { ml01, ml05, ml5, other } = bring.syringes
  return (
    <Panel title={text.plan.bring} scrolls className={styles.bring}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{text.plan.bringVaccine}</th>
            <th className={styles.figure}>{text.plan.bringExpected}</th>
            <th className={styles.figure}>{text.plan.bringDoses}</th>
            <th className={styles.figure}>{text.plan.bringVials}</th>
            <th className={styles.figure}>{text.plan.bringShelf}</th>
          </tr>
        </thead>
        <tbody>
          {bring.lines.map(line => (
            <BringRow key={line.vaccineCode} line={line} />
          ))}
        </tbody>
      </table>
      <div className={styles.supplies}>
        <p>
          {text.plan.syringes(formatCount(ml01), formatCount(ml05), formatCount(ml5))}
          {other > 0 && ` · ${text.plan.otherSyringes(formatCount(other))}`}
        </p>
        <p>{text.plan.boxes(formatCount(bring.safetyBoxes))}</p>
        <Attendance view={view} />
      </div>
    </Panel>
  )
}

function BringRow({ line }: { readonly line: BringLine }) {
  return (
    <tr data-testid="bring-line">
      <th scope="row">
        {line.shortName}
        {line.diluents !== null && (
          <span className={styles.soft}> + {text.plan.diluents(formatCount(line.diluents))}</span>
        )}
      </th>
      <td className={styles.figure}>
        {formatCount(Math.round(line.expected))}/{formatCount(line.invited)}
      </td>
      <td className={styles.figure}>{formatCount(line.doses)}</td>
      <td className={styles.figure}>
        {line.vials === null ? text.plan.vialsUnknown : formatCount(line.vials)}
      </td>
      <td className={styles.figure}>
        {line.missing > 0 ? (
          <Chip kind="wrong" title={formatCount(line.onShelf)}>
            {text.plan.missing(formatCount(line.missing))}
          </Chip>
        ) : (
          formatCount(line.onShelf)
        )}
      </td>
    </tr>
  )
}

function Attendance({ view }: { readonly view: PlanView }) {
  const { invited, came, overall } = view.attendance
  const percent = Math.round(overall * 100)
  return (
    <p className={styles.soft}>
      {invited === 0
        ? text.plan.attendanceUsual(percent)
        : text.plan.attendance(formatCount(came), formatCount(invited), percent)}{' '}
      {view.rules.confirmation === 'unconfirmed' && text.plan.unconfirmed}
    </p>
  )
}
