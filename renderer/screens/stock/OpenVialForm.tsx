import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { openVial } from '../../../src/contract/vial-calls'
import type { Unopened } from '../../../src/domain/stock/ledger'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { ErrorNotice } from '../../components/ErrorNotice'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Stock.module.css'
import { readDoses } from './shelves'

/** Opens a vial before the first dose does it; asks for its size where the box did not say. */
export function OpenVialForm({ lot, unopened }: { readonly lot: LotOnHand; readonly unopened: Unopened }) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const open = useCallMutation(openVial)
  const isUsable = lot.status === 'active' && unopened.store + unopened.session > 0
  if (!isUsable) return null
  const isAsking = open.error?.code === 'vial.size-unknown'
  const doses = readDoses(typed)
  async function send() {
    const answer = await open.send({ lotId: lot.lotId, ...(doses === null ? {} : { doses }) })
    if (!answer.ok) return
    setTyped('')
    setSaid(text.ledger.opened(answer.value.doses))
  }
  return (
    <div className={styles.vialForm}>
      {open.error && <ErrorNotice error={open.error} />}
      {isAsking && (
        <TextInput
          label={text.ledger.dosesInVial}
          inputMode="numeric"
          maxLength={3}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      )}
      <QuietButton
        isDisabled={open.isSaving || (isAsking && doses === null)}
        onPress={() => void send()}
        testId="open-vial"
      >
        {text.ledger.openVial}
      </QuietButton>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  )
}
