import { useRef, useState } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import { type BoardCard, leaveVisit, signScreening } from '../../../src/contract/visit-calls'
import { type CalendarDay, daysBetween } from '../../../src/domain/calendar/calendar-day'
import type { ScreeningForm } from '../../../src/domain/screening/form'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../components/use-call-mutation'
import { useDraft } from '../../components/use-draft'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { codes } from '../../text/codes'
import { IdentityStrip } from '../injection/IdentityStrip'
import { Alerts } from './Alerts'
import { ConclusionBox } from './ConclusionBox'
import {
  answerAllNo,
  answerItem,
  answersToSign,
  type ChecklistDraft,
  emptyDraft,
  judge,
  vitalsOf,
} from './checklist'
import { ItemList } from './ItemList'
import styles from './Screening.module.css'
import { VitalsFields } from './VitalsFields'

/** The checklist of one visit, from the thermometer to the signature. */
export function ChecklistForm(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly today: CalendarDay
  readonly form: ScreeningForm
  readonly person: PersonView
  readonly onFinish: (sentence: string) => void
}) {
  const { visitId, card, today, form, person, onFinish } = props
  const { draft, setDraft, clear } = useDraft<ChecklistDraft>(
    `screening:${visitId}:${form.id}@${form.version}`,
    () => emptyDraft,
  )
  const [isLeaving, setLeaving] = useState(false)
  const sign = useCallMutation(signScreening)
  const leave = useCallMutation(leaveVisit)
  const items = useRef<HTMLDivElement>(null)
  const state = judge(form, draft, daysBetween(person.person.birthDate, today))
  const change = (changes: Partial<ChecklistDraft>) => setDraft({ ...draft, ...changes })

  function allNo() {
    change({ answers: answerAllNo(form, draft.answers) })
  }
  useKeys({ 'Ctrl+0': allNo })

  async function save() {
    if (!state?.canSign) return
    const { temperatureC, weightKg } = vitalsOf(draft)
    if (temperatureC === null) return
    const answer = await sign.send({
      visitId,
      formId: form.id,
      formVersion: form.version,
      temperatureC,
      weightKg,
      answers: answersToSign(state.answers),
      concluded: state.concluded,
      differsBecause: state.differs ? draft.differsBecause.trim() : null,
    })
    if (!answer.ok) return
    clear()
    onFinish(text.screening.signed(card.displayName, codes.conclusions[state.concluded]))
  }
  async function goHome(note: string) {
    const answer = await leave.send({ visitId, note })
    if (!answer.ok) return
    clear()
    onFinish(text.injection.left(card.displayName))
  }
  return (
    <div className={styles.form}>
      <IdentityStrip view={person} today={today} />
      <Panel
        title={form.title[locale]}
        actions={
          <QuietButton isSmall hint="Ctrl 0" onPress={allNo} testId="all-no">
            {text.screening.allNo}
          </QuietButton>
        }
        className={styles.checklist}
      >
        {state === null ? (
          <EmptyState title={text.screening.ageChanged} />
        ) : (
          <>
            <div className={styles.vitals}>
              <VitalsFields
                draft={draft}
                form={form}
                onChange={change}
                onDone={() => focusFirst(items.current)}
              />
            </div>
            <ItemList
              ref={items}
              form={form}
              state={state}
              onAnswer={(code, yes) => change({ answers: answerItem(draft.answers, code, yes) })}
              onDetail={(code, detail) =>
                change({ answers: { ...draft.answers, [code]: { yes: true, detail } } })
              }
            />
            <p className={styles.legal}>
              {text.screening.legal(form.legalBasis)}
              {form.confirmation === 'unconfirmed' && ` · ${text.screening.unconfirmed}`}
              {` · ${text.screening.source(form.source)}`}
            </p>
          </>
        )}
      </Panel>
      <div className={styles.side}>
        <Alerts view={person} labels={card.labels} />
        {state && (
          <ConclusionBox
            draft={draft}
            state={state}
            isBusy={sign.isSaving}
            error={sign.error && <ErrorNotice error={sign.error} />}
            onChange={change}
            onSign={() => void save()}
          />
        )}
        <QuietButton isSmall hint="Del" onPress={() => setLeaving(true)}>
          {text.screening.leave}
        </QuietButton>
        <LeaveKey onLeave={() => setLeaving(true)} />
      </div>
      {isLeaving && (
        <ReasonDialog
          title={text.screening.leaveTitle}
          action={text.screening.leave}
          suggestions={text.screening.leaveReasons}
          error={leave.error}
          isBusy={leave.isSaving}
          onConfirm={note => void goHome(note)}
          onClose={() => setLeaving(false)}
        />
      )}
    </div>
  )
}

/** Del leaves the queue, except where it deletes typed letters. */
function LeaveKey({ onLeave }: { readonly onLeave: () => void }) {
  useKeys({
    Delete: event => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
        return false
      onLeave()
      return true
    },
  })
  return null
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-item]')?.focus()
}
