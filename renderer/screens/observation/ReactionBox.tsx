import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { recordReaction } from '../../../src/contract/visit-calls'
import { severeSigns } from '../../../src/domain/session/reaction-sign'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { signName } from '../../text/codes'
import styles from './Observation.module.css'
import { ReactionDetails, SignButtons, toggled } from './SignFields'
import { commonSigns, emptyReaction, isSevere, type ReactionDraft, signsOf, toReaction } from './signs'

/**
 * A reaction in two clicks or two keys: the sign (1–5), then "Ghi" (G). A severe one opens its case in the same write, and
 * the card with what to do.
 */
export function ReactionBox({
  visitId,
  onSevere,
}: {
  readonly visitId: string
  readonly onSevere: () => void
}) {
  const [draft, setDraft] = useState(emptyReaction)
  const [said, setSaid] = useState<string | null>(null)
  const [caseId, setCaseId] = useState<string | null>(null)
  const record = useCallMutation(recordReaction)
  const all = signsOf(draft)
  const change = (part: Partial<ReactionDraft>) => setDraft({ ...draft, ...part })

  function toggle(sign: string) {
    setSaid(null)
    change({ signs: toggled(draft, sign) })
  }
  async function save() {
    if (all.length === 0 || record.isSaving) return
    const answer = await record.send({ visitId, ...toReaction(draft) })
    if (!answer.ok) return
    setSaid(text.observation.recorded(all.map(signName).join(', ')))
    setCaseId(answer.value.caseId)
    setDraft(emptyReaction)
    if (isSevere(draft)) onSevere()
  }
  useSignKeys(toggle, () => void save())
  return (
    <section className={styles.reaction}>
      <SignButtons
        name={text.observation.commonSigns}
        signs={commonSigns}
        keys={keys}
        chosen={draft.signs}
        onToggle={toggle}
      />
      <SignButtons
        name={text.observation.severeSigns}
        isSevere
        signs={severeSigns}
        chosen={draft.signs}
        onToggle={toggle}
      />
      <OtherSign
        draft={draft}
        isDisabled={all.length === 0 || record.isSaving}
        onChange={change}
        onSave={() => void save()}
      />
      {isSevere(draft) && <SeverePath />}
      {record.error && <ErrorNotice error={record.error} />}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {caseId !== null && <CaseNotice caseId={caseId} />}
      {all.length > 0 && <ReactionDetails draft={draft} onChange={change} />}
    </section>
  )
}

const keys = commonSigns.map((_, index) => String(index + 1))

/** 1–5 note a common sign, G writes what is noted. */
function useSignKeys(toggle: (sign: string) => void, save: () => void): void {
  useKeys({
    g: save,
    ...Object.fromEntries(commonSigns.map((sign, index) => [String(index + 1), () => toggle(sign)])),
  })
}

function SeverePath() {
  return (
    <p className={styles.severePath} role="alert">
      ✕ {text.observation.severePath}
    </p>
  )
}

/** What the save has done, and the way to the case. */
function CaseNotice({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation()
  return (
    <div className={styles.severePath}>
      <p>{text.after.reaction.caseOpened}</p>
      <QuietButton onPress={() => go({ name: 'aefi-case', caseId })} testId="open-case">
        {text.after.reaction.openCase}
      </QuietButton>
    </div>
  )
}

/** A sign that has no button, and the button that notes all of them. */
function OtherSign(props: {
  readonly draft: ReactionDraft
  readonly isDisabled: boolean
  readonly onChange: (part: Partial<ReactionDraft>) => void
  readonly onSave: () => void
}) {
  const { draft, onChange } = props
  return (
    <div className={styles.other}>
      <TextInput
        aria-label={text.observation.otherSign}
        placeholder={text.observation.otherSign}
        maxLength={100}
        value={draft.other}
        onChange={event => onChange({ other: event.currentTarget.value })}
      />
      <QuietButton
        isDisabled={props.isDisabled}
        tone={isSevere(draft) ? 'wrong' : 'plain'}
        hint="G"
        onPress={props.onSave}
        testId="record-reaction"
      >
        {text.observation.record(signsOf(draft).length)}
      </QuietButton>
    </div>
  )
}
