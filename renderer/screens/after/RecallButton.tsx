import { QuietButton } from '../../components/QuietButton'
import { useKeys } from '../../components/use-keys'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'

/** From a lot to everybody who got it, by one key. */
export function RecallButton({ lotId }: { readonly lotId: string }) {
  const { go } = useNavigation()
  const open = () => go({ name: 'recall', lotId })
  useKeys({ r: open })
  return (
    <QuietButton hint="R" onPress={open} testId="recall-lot">
      {text.after.recall.button}
    </QuietButton>
  )
}
