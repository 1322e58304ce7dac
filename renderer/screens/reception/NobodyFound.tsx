import { formatPhone } from '../../../src/domain/person/phone'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { ProvinceSearch } from '../link/ProvinceSearch'
import styles from './Reception.module.css'
import { readSearch } from './read-search'

/** Nobody fits: the form for a new person stands ready with what was typed. */
export function NobodyFound({
  typed,
  onRegister,
}: {
  readonly typed: string
  readonly onRegister: () => void
}) {
  const { today } = useAppState()
  const { go } = useNavigation()
  const prefill = readSearch(typed, today)
  const known = [
    prefill.birthDate && text.common.born(formatDay(prefill.birthDate)),
    prefill.phone && formatPhone(prefill.phone),
    prefill.nationalId && `${text.common.identifierSystems['national-id']} ${prefill.nationalId}`,
  ].filter(Boolean)
  return (
    <Panel title={text.reception.foundNobody} scrolls padded>
      <div className={styles.nobody} role="status">
        <h3 className={styles.nobodyTitle}>{text.reception.nobodyTitle(typed.trim())}</h3>
        <p>{text.reception.nobodyHint}</p>
        {known.length > 0 && <p className={styles.soft}>{known.join(' · ')}</p>}
        <FilledButton hint="↵" onPress={onRegister} testId="register-new">
          {prefill.name ? text.reception.registerAs(prefill.name) : text.reception.registerNew}
        </FilledButton>
        <QuietButton onPress={() => go({ name: 'transfer' })} testId="take-in-transfer">
          {text.household.transfer}
        </QuietButton>
        <ProvinceSearch key={typed} typed={typed} />
      </div>
    </Panel>
  )
}
