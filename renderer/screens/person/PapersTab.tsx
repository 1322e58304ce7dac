import type { PersonView } from '../../../src/contract/person-calls'
import { formatCode } from '../../components/format'
import { Panel } from '../../components/Panel'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { isChildTab } from '../child/child-tab'
import { PrintButton } from '../documents/PrintButton'
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
export function PapersTab({ view }: { readonly view: PersonView }) {
  const { identifiers } = view.person
  const { today } = useAppState()
  const { personId } = view
  const missing = view.missingForUpload.map(missingWords)
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
      <Panel
        title={missing.length === 0 ? text.people.missingNone : text.people.missing(missing.length)}
        scrolls
        padded
      >
        <ul className={styles.list}>
          {missing.map(words => (
            <li key={words}>
              <span className={styles.caution} aria-hidden="true">
                ▲
              </span>{' '}
              {words}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function missingWords(field: string): string {
  const [, use, part] = /^addresses\.([^.]+)\.(.+)$/u.exec(field) ?? []
  if (use === undefined) return text.people.missingFields[field] ?? field
  const uses: Readonly<Record<string, string>> = text.register.addressUses
  return text.people.missingPlace(
    uses[use] ?? use,
    (part === 'provinceCode' ? text.common.province : text.common.commune).toLocaleLowerCase('vi'),
  )
}
