import { useRef, useState } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import type { BoardCard } from '../../../src/contract/visit-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ScreeningForm } from '../../../src/domain/screening/form'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { isTyping, useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { IdentityStrip } from '../injection/IdentityStrip'
import { Alerts } from './Alerts'
import { ConclusionBox } from './ConclusionBox'
import { answerItem } from './checklist'
import { ItemList } from './ItemList'
import styles from './Screening.module.css'
import { type Checklist, useChecklist } from './use-checklist'
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
  const { card, today, form, person } = props
  const checklist = useChecklist(props)
  const { draft, state, change, allNo, signing } = checklist
  return (
    <div className={styles.form}>
      <IdentityStrip view={person} today={today} />
      <Panel
        label={form.title[locale]}
        title={form.title[locale]}
        actions={
          <QuietButton isSmall hint="Ctrl 0" onPress={allNo} testId="all-no">
            {text.screening.allNo}
          </QuietButton>
        }
        className={styles.checklist}
      >
        <Questions form={form} checklist={checklist} />
      </Panel>
      <div className={styles.side}>
        <Alerts view={person} labels={card.labels} />
        {state && (
          <ConclusionBox
            draft={draft}
            state={state}
            isBusy={signing.isSaving}
            error={signing.error && <ErrorNotice error={signing.error} />}
            onChange={change}
            onSign={() => void checklist.sign()}
          />
        )}
        <Leave checklist={checklist} />
      </div>
    </div>
  )
}

function Questions({ form, checklist }: { readonly form: ScreeningForm; readonly checklist: Checklist }) {
  const { draft, state, change, allNo } = checklist
  const items = useRef<HTMLDivElement>(null)
  useKeys({ 'Ctrl+0': allNo })
  if (state === null) return <EmptyState title={text.screening.ageChanged} />
  return (
    <>
      <div className={styles.vitals}>
        <VitalsFields
          draft={draft}
          form={form}
          onChange={change}
          onDone={() => items.current?.querySelector<HTMLElement>('[data-item]')?.focus()}
        />
      </div>
      <ItemList
        ref={items}
        form={form}
        state={state}
        onAnswer={(code, yes) => change({ answers: answerItem(draft.answers, code, yes) })}
        onDetail={(code, detail) => change({ answers: { ...draft.answers, [code]: { yes: true, detail } } })}
      />
      <p className={styles.legal}>
        {text.screening.legal(form.legalBasis)}
        {form.confirmation === 'unconfirmed' && ` · ${text.screening.unconfirmed}`}
        {` · ${text.screening.source(form.source)}`}
      </p>
    </>
  )
}

/** Goes home without a screening, with the reason. Del, except where it deletes typed letters. */
function Leave({ checklist }: { readonly checklist: Checklist }) {
  const [isOpen, setOpen] = useState(false)
  const { leaving, leave } = checklist
  useKeys({
    Delete: event => {
      if (isTyping(event.target)) return false
      setOpen(true)
      return true
    },
  })
  return (
    <>
      <QuietButton isSmall hint="Del" onPress={() => setOpen(true)}>
        {text.screening.leave}
      </QuietButton>
      {isOpen && (
        <ReasonDialog
          title={text.screening.leaveTitle}
          action={text.screening.leave}
          suggestions={text.screening.leaveReasons}
          error={leaving.error}
          isBusy={leaving.isSaving}
          onConfirm={note => void leave(note)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
