import { Checkbox } from '@mantine/core'
import { useEffect } from 'react'
import { getFamily } from '../../../src/contract/family-calls'
import { formatAge } from '../../components/format'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Household.module.css'

/** Who moves along: those at the same address are ticked, the others can be. Nobody to ask about: nothing is shown. */
export function MoveFamily(props: {
  readonly personId: string
  readonly chosen: readonly string[] | null
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const { personId, chosen, onChange } = props
  const { today } = useAppState()
  const { data } = useCallQuery(getFamily, { personId })
  const members = data?.members ?? []
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the family is known
  useEffect(() => {
    if (data && chosen === null)
      onChange(data.members.filter(({ livesHere }) => livesHere).map(({ hit }) => hit.personId))
  }, [data])
  if (members.length === 0) return null
  const ticked = chosen ?? []
  return (
    <fieldset className={styles.moves} data-testid="move-family">
      <legend>{text.household.moveAlso}</legend>
      {members.map(({ hit, relation, livesHere }) => (
        <Checkbox
          key={hit.personId}
          label={`${hit.displayName} · ${text.household.members[relation]} · ${formatAge(hit.birthDate, today)}`}
          description={livesHere ? text.household.sameHouse : text.household.otherHouse}
          checked={ticked.includes(hit.personId)}
          onChange={event =>
            onChange(
              event.currentTarget.checked
                ? [...ticked, hit.personId]
                : ticked.filter(known => known !== hit.personId),
            )
          }
        />
      ))}
      <p className={styles.soft}>{text.household.moveHint}</p>
    </fieldset>
  )
}
