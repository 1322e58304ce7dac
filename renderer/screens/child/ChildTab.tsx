import { useState } from 'react'
import { type ChildCheckView, type ChildPicture, getChildPicture } from '../../../src/contract/child-calls'
import { EmptyState } from '../../components/EmptyState'
import { ErrorNotice } from '../../components/ErrorNotice'
import { LateSkeleton } from '../../components/LateSkeleton'
import { useKeys } from '../../components/use-keys'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import { ChartPanel } from './ChartPanel'
import { CheckForm } from './CheckForm'
import { ChecksTable } from './ChecksTable'
import styles from './Child.module.css'
import { NowPanel } from './NowPanel'

/** What is written at the moment: a new check, one that is put right, or none. */
type Writing = { readonly check: ChildCheckView | null } | null

/** A child's growth and development: the curves, what they say, and the form of today. */
export function ChildTab({ personId }: { readonly personId: string }) {
  const read = useCallQuery(getChildPicture, { personId }, { keep: true })
  if (read.error && !read.data) return <ErrorNotice error={read.error} onRetry={read.retry} />
  if (!read.data) return <LateSkeleton />
  return <Growing picture={read.data} />
}

function Growing({ picture }: { readonly picture: ChildPicture }) {
  const { today } = useAppState()
  const [writing, setWriting] = useState<Writing>(null)
  const [said, setSaid] = useState<string | null>(null)
  const begin = (check: ChildCheckView | null) => {
    setSaid(null)
    setWriting({ check })
  }
  useKeys({ n: () => begin(null) }, 'screen', writing === null)
  useKeys({ Escape: () => setWriting(null) }, 'screen', writing !== null)
  return (
    <div className={styles.tab} data-testid="child-tab">
      <div className={styles.left}>
        {picture.sex === 'unknown' ? (
          <EmptyState title={text.child.chart}>{text.child.noSex}</EmptyState>
        ) : (
          <ChartPanel picture={picture} today={today} isLow={picture.records.length > 0} />
        )}
        {picture.records.length > 0 && <ChecksTable picture={picture} onCorrect={begin} />}
      </div>
      {writing === null ? (
        <NowPanel picture={picture} today={today} said={said} onWrite={() => begin(null)} />
      ) : (
        <CheckForm
          key={writing.check?.checkId ?? 'new'}
          picture={picture}
          check={writing.check}
          today={today}
          onDone={sentence => {
            setSaid(sentence)
            setWriting(null)
          }}
          onClose={() => setWriting(null)}
        />
      )}
    </div>
  )
}
