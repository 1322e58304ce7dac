import { useRef, useState } from 'react'
import { linkFamily } from '../../../src/contract/family-calls'
import { registerPerson } from '../../../src/contract/person-calls'
import { problemsOf } from '../../../src/domain/person/validate-person'
import { call } from '../../api'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { type RegisterPrefill, useNavigation } from '../../frame/navigation'
import { useSearch } from '../../frame/search'
import { text } from '../../text'
import { useCheckIn } from '../reception/use-check-in'
import { DuplicatePanel } from './DuplicatePanel'
import type { FormPart } from './form-part'
import { IdentityFields } from './IdentityFields'
import { MoreFields } from './MoreFields'
import { PlaceFields } from './PlaceFields'
import styles from './Register.module.css'
import { RelativeFields } from './RelativeFields'
import { missingIn, type RegisterDraft, toPerson } from './register-draft'
import { ScannedCard } from './ScannedCard'
import { draftFor } from './scanned-card'

/** One page for somebody new. A draft outlives Esc and a change of user, until it is saved. */
export function RegisterScreen({ prefill }: { readonly prefill: RegisterPrefill | null }) {
  const { today } = useAppState()
  const { go, back } = useNavigation()
  const search = useSearch()
  const { draft, setDraft, clear } = useRegisterDraft(prefill)
  const [others, setOthers] = useState<readonly string[]>([])
  const [isTried, setTried] = useState(false)
  const registration = useCallMutation(registerPerson)
  const checkIn = useCheckIn()
  const form = useRef<HTMLDivElement>(null)
  const person = toPerson(draft, today)
  const missing = isTried ? missingIn(draft) : []

  async function save(then: 'queue' | 'doses') {
    setTried(true)
    if (missingIn(draft).length > 0 || person === null) return focusFirstWrong(form.current)
    const answer = await registration.send({ person, notDuplicateOf: [...others] })
    if (!answer.ok) return focusFirstWrong(form.current)
    clear()
    search.clear()
    const { personId } = answer.value
    await linkRelatives(personId, draft)
    if (then === 'doses') return go({ name: 'person', personId, open: 'doses' })
    const checkedIn = await checkIn.putInQueue(personId)
    // Saved, and not in the queue: the record says both, and has the button to try again.
    go(checkedIn ? { name: 'reception', checkedIn } : { name: 'person', personId })
  }
  useKeys({ 'Ctrl+s': () => void save('doses') })

  const problems = person ? problemsOf(person, today) : []
  const isBusy = registration.isSaving || checkIn.isSaving
  const part = { draft, setDraft, missing, problems, error: registration.error, proposesKnown: true }
  return (
    <div ref={form} className={styles.screen} data-testid="register-form">
      <Panel title={text.register.title} note={text.register.note} scrolls padded>
        <ScannedCard scan={prefill?.scan ?? null} draft={draft} setDraft={setDraft} />
        <Fields {...part} />
      </Panel>
      <div className={styles.right}>
        <DuplicatePanel
          person={toPerson({ ...draft, sex: draft.sex ?? 'unknown' }, today)}
          others={others}
          onAnother={personId => setOthers([...others, personId])}
          onSame={personId => {
            clear()
            go({ name: 'person', personId })
          }}
        />
        {registration.error && <ErrorNotice error={registration.error} />}
        <SaveButtons isBusy={isBusy} onSave={then => void save(then)} onBack={back} />
      </div>
    </div>
  )
}

/** The record is stored by now; a link that is refused is offered again in its family. */
async function linkRelatives(personId: string, { links }: RegisterDraft): Promise<void> {
  for (const { personId: relativeId, relation } of links)
    await call(linkFamily, { personId, relativeId, relation, since: null })
}

/** What was begun for the same search is there again. */
function useRegisterDraft(prefill: RegisterPrefill | null) {
  const { point } = useAppState()
  const { scan, ...begun } = prefill ?? {}
  const key = `register ${prefill === null ? null : JSON.stringify(begun)}`
  return useDraft<RegisterDraft>(key, () => draftFor(prefill, point?.address ?? null))
}

function Fields(part: FormPart) {
  return (
    <div className={styles.form}>
      <IdentityFields {...part} />
      <RelativeFields {...part} />
      <PlaceFields {...part} />
      <MoreFields {...part} />
    </div>
  )
}

/** The cursor goes where something is missing or refused, once the field says so. */
function focusFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus())
}

function SaveButtons(props: {
  readonly isBusy: boolean
  readonly onSave: (then: 'queue' | 'doses') => void
  readonly onBack: () => void
}) {
  const { isBusy, onSave, onBack } = props
  return (
    <>
      <FilledButton isWide isBusy={isBusy} onPress={() => onSave('queue')} testId="save-and-queue">
        {text.register.saveAndQueue}
      </FilledButton>
      <div className={styles.two}>
        <QuietButton
          isWide
          hint="Ctrl S"
          isDisabled={isBusy}
          onPress={() => onSave('doses')}
          testId="save-only"
        >
          {text.register.saveAndDoses}
        </QuietButton>
        <QuietButton hint="Esc" onPress={onBack}>
          {text.common.back}
        </QuietButton>
      </div>
    </>
  )
}
