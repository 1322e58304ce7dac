import { Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import {
  acceptTransfer,
  type MemberChoice,
  readTransfer,
  type TransferReading,
} from '../../../src/contract/transfer-calls'
import { isTransferSlip } from '../../../src/domain/exchange/digit-frame'
import type { Address } from '../../../src/domain/person/person'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatAge, formatDay } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { contactOf } from '../../components/PersonLine'
import { QuietButton } from '../../components/QuietButton'
import { UnitPicker } from '../../data/UnitPicker'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { HomeFields } from './HomeFields'
import styles from './Household.module.css'
import { TransferDoses } from './TransferDoses'
import { choicesOf, TransferThread } from './TransferThread'

type Whole = Extract<TransferReading, { readonly status: 'whole' }>

/** Takes a transfer slip in: scanned or pasted codes, the person and the doses, one button. */
export function TransferScreen({ scanned }: { readonly scanned: string | null }) {
  const { back } = useNavigation()
  const [codes, setCodes] = useState<readonly string[]>(scanned === null ? [] : [scanned])
  const reading = useCallQuery(readTransfer, { texts: [...codes] }, { isOn: codes.length > 0 })
  // What was refused gives way to the next try; a good code waits for the others of its slip.
  const add = (code: string) => {
    const good = reading.error ? codes.slice(0, -1) : codes
    setCodes([...good.filter(known => known !== code), code].slice(-9))
  }
  // A further code of the same slip comes as another scan.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new scan is added
  useEffect(() => {
    if (scanned !== null && !codes.includes(scanned)) add(scanned)
  }, [scanned])
  const whole = reading.data?.status === 'whole' ? reading.data : null
  const part = reading.data?.status === 'part' ? reading.data : null
  return (
    <div className={styles.transfer}>
      <Panel title={text.household.transfer} note={text.household.transferNote} scrolls padded>
        {!whole && <CodeField onCode={add} />}
        {part && <p role="status">{text.household.transferPart(part.have.join(', '), part.parts)}</p>}
        {reading.error && <ErrorNotice error={reading.error} />}
        {reading.isLoading && <LateSkeleton />}
        {whole && <Slip slip={whole} />}
      </Panel>
      <div className={styles.side}>
        {whole && <Accept slip={whole} texts={codes} />}
        {codes.length > 0 && (
          <QuietButton onPress={() => setCodes([])}>{text.household.transferAgain}</QuietButton>
        )}
        <QuietButton hint="Esc" onPress={back}>
          {text.common.back}
        </QuietButton>
      </div>
    </div>
  )
}

function CodeField({ onCode }: { readonly onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('')
  const code = typed.trim()
  function read() {
    onCode(code)
    setTyped('')
  }
  return (
    <div className={styles.dialog}>
      <Textarea
        label={text.household.transferCode}
        className={styles.code}
        autosize
        minRows={3}
        maxLength={4_000}
        autoFocus
        data-scan="own"
        data-testid="transfer-code"
        inputMode="numeric"
        value={typed}
        onChange={event => {
          const { value } = event.currentTarget
          // Scanners end with Enter: a code that is one is read at once.
          if (value.endsWith('\n') && isTransferSlip(value)) {
            setTyped('')
            onCode(value.trim())
          } else setTyped(value)
        }}
      />
      <div className={styles.buttons}>
        <FilledButton isDisabled={code === ''} onPress={read} testId="read-transfer">
          {text.household.transferRead}
        </FilledButton>
      </div>
    </div>
  )
}

function Slip({ slip }: { readonly slip: Whole }) {
  const { today } = useAppState()
  const { person } = slip
  const facts = [text.common.sex[person.sex], formatDay(person.birthDate), formatAge(person.birthDate, today)]
  return (
    <div data-testid="transfer-slip">
      <p className={styles.big}>{slip.displayName}</p>
      <p>{facts.join(' · ')}</p>
      <p className={styles.soft}>
        {[
          ...person.relatives.map(({ relation, name }) => `${text.common.relation[relation]} ${name}`),
          slip.addressLine,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.label}>
        {text.household.transferDoses(slip.doses.length)} ·{' '}
        {text.household.transferFrom(slip.from, formatDay(slip.issuedOn))}
      </p>
      <TransferDoses doses={slip.doses} />
    </div>
  )
}

function Accept({ slip, texts }: { readonly slip: Whole; readonly texts: readonly string[] }) {
  const { point } = useAppState()
  const { go } = useNavigation()
  const accepting = useCallMutation(acceptTransfer)
  const home = point?.address
  const [current, setCurrent] = useState<Address>({
    provinceCode: home?.provinceCode ?? null,
    communeCode: home?.communeCode ?? null,
    hamlet: null,
    line: null,
  })
  const [members, setMembers] = useState<readonly MemberChoice[]>(() => choicesOf(slip.thread))
  async function accept(personId: string | null) {
    const notDuplicateOf = personId === null ? slip.matches.map(({ hit }) => hit.personId) : []
    const answer = await accepting.send({
      texts: [...texts],
      personId,
      current,
      notDuplicateOf,
      members: [...members],
    })
    if (answer.ok) go({ name: 'person', personId: answer.value.personId })
  }
  return (
    <>
      <Panel title={text.household.transferHome} padded>
        <div className={styles.dialog}>
          <UnitPicker
            provinceCode={current.provinceCode}
            communeCode={current.communeCode}
            onChange={unit => setCurrent({ ...current, ...unit })}
          />
          <HomeFields address={current} onChange={setCurrent} />
        </div>
      </Panel>
      <Panel title={text.household.transferMatches} scrolls padded className={styles.grows}>
        {slip.matches.length === 0 && <p>✓ {text.household.transferNobody}</p>}
        {slip.matches.map(({ hit, score, newDoses }) => (
          <div key={hit.personId} className={styles.dialog} data-testid="transfer-match">
            <p>
              <strong>{hit.displayName}</strong> · {formatDay(hit.birthDate)}
            </p>
            <p className={styles.soft}>
              {[text.register.certainty[score.certainty], contactOf(hit)].filter(Boolean).join(' · ')}
            </p>
            <QuietButton isWide onPress={() => void accept(hit.personId)}>
              {text.household.acceptKnown(newDoses)}
            </QuietButton>
          </div>
        ))}
      </Panel>
      {slip.thread && <TransferThread thread={slip.thread} choices={members} onChange={setMembers} />}
      {accepting.error && <ErrorNotice error={accepting.error} />}
      <RegisterNew slip={slip} isBusy={accepting.isSaving} onPress={() => void accept(null)} />
    </>
  )
}

/** With somebody very similar in the register, a new record is no longer what one key does. */
function RegisterNew(props: {
  readonly slip: Whole
  readonly isBusy: boolean
  readonly onPress: () => void
}) {
  const { slip, isBusy, onPress } = props
  const words = text.household.acceptNew(slip.doses.length)
  if (slip.matches.some(({ score }) => score.certainty !== 'possible'))
    return (
      <QuietButton isWide isDisabled={isBusy} onPress={onPress} testId="accept-transfer">
        {text.household.acceptAnother(words)}
      </QuietButton>
    )
  return (
    <FilledButton isWide isBusy={isBusy} onPress={onPress} testId="accept-transfer">
      {words}
    </FilledButton>
  )
}
