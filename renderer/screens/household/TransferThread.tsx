import { SegmentedControl } from '@mantine/core'
import type { MemberChoice, ThreadReading } from '../../../src/contract/transfer-calls'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { text } from '../../text'
import styles from './Household.module.css'

const nobody = 'new'

/** Who the others of the handbook are by default: the sure one, or somebody new where nobody is alike. */
export function choicesOf(thread: ThreadReading | null): readonly MemberChoice[] {
  return (thread?.members ?? []).flatMap((known, member) => {
    const isDoubtful =
      known.personId === null && known.matches.some(({ score }) => score.certainty !== 'possible')
    return isDoubtful ? [] : [{ member, personId: known.personId }]
  })
}

/** The handbook that comes with a slip, and who of this register its other people are. */
export function TransferThread(props: {
  readonly thread: ThreadReading
  readonly choices: readonly MemberChoice[]
  readonly onChange: (choices: readonly MemberChoice[]) => void
}) {
  const { thread, choices, onChange } = props
  const words = text.household
  return (
    <Panel title={words.transferThread} padded>
      <div className={styles.dialog} data-testid="transfer-thread">
        <p>{words.transferThreadNote(thread.visits, thread.checks, thread.fresh)}</p>
        {thread.members.map((member, index) => {
          const chosen = choices.find(choice => choice.member === index)
          const choose = (value: string) =>
            onChange([
              ...choices.filter(choice => choice.member !== index),
              { member: index, personId: value === nobody ? null : value },
            ])
          const options = member.matches.map(({ hit }) => ({
            value: hit.personId,
            label: `${hit.displayName} · ${formatDay(hit.birthDate)}`,
          }))
          return (
            <div key={`${member.role}${member.displayName}${member.birthDate}${member.personId ?? ''}`}>
              <p>
                {words.transferMemberRole[member.role]} <strong>{member.displayName}</strong> ·{' '}
                {formatDay(member.birthDate)}
                {member.personId === null && options.length === 0 && ` · ${words.transferMemberNew}`}
              </p>
              {options.length > 0 && (
                <SegmentedControl
                  orientation="vertical"
                  fullWidth
                  aria-label={words.transferMemberWho(member.displayName)}
                  data={[...options, { value: nobody, label: words.transferMemberNew }]}
                  value={chosen ? (chosen.personId ?? nobody) : ''}
                  onChange={choose}
                />
              )}
            </div>
          )
        })}
      </div>
    </Panel>
  )
}
