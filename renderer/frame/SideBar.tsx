import {
  IconArrowMerge,
  IconArrowsDiff,
  IconBabyCarriage,
  IconBinoculars,
  IconBoxSeam,
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarPlus,
  IconCertificate,
  IconChartHistogram,
  IconClockHour3,
  IconCloudUp,
  IconDoorEnter,
  IconHeartbeat,
  IconLifebuoy,
  IconNeedle,
  IconPrinter,
  IconReportAnalytics,
  IconReportMedical,
  IconSettings,
  IconSignature,
  IconStethoscope,
  IconTemperatureSnow,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Board } from '../../src/contract/visit-calls'
import { ReportsBadge } from '../screens/reports/life/ReportsBadge'
import { text } from '../text'
import { type Screen, useNavigation } from './navigation'
import styles from './SideBar.module.css'
import { useBoard } from './use-board'
import { usePlaceCounts } from './use-place-counts'

type Place = {
  readonly name: Screen['name']
  readonly label: string
  readonly icon: TablerIcon
  readonly count?: (board: Board) => number
  /** Screens that belong to this place in the book. */
  readonly also?: readonly Screen['name'][]
}

const today: readonly Place[] = [
  {
    name: 'board',
    label: text.frame.board,
    icon: IconCalendarEvent,
    count: ({ figures }) => Math.max(figures.invited, figures.arrived),
  },
  {
    name: 'reception',
    label: text.frame.reception,
    icon: IconDoorEnter,
    count: board => board.expected.length,
    also: ['register', 'transfer'],
  },
  {
    name: 'screening',
    label: text.frame.screening,
    icon: IconStethoscope,
    count: board => board.screening.length,
  },
  {
    name: 'injection',
    label: text.frame.injection,
    icon: IconNeedle,
    count: board => board.injection.length,
  },
  {
    name: 'observation',
    label: text.frame.observation,
    icon: IconClockHour3,
    count: board => board.observation.length,
  },
  { name: 'close-day', label: text.closeDay.title, icon: IconSignature },
]

const books: readonly Place[] = [
  { name: 'after', label: text.after.title, icon: IconHeartbeat, also: ['aefi-case', 'recall'] },
  {
    name: 'people',
    label: text.frame.people,
    icon: IconUsers,
    also: ['person', 'old-addresses', 'birth', 'postnatal', 'family-thread'],
  },
  { name: 'duplicates', label: text.frame.duplicates, icon: IconArrowMerge, also: ['merge-review'] },
  { name: 'register-doctor', label: text.registerDoctor.title, icon: IconReportMedical },
  { name: 'due', label: text.frame.due, icon: IconCalendarDue },
  { name: 'handbook', label: text.handbook.title, icon: IconBabyCarriage },
  { name: 'reports', label: text.report.title, icon: IconReportAnalytics, also: ['report'] },
  { name: 'indicators', label: text.indicators.title, icon: IconChartHistogram },
  { name: 'plan', label: text.frame.plan, icon: IconCalendarPlus },
  { name: 'stock', label: text.frame.stock, icon: IconBoxSeam },
  { name: 'cold-chain', label: text.coldChain.title, icon: IconTemperatureSnow },
  { name: 'print-jobs', label: text.frame.printJobs, icon: IconPrinter },
  { name: 'link', label: text.link.title, icon: IconCloudUp },
  { name: 'supervision', label: text.supervision.title, icon: IconBinoculars },
  { name: 'conflicts', label: text.conflicts.title, icon: IconArrowsDiff },
  { name: 'verify', label: text.certificate.nav, icon: IconCertificate },
]

const bottom: readonly Place[] = [
  { name: 'difficulties', label: text.difficulty.title, icon: IconLifebuoy },
  {
    name: 'set-up',
    label: text.frame.setUp,
    icon: IconSettings,
    also: ['import', 'schedules', 'scanner', 'printers', 'certificate-keys', 'courier'],
  },
]

/** The places of the window, with how many wait in each lane. Icons alone below 1200 px. */
export function SideBar() {
  const { board } = useBoard()
  return (
    <nav className={styles.side} aria-label={text.frame.navigation}>
      <p className={styles.group}>{text.frame.today}</p>
      <Places places={today} board={board} />
      <p className={styles.group}>{text.frame.books}</p>
      <Places places={books} board={board} />
      <div className={styles.bottom}>
        <Places places={bottom} board={board} />
      </div>
    </nav>
  )
}

function Places({ places, board }: { readonly places: readonly Place[]; readonly board: Board | null }) {
  const { screen, go } = useNavigation()
  const counts = usePlaceCounts()
  return (
    <ul>
      {places.map(({ name, label, icon: Icon, count, also }) => {
        const waiting = board && count ? count(board) : (counts[name] ?? 0)
        const isHere = screen.name === name || also?.includes(screen.name)
        return (
          <li key={name}>
            <button
              type="button"
              className={styles.place}
              aria-current={isHere ? 'page' : undefined}
              aria-label={waiting > 0 ? `${label}, ${waitingWords(name, waiting)}` : label}
              title={label}
              data-testid={`nav-${name}`}
              onClick={() => go({ name } as Screen)}
            >
              <Icon size={17} stroke={1.8} aria-hidden="true" />
              <span className={styles.label}>{label}</span>
              {waiting > 0 && <span className={styles.count}>{waiting}</span>}
              {name === 'reports' && <ReportsBadge className={styles.count} />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** People wait in lanes; in a book, what nobody has looked at. */
function waitingWords(name: Screen['name'], waiting: number): string {
  const isLane = today.some(place => place.name === name)
  return isLane ? text.frame.waiting(waiting) : text.frame.toLookAt(waiting)
}
