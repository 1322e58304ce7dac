import { listSchedules } from '../../../src/contract/schedule-calls'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { Panel } from '../../components/Panel'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { ChangePanel } from './ChangePanel'
import { FileList } from './FileList'
import styles from './Schedules.module.css'
import { useScheduleChange } from './use-schedule-change'
import { VersionList } from './VersionList'

/** Lịch tiêm: which versions there are, and how a province's own file comes in and goes out again. */
export function SchedulesScreen() {
  const { signedIn } = useAppState()
  const { data, error, isLoading, retry } = useCallQuery(listSchedules, {})
  const change = useScheduleChange()
  const mayChange = signedIn?.role === 'head' || signedIn?.role === 'admin'
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <Panel
          title={text.schedules.versions}
          note={text.schedules.versionsNote}
          scrolls
          className={styles.versions}
        >
          {error && <ErrorNotice error={error} onRetry={retry} />}
          {isLoading && <LateSkeleton />}
          {data && <VersionList versions={data.versions} />}
        </Panel>
        <Panel title={text.schedules.files} scrolls padded className={styles.files}>
          {data && (
            <FileList
              files={data.files}
              mayChange={mayChange}
              onWithdraw={fileId => void change.previewGoingBack(fileId)}
            />
          )}
        </Panel>
      </div>
      <ChangePanel change={change} mayChange={mayChange} />
    </div>
  )
}
