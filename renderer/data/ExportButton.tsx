import { useEffect, useRef, useState } from 'react'
import { type ExportResult, makeExport, saveExport } from '../../src/contract/export-calls'
import type { ExportFormat, ExportList } from '../../src/contract/export-values'
import type { Role } from '../../src/domain/point/point'
import { call } from '../api'
import { ErrorNotice } from '../components/ErrorNotice'
import { formatCount } from '../components/format'
import { QuietButton } from '../components/QuietButton'
import { useAppState } from '../frame/app-state'
import { text } from '../text'
import { useCallMutation } from './use-call-mutation'
import { useJob } from './use-job'

/**
 * Exports a list as the screen shows it: the file is made with progress, then the user says where to. Not there for those
 * who may not export.
 */
export function ExportButton(props: {
  readonly of: ExportList
  readonly format?: ExportFormat
  readonly label?: string
  readonly testId?: string
  /** Who may export it. */
  readonly allowed?: readonly Role[]
}) {
  const { of, format = 'xlsx', label = text.common.exportList, testId = 'export-list' } = props
  const { allowed = ['head', 'admin'] } = props
  const { signedIn } = useAppState()
  const making = useJob<ExportResult>()
  const saving = useCallMutation(saveExport)
  const [saved, setSaved] = useState<string | null>(null)
  const asked = useRef<string | null>(null)
  const exportId = making.result?.exportId ?? null
  const { send } = saving
  useEffect(() => {
    // Each file is offered once, however often the screen is drawn.
    if (exportId === null || asked.current === exportId) return
    asked.current = exportId
    void send({ exportId }).then(answer => {
      if (answer.ok) setSaved(answer.value.fileName)
    })
  }, [exportId, send])
  if (!signedIn || !allowed.includes(signedIn.role)) return null
  const { view } = making
  const error = making.error ?? (saving.error?.code === 'export.cancelled' ? null : saving.error)
  return (
    <>
      <QuietButton
        isSmall
        isDisabled={making.isRunning || saving.isSaving}
        testId={testId}
        onPress={() => {
          setSaved(null)
          saving.clearError()
          void making.follow(call(makeExport, { of, format }))
        }}
      >
        {label}
      </QuietButton>
      {making.isRunning && <span role="status">{text.common.exporting(formatCount(view?.done ?? 0))}</span>}
      {saved !== null && <span role="status">✓ {text.common.exported(saved)}</span>}
      {error && <ErrorNotice error={error} />}
    </>
  )
}
