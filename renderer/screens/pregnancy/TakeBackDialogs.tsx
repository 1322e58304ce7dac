import { reopenPregnancy, voidAntenatalVisit, voidPregnancy } from '../../../src/contract/pregnancy-calls'
import type { AntenatalVisitView, PregnancyView } from '../../../src/contract/pregnancy-views'
import { formatDay } from '../../components/format'
import { ReasonDialog } from '../../components/ReasonDialog'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import { ageWords, stateWords } from './words'

type Props = { readonly view: PregnancyView; readonly onClose: () => void }

/** A pregnancy that was written by mistake. */
export function VoidPregnancy({ view, onClose }: Props) {
  const voiding = useCallMutation(voidPregnancy)
  const { pregnancyId, gestation } = view
  return (
    <ReasonDialog
      title={text.pregnancy.voidTitle}
      action={text.pregnancy.head.void}
      error={voiding.error}
      isBusy={voiding.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void voiding.send({ pregnancyId, reason }).then(answer => answer.ok && onClose())
      }}
    >
      <p>{[formatDay(view.enrolledOn), gestation && ageWords(gestation)].filter(Boolean).join(' · ')}</p>
    </ReasonDialog>
  )
}

/** Takes back that a pregnancy ended. */
export function ReopenPregnancy({ view, onClose }: Props) {
  const reopening = useCallMutation(reopenPregnancy)
  const { pregnancyId } = view
  return (
    <ReasonDialog
      title={text.pregnancy.reopenTitle}
      action={text.pregnancy.head.reopen}
      error={reopening.error}
      isBusy={reopening.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void reopening.send({ pregnancyId, reason }).then(answer => answer.ok && onClose())
      }}
    >
      <p>{stateWords(view)}</p>
    </ReasonDialog>
  )
}

/** A visit that was written by mistake. */
export function VoidVisit(props: { readonly visit: AntenatalVisitView; readonly onClose: () => void }) {
  const { visit, onClose } = props
  const voiding = useCallMutation(voidAntenatalVisit)
  const { visitId } = visit
  return (
    <ReasonDialog
      title={text.pregnancy.visits.voidTitle}
      action={text.pregnancy.visits.voidVisit}
      error={voiding.error}
      isBusy={voiding.isSaving}
      onClose={onClose}
      onConfirm={reason => {
        void voiding.send({ visitId, reason }).then(answer => answer.ok && onClose())
      }}
    >
      <p>{[text.pregnancy.visit.title(visit.number), formatDay(visit.visitedOn)].join(' · ')}</p>
    </ReasonDialog>
  )
}
