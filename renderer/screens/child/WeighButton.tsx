import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import { QuietButton } from '../../components/QuietButton'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { text } from '../../text'
import { isChildTab } from './child-tab'

/** From a lane of the session to the child's growth; what was begun there stays as it is. Nothing for grown-ups. */
export function WeighButton(props: { readonly personId: string; readonly birthDate: CalendarDay }) {
  const { today } = useAppState()
  const { go } = useNavigation()
  if (!isChildTab(props.birthDate, today)) return null
  return (
    <QuietButton
      isSmall
      onPress={() => go({ name: 'person', personId: props.personId, tab: 'child' })}
      testId="weigh-child"
    >
      {text.child.weigh}
    </QuietButton>
  )
}
