import { type ReactNode, useState } from 'react'
import { getChart } from '../../../src/contract/dose-calls'
import type { FindingView } from '../../../src/contract/register-doctor-calls'
import { useCallQuery } from '../../data/use-call-query'
import { useNavigation } from '../../frame/navigation'
import { CorrectDoseDialog } from '../injection/CorrectDoseDialog'

/** Leads to the form where a finding is put right by hand: a dialog for a dose, else the screen that has the field. */
export function useOpenForm(): { readonly open: (view: FindingView) => void; readonly form: ReactNode } {
  const { go } = useNavigation()
  const [dose, setDose] = useState<{ readonly personId: string; readonly doseId: string } | null>(null)
  function open({ finding, hit }: FindingView): void {
    const { form } = finding
    const { personId } = hit
    if (form.form === 'dose') setDose({ personId, doseId: form.doseId })
    else if (form.form === 'person') go({ name: 'person', personId, open: 'edit', field: form.field })
    else if (form.form === 'child') go({ name: 'person', personId, tab: 'child' })
    else go({ name: 'merge-review', leftId: personId, rightId: form.otherId })
  }
  return { open, form: dose && <DoseForm {...dose} onClose={() => setDose(null)} /> }
}

function DoseForm(props: {
  readonly personId: string
  readonly doseId: string
  readonly onClose: () => void
}) {
  const { personId, doseId, onClose } = props
  const chart = useCallQuery(getChart, { personId, on: null })
  const dose = chart.data?.doses.find(known => known.doseId === doseId)
  return dose ? <CorrectDoseDialog dose={dose} onClose={onClose} onSaved={onClose} /> : null
}
