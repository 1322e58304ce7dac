import { QuietButton } from '../../components/QuietButton'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'

/** Leads from a woman or her pregnancy to the form of the birth. */
export function RecordBirthButton(props: {
  readonly motherId: string
  /** Left out: the form takes the pregnancy that waits for its birth. */
  readonly pregnancyId?: string
  readonly hint?: string
}) {
  const { motherId, pregnancyId, hint } = props
  const { go } = useNavigation()
  const open = () => go({ name: 'birth', motherId, ...(pregnancyId === undefined ? {} : { pregnancyId }) })
  return (
    <QuietButton isSmall onPress={open} testId="record-birth" {...(hint === undefined ? {} : { hint })}>
      {text.familyThread.recordBirth}
    </QuietButton>
  )
}
