import { useDebouncedValue } from '@mantine/hooks'
import { findRelative } from '../../../src/contract/family-calls'
import { Chip } from '../../components/Chip'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import type { RegisterDraft, RelativeDraft } from '../register/register-draft'
import styles from './Household.module.css'

/** The relative as typed may be in the register: then the child can take over address and phone, and is linked. */
export function KnownRelative(props: {
  readonly draft: RegisterDraft
  readonly setDraft: (draft: RegisterDraft) => void
  readonly relative: RelativeDraft
}) {
  const { draft, setDraft, relative } = props
  const { relation, name, phone, birthYear, nationalId } = relative
  const [asked] = useDebouncedValue({ relation, name, phone, birthYear, nationalId }, 300)
  const isEnough =
    asked.nationalId.length >= 9 ||
    (asked.name.includes(' ') && (asked.phone.length >= 10 || asked.birthYear.length === 4))
  const found = useCallQuery(
    findRelative,
    {
      relation: asked.relation,
      name: asked.name,
      nationalId: asked.nationalId || null,
      phone: asked.phone || null,
      birthYear: asked.birthYear.length === 4 ? Number(asked.birthYear) : null,
    },
    { isOn: isEnough },
  )
  const [link] = draft.links
  if (link)
    return (
      <div className={styles.chips}>
        <Chip kind="ok">{text.household.willLink(link.name)}</Chip>
        <QuietButton isSmall onPress={() => setDraft({ ...draft, links: [] })}>
          {text.household.dontLink}
        </QuietButton>
      </div>
    )
  if (!isEnough || !found.data) return null
  return (
    <>
      {found.data.map(({ hit, reasons, address }) => (
        <div key={hit.personId} className={styles.member} data-testid="known-relative">
          <div className={styles.who}>
            <p>
              {text.household.knownMother}: <strong>{hit.displayName}</strong> · {formatDay(hit.birthDate)}
            </p>
            <p className={styles.soft}>
              {[hit.hamlet, ...reasons.map(reason => text.household.matchReasons[reason])]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <QuietButton
            isSmall
            testId="take-over"
            onPress={() =>
              setDraft({
                ...draft,
                current: address ?? draft.current,
                relatives: draft.relatives.map(one =>
                  one.relation === relation && one.phone === '' ? { ...one, phone: hit.phone ?? '' } : one,
                ),
                links: [{ relation, personId: hit.personId, name: hit.displayName }],
              })
            }
          >
            {text.household.takeOver}
          </QuietButton>
        </div>
      ))}
    </>
  )
}
