import { useRef, useState } from 'react'
import type { PersonView } from '../../../src/contract/person-calls'
import type { ScreeningPreparation } from '../../../src/contract/screening-calls'
import type { BoardCard } from '../../../src/contract/visit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { isTyping, useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import { WeighButton } from '../child/WeighButton'
import { IdentityStrip } from '../injection/IdentityStrip'
import { Alerts } from './Alerts'
import { ConclusionBox } from './ConclusionBox'
import { answerCauses, answerItem } from './checklist'
import { HoldList } from './HoldList'
import { ItemList } from './ItemList'
import styles from './Screening.module.css'
import { type Checklist, type Signed, useChecklist } from './use-checklist'
import { VitalsFields } from './VitalsFields'

/** The checklist of one visit, from the thermometer to the signature. */
export function ChecklistForm(props: {
  readonly visitId: string
  readonly card: BoardCard
  readonly prepared: ScreeningPreparation
  readonly person: PersonView
  readonly onPregnant: (isPregnant: boolean) => void
  readonly onFinish: (signed: Signed) => void
}) {
  const { card, prepared, person } = props
  const { form } = prepared
  const checklist = useChecklist({ ...props, labels: card.labels })
  return (
    <div className={styles.form}>
      <IdentityStrip view={person} today={prepared.facts.on}>
        <WeighButton personId={person.personId} birthDate={person.person.birthDate} />
      </IdentityStrip>
      <Panel
        label={form.title[locale]}
        title={form.title[locale]}
        actions={<FormActions prepared={prepared} onPregnant={props.onPregnant} allNo={checklist.allNo} />}
        className={styles.checklist}
      >
        <Questions prepared={prepared} checklist={checklist} />
      </Panel>
      <Side person={person} card={card} prepared={prepared} checklist={checklist} />
    </div>
  )
}

function FormActions(props: {
  readonly prepared: ScreeningPreparation
  readonly onPregnant: (isPregnant: boolean) => void
  readonly allNo: () => void
}) {
  const { form, mayBePregnant } = props.prepared
  const isPregnant = form.audience === 'pregnant'
  return (
    <>
      {mayBePregnant && (
        <QuietButton
          isSmall
          isPressed={isPregnant}
          onPress={() => props.onPregnant(!isPregnant)}
          testId="pregnant-form"
        >
          {isPregnant ? `✓ ${text.screening.pregnantForm}` : text.screening.pregnantForm}
        </QuietButton>
      )}
      <QuietButton isSmall hint="Ctrl 0" onPress={props.allNo} testId="all-no">
        {text.screening.allNo}
      </QuietButton>
    </>
  )
}

/** What must be known, what is concluded of single vaccines, the conclusion and the signature. */
function Side(props: {
  readonly person: PersonView
  readonly card: BoardCard
  readonly prepared: ScreeningPreparation
  readonly checklist: Checklist
}) {
  const { person, card, prepared, checklist } = props
  const { draft, state, change, signing } = checklist
  return (
    <div className={styles.side}>
      <Alerts
        view={person}
        labels={card.labels}
        asksGestation={prepared.form.items.some(({ measured }) => measured?.startsWith('gestation'))}
      />
      {state && (
        <ConclusionBox
          draft={draft}
          state={state}
          prepared={prepared}
          isBusy={signing.isSaving}
          error={signing.error && <ErrorNotice error={signing.error} />}
          onChange={change}
          onSign={() => void checklist.sign()}
        />
      )}
      <Leave checklist={checklist} />
    </div>
  )
}

function Questions(props: { readonly prepared: ScreeningPreparation; readonly checklist: Checklist }) {
  const { prepared, checklist } = props
  const { form } = prepared
  const { draft, state, change, allNo } = checklist
  const items = useRef<HTMLDivElement>(null)
  useKeys({ 'Ctrl+0': allNo })
  if (state === null) return <EmptyState title={text.screening.ageChanged} />
  return (
    <>
      <div className={`${styles.vitals} ${form.asksMotherHbsag ? styles.withMother : ''}`}>
        <VitalsFields
          draft={draft}
          prepared={prepared}
          state={state}
          onChange={change}
          onDone={() => items.current?.querySelector<HTMLElement>('[data-item]')?.focus()}
        />
      </div>
      <HoldList holds={state.holds} prepared={prepared} draft={draft} onChange={change} />
      <ItemList
        ref={items}
        prepared={prepared}
        state={state}
        onAnswer={(code, yes) => change({ answers: answerItem(draft.answers, code, yes) })}
        onDetail={(code, detail) =>
          change({ answers: { ...draft.answers, [code]: { ...draft.answers[code], yes: true, detail } } })
        }
        onCauses={(code, causes) => change({ answers: answerCauses(draft.answers, code, causes) })}
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
