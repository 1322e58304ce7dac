import { useState } from 'react'
import { voidPerson } from '../../../src/contract/merge-calls'
import { QuietButton } from '../../components/QuietButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'

/** Takes a record registered by mistake out of the register; refused for whoever has a dose, a visit or a merge. */
export function RemovePerson({ personId, name }: { readonly personId: string; readonly name: string }) {
  const { signedIn } = useAppState()
  const { go } = useNavigation()
  const [isOpen, setOpen] = useState(false)
  const removing = useCallMutation(voidPerson)
  const words = text.people.removal
  if (signedIn?.role !== 'head' && signedIn?.role !== 'admin') return null
  async function confirm(reason: string) {
    const answer = await removing.send({ personId, reason })
    if (answer.ok) go({ name: 'people' })
  }
  return (
    <>
      <QuietButton isSmall tone="wrong" onPress={() => setOpen(true)} testId="remove-person">
        {words.button}
      </QuietButton>
      {isOpen && (
        <ReasonDialog
          title={words.title(name)}
          action={words.action}
          suggestions={words.reasons}
          error={removing.error}
          isBusy={removing.isSaving}
          onConfirm={reason => void confirm(reason)}
          onClose={() => setOpen(false)}
        >
          <p>{words.note}</p>
        </ReasonDialog>
      )}
    </>
  )
}
