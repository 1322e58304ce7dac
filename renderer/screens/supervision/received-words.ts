import type { ReceivedDifficulty, ReceivedReport } from '../../../src/contract/supervision-calls'
import type { ReceivedState } from '../../../src/domain/supervision/roll-up'
import type { ChipKind } from '../../components/Chip'
import { locale, text } from '../../text'

export const stateChips: Readonly<Record<ReceivedDifficulty['state'], ChipKind>> = {
  open: 'due',
  answered: 'info',
  solved: 'ok',
}

/** How a received report stands. */
export function receivedState({ answer }: Pick<ReceivedReport, 'answer'>): ReceivedState {
  if (answer === null) return 'received'
  return answer.verdict === 'accepted' ? 'accepted' : 'refused'
}

export function formWords({ formId, formTitle }: Pick<ReceivedReport, 'formId' | 'formTitle'>): string {
  return formTitle?.[locale] ?? text.supervision.report.unknownForm(formId)
}
