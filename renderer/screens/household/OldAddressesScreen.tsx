import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { listOldAddresses, type OldAddress, renewAddresses } from '../../../src/contract/unit-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import styles from './Household.module.css'

const shown = 200

/** Addresses in the units of before July 2025: the certain ones go over at once, torn communes are asked about. */
export function OldAddressesScreen() {
  const list = useCallQuery(listOldAddresses, { offset: 0, limit: shown }, { keep: true })
  const renew = useCallMutation(renewAddresses)
  const [done, setDone] = useState<{ readonly persons: number; readonly addresses: number } | null>(null)
  const { data } = list
  async function renewCertain() {
    const answer = await renew.send({ chosen: null, reason: text.household.renewReason })
    if (answer.ok) setDone(answer.value)
  }
  return (
    <Panel
      title={text.household.oldAddresses}
      note={data && text.household.oldAddressesNote(formatCount(data.total))}
      className={styles.grows}
    >
      {list.error && <ErrorNotice error={list.error} onRetry={list.retry} />}
      {renew.error && <ErrorNotice error={renew.error} />}
      {list.isLoading && <LateSkeleton lines={8} />}
      {data && data.total > 0 && (
        <div className={styles.bar}>
          <span role="status">
            {done && `✓ ${text.household.renewed(formatCount(done.persons), formatCount(done.addresses))}`}
          </span>
          <FilledButton
            isBusy={renew.isSaving}
            isDisabled={data.certain === 0}
            onPress={() => void renewCertain()}
            testId="renew-certain"
          >
            {text.household.renewCertain(formatCount(data.certain))}
          </FilledButton>
        </div>
      )}
      {data?.total === 0 && (
        <EmptyState title={text.household.oldAddressesNone}>{text.household.oldAddressesHint}</EmptyState>
      )}
      {data && data.total > 0 && (
        <Lines
          addresses={data.addresses}
          onChoose={(address, communeCode) => {
            const { hit, use } = address
            const chosen = { personId: hit.personId, use, communeCode }
            void renew.send({ chosen, reason: text.household.renewReason })
          }}
        />
      )}
    </Panel>
  )
}

function Lines(props: {
  readonly addresses: readonly OldAddress[]
  readonly onChoose: (address: OldAddress, communeCode: string) => void
}) {
  const { addresses, onChoose } = props
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: addresses.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 60,
    overscan: 12,
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.all} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(line => {
          const address = addresses[line.index]
          if (!address) return null
          return (
            <div
              key={line.key}
              ref={lines.measureElement}
              data-index={line.index}
              data-testid="old-address"
              className={styles.line}
              style={{ transform: `translateY(${line.start}px)` }}
            >
              <Line address={address} onChoose={code => onChoose(address, code)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Line(props: { readonly address: OldAddress; readonly onChoose: (communeCode: string) => void }) {
  const { hit, use, asWritten, choices } = props.address
  const { go } = useNavigation()
  const [only, ...more] = choices
  return (
    <>
      <div className={styles.who}>
        <button
          type="button"
          className={styles.name}
          aria-label={text.household.open(hit.displayName)}
          onClick={() => go({ name: 'person', personId: hit.personId, open: 'edit' })}
        >
          {hit.displayName}
        </button>
        <p className={styles.soft}>{formatDay(hit.birthDate)}</p>
      </div>
      <div>
        <p>{asWritten}</p>
        <p className={styles.soft}>{text.register.addressUses[use]}</p>
      </div>
      <div className={styles.chips}>
        {!only && <span className={styles.soft}>{text.household.unknownPlace}</span>}
        {only && more.length === 0 && <span>→ {only.name}</span>}
        {more.length > 0 &&
          choices.map(choice => (
            <QuietButton key={choice.communeCode} isSmall onPress={() => props.onChoose(choice.communeCode)}>
              {[choice.name, choice.note].filter(Boolean).join(' · ')}
            </QuietButton>
          ))}
      </div>
    </>
  )
}
