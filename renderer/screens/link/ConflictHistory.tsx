import type { ConflictView, VersionView } from '../../../src/contract/arrival-calls'
import { askConflictHistory } from '../../../src/contract/conflict-history-calls'
import type { TravellingDoseField } from '../../../src/domain/immunization/travelling-dose'
import type { MergePart } from '../../../src/domain/person/merge-record'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatMoment } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Conflicts.module.css'
import { plainWords } from './conflict-words'
import { useAsk } from './use-ask'

const words = text.conflicts.history

/** How the other side came about, asked at the server only when somebody wants to know. */
export function ConflictHistory({ conflict }: { readonly conflict: ConflictView }) {
  const asking = useCallMutation(askConflictHistory)
  const found = useAsk()
  const ask = () => void found.follow(asking.send({ conflictId: conflict.conflictId }))
  useKeys({ h: ask })
  const isBusy = found.isRunning || asking.isSaving
  return (
    <section className={styles.history} aria-label={words.title}>
      <QuietButton isSmall hint="H" isDisabled={isBusy} onPress={ask} testId="conflict-history">
        {words.ask}
      </QuietButton>
      {found.error && <ErrorNotice error={found.error} />}
      {isBusy && <p role="status">{words.running}</p>}
      {found.answer?.state === 'done' && <Versions versions={found.answer.versions} />}
    </section>
  )
}

function Versions({ versions }: { readonly versions: readonly VersionView[] }) {
  if (versions.length === 0) return <p role="status">{words.none}</p>
  return (
    <ol className={styles.versions} data-testid="conflict-versions">
      {versions.map(version => (
        <li key={version.versionId}>
          <strong>
            {[version.placeName, version.byName].filter(Boolean).join(', ') || text.conflicts.unknownWho}
          </strong>
          <span className={styles.soft}> · {formatMoment(version.at)}</span>
          <Changes version={version} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ version }: { readonly version: VersionView }) {
  if (version.isFirst) return <p className={styles.soft}>{words.first}</p>
  return (
    <ul>
      {version.changes.map(({ field, before, after }) => (
        <li key={field}>
          {field === 'removed'
            ? words.removed
            : words.change(labelOf(field), plainWords(field, before), plainWords(field, after))}
        </li>
      ))}
    </ul>
  )
}

function labelOf(field: string): string {
  const ofPerson: Readonly<Partial<Record<string, string>>> = text.duplicates.parts
  return ofPerson[field as MergePart] ?? text.conflicts.doseFields[field as TravellingDoseField]
}
