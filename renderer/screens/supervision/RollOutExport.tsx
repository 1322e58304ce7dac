import { ExportButton } from '../../data/ExportButton'
import { text } from '../../text'
import type { ChosenMonth } from './MonthChoice'

/** The roll-out report of all points, in the shape the directive asks for, as a spreadsheet. */
export function RollOutExport({ period }: Pick<ChosenMonth, 'period'>) {
  return (
    <ExportButton
      of={{ list: 'roll-out', period }}
      label={text.supervision.exportRollOut}
      allowed={['supervisor']}
      testId="export-roll-out"
    />
  )
}
