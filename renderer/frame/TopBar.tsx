import { IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import { Chip } from '../components/Chip'
import { formatDayShort } from '../components/format'
import { Kbd } from '../components/Kbd'
import { text } from '../text'
import { AdrenalineChip, ReportClockChip } from './AfterChips'
import { type SignedInState, useAppState } from './app-state'
import { ConflictChip } from './ConflictChip'
import { type Screen, useNavigation } from './navigation'
import { useSearch } from './search'
import { TimersChip } from './TimersChip'
import styles from './TopBar.module.css'
import { UploadChip } from './UploadChip'
import { useBoard } from './use-board'

/** Screens whose list is what the search box says; from any other one, typing leads to the reception. */
const listsWithSearch: ReadonlySet<Screen['name']> = new Set(['reception', 'people', 'due', 'handbook'])

/** Product, search, the session's progress, timers, upload, and who is signed in. */
export function TopBar(props: {
  readonly user: SignedInState['signedIn']
  readonly onSwitchUser: () => void
}) {
  const { user, onSwitchUser } = props
  const { mode } = useAppState()
  return (
    <header className={`${styles.bar} ${mode === 'practice' ? styles.practice : ''}`}>
      <div className={styles.product}>
        <span className={styles.mark} aria-hidden="true">
          <IconPlus size={16} stroke={3.5} />
        </span>
        <span className={styles.productName}>{text.frame.product}</span>
      </div>
      <SearchBox />
      {mode === 'practice' && (
        <strong className={styles.practiceWords} title={text.frame.practiceHint} data-testid="practice-mode">
          {text.frame.practice}
          <span className={styles.practiceMore}> · {text.frame.practiceUpload}</span>
        </strong>
      )}
      <div className={styles.right}>
        <AdrenalineChip />
        <ReportClockChip />
        <ConflictChip />
        <TimersChip />
        <SessionChip />
        {mode === 'real' && <UploadChip />}
        <button type="button" className={styles.user} onClick={onSwitchUser} aria-keyshortcuts="F9">
          <span className="visually-hidden">{text.frame.switchUser}: </span>
          <span className={styles.userWords} title={user.name}>
            <span className={styles.userName}>{user.name}</span>
            <span className={styles.role}>{text.frame.roles[user.role]}</span>
          </span>
          <Kbd>F9</Kbd>
        </button>
      </div>
    </header>
  )
}

function SearchBox() {
  const search = useSearch()
  const { screen, go } = useNavigation()
  return (
    <search className={styles.search}>
      <IconSearch size={16} aria-hidden="true" />
      <input
        ref={search.input}
        type="text"
        className={styles.input}
        aria-label={text.frame.searchLabel}
        aria-keyshortcuts="F2"
        placeholder={text.frame.searchPlaceholder}
        autoComplete="off"
        spellCheck={false}
        data-testid="search"
        value={search.text}
        onChange={event => {
          search.setText(event.currentTarget.value)
          if (!listsWithSearch.has(screen.name)) go({ name: 'reception' })
        }}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          search.keys.current?.(event)
        }}
      />
      {search.text !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={text.frame.clearSearch}
          tabIndex={-1}
          onClick={() => {
            search.clear()
            search.focus()
          }}
        >
          <IconX size={14} />
        </button>
      )}
      <Kbd>F2</Kbd>
    </search>
  )
}

function SessionChip() {
  const { go } = useNavigation()
  const { board } = useBoard()
  if (!board) return null
  const { figures, on } = board
  const day = formatDayShort(on)
  const all = Math.max(figures.invited, figures.arrived)
  return (
    <button
      type="button"
      className={styles.bare}
      onClick={() => go({ name: 'board' })}
      data-testid="session-chip"
    >
      <Chip kind="info">
        <span className={styles.wideOnly}>{text.frame.session} </span>
        {day} · {all === 0 ? text.frame.sessionNobody : `${figures.vaccinated}/${all}`}
      </Chip>
    </button>
  )
}
