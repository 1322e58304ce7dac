import { useState } from 'react'
import { type BreachView, decideBreach, listBreaches } from '../../../src/contract/cold-chain-calls'
import { Chip } from '../../components/Chip'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import { useMay } from '../duplicates/use-may'
import styles from './ColdChain.module.css'
import { formatDegrees, formatMoment } from './degrees'

type Lot = BreachView['lots'][number]
type Asked = { readonly breachId: string; readonly lot: Lot; readonly decision: 'use' | 'discard' }

/** Every time a fridge was outside its limits, and what becomes of each lot that stood in it. */
export function BreachList() {
  const breaches = useCallQuery(listBreaches, { onlyUndecided: false })
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = useMay(decideBreach)
  const shown = (breaches.data ?? []).slice(0, 30)
  return (
    <Panel title={text.coldChain.breaches} note={may ? undefined : text.coldChain.onlyHead} scrolls>
      {breaches.error && <ErrorNotice error={breaches.error} onRetry={breaches.retry} />}
      {breaches.data && shown.length === 0 && <p className={styles.soft}>{text.coldChain.noBreach}</p>}
      {shown.map(breach => (
        <section key={breach.breachId} className={styles.breach} data-testid="breach">
          <p>
            <Chip kind="wrong">{text.coldChain.kind[breach.kind]}</Chip> <b>{breach.fridgeName}</b>{' '}
            {text.coldChain.breachLine(
              formatDegrees(breach.extremeC),
              formatMoment(breach.fromAt),
              formatMoment(breach.untilAt),
            )}
          </p>
          {breach.lots.map(lot => (
            <LotOfBreach
              key={lot.lotId}
              lot={lot}
              may={may}
              onAsk={decision => setAsked({ breachId: breach.breachId, lot, decision })}
            />
          ))}
        </section>
      ))}
      {asked && <Decide asked={asked} onClose={() => setAsked(null)} />}
    </Panel>
  )
}

function LotOfBreach(props: {
  readonly lot: Lot
  readonly may: boolean
  readonly onAsk: (decision: Asked['decision']) => void
}) {
  const { lot, may, onAsk } = props
  const { decision } = lot
  return (
    <div className={styles.lot}>
      <span className={styles.lotWords}>
        {text.coldChain.lotLine(lot.vaccineName, lot.number, lot.balance)}
      </span>
      {decision ? (
        <Chip kind={decision.decision === 'use' ? 'ok' : 'wait'}>
          {text.coldChain.decided[decision.decision](decision.byName, decision.reason)}
        </Chip>
      ) : (
        <>
          <QuietButton isSmall isDisabled={!may} onPress={() => onAsk('use')}>
            {text.coldChain.use}
          </QuietButton>
          <QuietButton isSmall tone="wrong" isDisabled={!may} onPress={() => onAsk('discard')}>
            {text.coldChain.discard}
          </QuietButton>
        </>
      )}
    </div>
  )
}

function Decide({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { breachId, lot, decision } = asked
  const decide = useCallMutation(decideBreach)
  async function confirm(reason: string) {
    const answer = await decide.send({ breachId, lotId: lot.lotId, decision, reason })
    if (answer.ok) onClose()
  }
  return (
    <ReasonDialog
      title={text.coldChain.titleOf[decision](lot.number)}
      action={text.coldChain[decision]}
      suggestions={text.coldChain.reasonsOf[decision]}
      error={decide.error}
      isBusy={decide.isSaving}
      onConfirm={reason => void confirm(reason)}
      onClose={onClose}
    >
      <p>{text.coldChain.lotLine(lot.vaccineName, lot.number, lot.balance)}</p>
      <p>{text.coldChain.decideHint}</p>
    </ReasonDialog>
  )
}
