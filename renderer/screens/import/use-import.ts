import { useEffect, useState } from 'react'
import {
  checkImport,
  chooseImportFile,
  type FileOverview,
  type ImportResult,
  type ImportSummary,
  lookAtImportFile,
  runImport,
} from '../../../src/contract/import-calls'
import type { ImportDecision, ImportLook } from '../../../src/contract/import-values'
import type { JobView } from '../../../src/contract/job-calls'
import { call } from '../../api'
import { useCallMutation } from '../../data/use-call-mutation'
import { useJob } from '../../data/use-job'

export type ImportStep = 'file' | 'columns' | 'check' | 'write' | 'done'

type File = { readonly token: string; readonly fileName: string }

/** The jobs of the wizard, and where it stands: it goes on by itself when a file is read and when all is written. */
function useSteps() {
  const looking = useJob<FileOverview>()
  const checking = useJob<ImportSummary>()
  const writing = useJob<ImportResult>()
  const [step, setStep] = useState<ImportStep>('file')
  const [overview, setOverview] = useState<FileOverview | null>(null)
  const found = looking.result
  useEffect(() => {
    if (!found) return
    setOverview(found)
    setStep(before => (before === 'file' ? 'columns' : before))
  }, [found])
  const result = writing.result
  useEffect(() => {
    if (result) setStep('done')
  }, [result])
  function begin(job: JobView) {
    setOverview(null)
    checking.clear()
    writing.clear()
    setStep('file')
    looking.watch(job)
  }
  return { looking, checking, writing, step, setStep, overview, begin }
}

/** What the user said of rows that may be somebody known; `waiting`: how many of them the last check does not know. */
function useDecisions() {
  const [decisions, setDecisions] = useState<ReadonlyMap<number, ImportDecision>>(new Map())
  const [checked, setChecked] = useState<ReadonlyMap<number, ImportDecision>>(new Map())
  return {
    decisions,
    waiting: countDifferent(decisions, checked),
    setChecked,
    forget: () => setDecisions(new Map()),
    decide(decision: ImportDecision | null, row: number) {
      const next = new Map(decisions)
      if (decision) next.set(row, decision)
      else next.delete(row)
      setDecisions(next)
    },
  }
}

/** Everything the wizard remembers: file, columns, decisions, and the jobs that work on them. */
export function useImport() {
  const choosing = useCallMutation(chooseImportFile)
  const steps = useSteps()
  const { overview, looking, checking, writing, setStep } = steps
  const { decisions, waiting, setChecked, forget, decide } = useDecisions()
  const [file, setFile] = useState<File | null>(null)
  const [vaccineNames, setVaccineNames] = useState<Readonly<Record<string, string>>>({})
  const [isFilling, setFilling] = useState(true)

  async function choose() {
    const answer = await choosing.send({})
    if (!answer.ok) return
    const { token, fileName, job } = answer.value
    setFile({ token, fileName })
    setVaccineNames({})
    forget()
    steps.begin(job)
  }
  const look = (change: Omit<ImportLook, 'token'>, names = vaccineNames) => {
    if (file)
      void looking.follow(call(lookAtImportFile, { token: file.token, vaccineNames: names, ...change }))
  }
  async function check(filling = isFilling) {
    if (!file || !overview) return
    setFilling(filling)
    setStep('check')
    setChecked(decisions)
    writing.clear()
    const told = { token: file.token, vaccineNames, decisions: [...decisions.values()], isFilling: filling }
    await checking.follow(call(checkImport, { ...told, ...lookOf(overview) }))
  }
  async function run(isLeavingOut: boolean) {
    if (file && (await writing.follow(call(runImport, { token: file.token, isLeavingOut })))) setStep('write')
  }
  function name(text: string, code: string | null) {
    const { [text]: _before, ...others } = vaccineNames
    const names = code === null ? others : { ...others, [text]: code }
    setVaccineNames(names)
    if (overview) look(lookOf(overview), names)
  }
  const actions = { choose, look, check, run, decide, name }
  return { ...steps, ...actions, file, choosing, decisions, waiting, isFilling, vaccineNames }
}

export type ImportWork = ReturnType<typeof useImport>

/** What the columns mean now, as a question. */
export function lookOf({ sheet, headerRow, columns }: FileOverview) {
  return { sheet, headerRow, meanings: columns.map(({ meaning }) => meaning) }
}

function countDifferent(
  now: ReadonlyMap<number, ImportDecision>,
  then: ReadonlyMap<number, ImportDecision>,
): number {
  const rows = new Set([...now.keys(), ...then.keys()])
  const said = (decision: ImportDecision | undefined) => `${decision?.decision} ${decision?.personId}`
  return [...rows].filter(row => said(now.get(row)) !== said(then.get(row))).length
}
