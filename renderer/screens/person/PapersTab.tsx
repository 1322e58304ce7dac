import type { PersonView } from '../../../src/contract/person-calls'
import { formatCode } from '../../components/format'
import { Panel } from '../../components/Panel'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { isChildTab } from '../child/child-tab'
import { PrintButton } from '../documents/PrintButton'
import { MissingForProvince } from './MissingForProvince'
import styles from './Person.module.css'

const papersOfPerson = [
  'vaccination-record',
  'vaccination-certificate',
  'catch-up-plan',
  'person-label',
  'handbook-sticker',
  'certificate-label',
  'handbook-visit',
  'handbook-visit-label',
  'mother-child-handbook',
] as const
/** Of whom growth is followed. */
const papersOfChild = [...papersOfPerson, 'growth-chart'] as const

/** Papers to print, numbers, and what is missing before the record may be uploaded. */
export function PapersTab(props: {
  readonly view: PersonView
  readonly onPanel: (panel: 'edit') => void
  readonly onTab: (tab: 'immunization') => void
}) {
  const { view, onPanel, onTab } = props
  const { identifiers } = view.person
  const { today } = useAppState()
  const { personId } = view
  return (
    <div className={styles.three}>
      <Panel title={text.documents.papersOfPerson} scrolls padded>
        <p className={styles.soft}>{text.documents.papersHint}</p>
        <div className={styles.papers}>
          {(isChildTab(view.person.birthDate, today) ? papersOfChild : papersOfPerson).map(kind => (
            <PrintButton key={kind} of={{ kind, personId }} isSmall={false} testId={`print-${kind}`} />
          ))}
        </div>
      </Panel>
      <Panel title={text.people.identifiers} scrolls padded>
        {identifiers.length === 0 && <p className={styles.soft}>{text.people.noIdentifiers}</p>}
        <dl className={styles.facts}>
          {identifiers.map(({ system, value }) => (
            <div key={`${system}${value}`} className={styles.fact}>
              <dt>{text.common.identifierSystems[system]}</dt>
              <dd>{system === 'person-code' ? formatCode(value) : value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <MissingForProvince
        personId={personId}
        onEdit={() => onPanel('edit')}
        onDoses={() => onTab('immunization')}
      />
    </div>
  )
}
