import { askProvince, bringPerson, type ProvinceHit } from '../../../src/contract/arrival-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { type RegisterPrefill, useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { readSearch } from '../reception/read-search'
import styles from './ProvinceSearch.module.css'
import { useAsk } from './use-ask'

const words = text.conflicts.search

/** Looks at the province for somebody who is not found here, and brings them over with their history. F3 asks. */
export function ProvinceSearch(props: {
  readonly typed: string
  /** Says nothing where nothing can be asked. */
  readonly isQuiet?: boolean
}) {
  const { typed, isQuiet = false } = props
  const { mode, today } = useAppState()
  const question = questionOf(readSearch(typed, today), typed)
  const asking = useCallMutation(askProvince)
  const found = useAsk()
  const ask = () => {
    if (question) void found.follow(asking.send(question))
  }
  useKeys({ F3: ask }, 'screen', mode === 'real' && question !== null)
  if (mode !== 'real' || (isQuiet && question === null)) return null
  return (
    <div className={styles.search} data-testid="province-search">
      {question === null && <p className={styles.soft}>{words.more}</p>}
      {question !== null && (
        <QuietButton
          hint="F3"
          onPress={ask}
          isDisabled={asking.isSaving || found.isRunning}
          testId="province-ask"
        >
          {found.answer ? words.again : words.button}
        </QuietButton>
      )}
      {found.error && <ErrorNotice error={found.error} />}
      {found.isRunning && <p role="status">{words.running}</p>}
      {found.answer?.state === 'done' && <Hits hits={found.answer.hits} />}
    </div>
  )
}

function Hits({ hits }: { readonly hits: readonly ProvinceHit[] }) {
  if (hits.length === 0) return <p role="status">{words.none}</p>
  return (
    <ul className={styles.hits} aria-label={words.title}>
      {hits.map(hit => (
        <Hit key={hit.resource} hit={hit} />
      ))}
    </ul>
  )
}

function Hit({ hit }: { readonly hit: ProvinceHit }) {
  const { go } = useNavigation()
  const bringing = useCallMutation(bringPerson)
  const brought = useAsk()
  const personId = hit.herePersonId ?? brought.answer?.personIds[0] ?? null
  const contact = hit.contact && `${text.common.relation[hit.contact.relation]} ${hit.contact.name}`
  return (
    <li className={styles.hit} data-testid="province-hit">
      <div className={styles.cell}>
        <div className={styles.name}>{hit.displayName}</div>
        <div className={styles.soft}>
          {[text.common.born(formatDay(hit.birthDate)), contact, hit.addressLine].filter(Boolean).join(' · ')}
        </div>
        {hit.herePersonId === null && hit.sameNumberIds.length > 0 && (
          <Chip kind="late" glyph="▲">
            {words.sameNumber}
          </Chip>
        )}
        {brought.isRunning && <p role="status">{words.bringing}</p>}
        {brought.error && <ErrorNotice error={brought.error} />}
      </div>
      {personId === null ? (
        <QuietButton
          isSmall
          isDisabled={brought.isRunning || bringing.isSaving}
          onPress={() => void brought.follow(bringing.send({ resource: hit.resource }))}
          testId="province-bring"
        >
          {words.bring}
        </QuietButton>
      ) : (
        <QuietButton isSmall onPress={() => go({ name: 'person', personId })} testId="province-open">
          {hit.herePersonId === null ? words.open : `${words.open} · ${words.isHere}`}
        </QuietButton>
      )}
    </li>
  )
}

/** What can be asked with what was typed; null: it would find half the province. */
function questionOf({ name, birthDate, phone, nationalId }: RegisterPrefill, typed: string) {
  const digits = typed.replace(/[\s.-]/gu, '')
  const number = nationalId ?? (/^(?:[A-Za-z]{2})?\d{9,20}$/u.test(digits) ? digits : null)
  const isNamed = Boolean(name) && Boolean(birthDate)
  if (!number && !phone && !isNamed) return null
  return { number, name: name || null, birthDate: birthDate ?? null, phone: phone ?? null }
}
