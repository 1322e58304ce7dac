import { Modal } from '@mantine/core'
import type { CardFacts, ScanHit } from '../../src/contract/scan-calls'
import { Chip } from '../components/Chip'
import { formatAge, formatCode, formatDay } from '../components/format'
import { contactOf } from '../components/PersonLine'
import { QuietButton } from '../components/QuietButton'
import { sentenceOf } from '../components/sentences'
import { useKeys } from '../components/use-keys'
import { text } from '../text'
import { useAppState } from './app-state'
import { useNavigation } from './navigation'
import styles from './ScanAnswer.module.css'
import { formFor, type ShownScan, useScanDesk } from './scan-desk'
import { useSearch } from './search'

/** What a scan needs answered: whom it means, or that it could not be used. */
export function ScanAnswer() {
  const { shown } = useScanDesk()
  if (shown?.kind === 'choose') return <ChooseDialog shown={shown} />
  return shown?.kind === 'refused' ? <RefusedNotice shown={shown} /> : null
}

/** Both sides next to each other, nobody chosen beforehand: a digit opens, Enter alone opens nobody. */
function ChooseDialog({ shown }: { readonly shown: Extract<ShownScan, { readonly kind: 'choose' }> }) {
  const { dismiss } = useScanDesk()
  const { screen, go } = useNavigation()
  const search = useSearch()
  const { hits, why, facts, draft } = shown.outcome

  function open({ hit }: ScanHit) {
    dismiss()
    const number = hit.personCode ?? facts.number
    search.setText(number)
    go({ name: 'reception', scanned: { personId: hit.personId, number } })
    search.focus()
  }
  function register() {
    if (!draft) return
    dismiss()
    go({
      name: 'register',
      prefill: formFor(draft, screen.name === 'register' ? (screen.prefill ?? {}) : null),
    })
  }
  const byNumber = hits.slice(0, 9).map((hit, at) => [String(at + 1), () => open(hit)] as const)
  useKeys({ ...Object.fromEntries(byNumber), Escape: dismiss, n: register }, 'dialog')
  return (
    <Modal opened onClose={dismiss} title={text.scan.choose[why]} size="46rem" closeOnEscape={false} centered>
      <div className={styles.dialog} data-testid="scan-choose">
        <Facts facts={facts} />
        <ul className={styles.hits}>
          {hits.map((found, at) => (
            <li key={found.hit.personId}>
              <Hit found={found} number={at + 1} onOpen={() => open(found)} />
            </li>
          ))}
        </ul>
        <div className={styles.buttons}>
          <QuietButton hint="Esc" onPress={dismiss}>
            {text.common.close}
          </QuietButton>
          {draft && (
            <QuietButton hint="N" onPress={register} testId="scan-register">
              {text.scan.registerHolder}
            </QuietButton>
          )}
        </div>
      </div>
    </Modal>
  )
}

function Facts({ facts }: { readonly facts: CardFacts }) {
  const said = [
    facts.name,
    facts.birthDate && text.common.born(formatDay(facts.birthDate)),
    facts.sex !== 'unknown' && text.common.sex[facts.sex],
    formatCode(facts.number),
  ]
  return (
    <p className={styles.facts}>
      <span className={styles.soft}>{text.scan.cardSays}</span>{' '}
      <strong>{said.filter(Boolean).join(' · ')}</strong>
    </p>
  )
}

function Hit(props: { readonly found: ScanHit; readonly number: number; readonly onOpen: () => void }) {
  const { found, number, onOpen } = props
  const { today } = useAppState()
  const { hit, contradictions } = found
  return (
    <button type="button" className={styles.hit} onClick={onOpen} data-testid="scan-hit">
      <kbd className={styles.number}>{number}</kbd>
      <span className={styles.words}>
        <strong>{hit.displayName}</strong>
        <span className={styles.soft}>
          {[
            formatDay(hit.birthDate),
            formatAge(hit.birthDate, today),
            text.common.sex[hit.sex],
            hit.hamlet,
            contactOf(hit),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={styles.chips}>
        <Chip kind="info">{text.scan.as[found.as]}</Chip>
        {contradictions.map(each => (
          <Chip key={each} kind="wrong">
            {text.scan.contradictions[each]}
          </Chip>
        ))}
      </span>
    </button>
  )
}

/** Says what arrived and what to do. Stays until it is closed, another scan comes, or the user goes on. */
function RefusedNotice({ shown }: { readonly shown: Extract<ShownScan, { readonly kind: 'refused' }> }) {
  const { dismiss } = useScanDesk()
  const { go } = useNavigation()
  const { code, looksLike, arrived } = shown
  useKeys({ Escape: dismiss })
  return (
    <div className={styles.refused} role="alert" data-error-code={code} data-testid="scan-refused">
      <span className={styles.glyph} aria-hidden="true">
        ✕
      </span>
      <div className={styles.words}>
        <p>{sentenceOf({ code, params: {} })}</p>
        <p className={styles.soft}>
          {text.scan.arrived(arrived)}
          {looksLike && ` ${text.scan.looksLike[looksLike]}`}
        </p>
      </div>
      <QuietButton
        isSmall
        onPress={() => {
          dismiss()
          go({ name: 'scanner' })
        }}
      >
        {text.scan.openTest}
      </QuietButton>
      <QuietButton isSmall hint="Esc" onPress={dismiss}>
        {text.common.close}
      </QuietButton>
    </div>
  )
}
