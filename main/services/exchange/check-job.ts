import type { ImportSummary, RowLine } from '../../../src/contract/import-calls'
import type { ImportCheck } from '../../../src/contract/import-values'
import { defineJob } from '../jobs/job'
import { prepareImport } from './prepare-import'
import { anyStagedFile } from './staged-import'

/** Lines handed over at once: some milliseconds. */
const linesAtATime = 500

type Part =
  | {
      readonly kind: 'lines'
      readonly check: ImportCheck
      readonly isFirst: boolean
      readonly lines: readonly RowLine[]
    }
  | { readonly kind: 'end'; readonly check: ImportCheck; readonly summary: ImportSummary }

/** Tries every row against the register and leaves the report with the engine; writes nothing. */
export const checkJob = defineJob({
  name: 'import.check',
  async run(context, { check }) {
    const { lines, summary } = await context.store.snapshotLong(() => prepareImport(context, check))
    for (let at = 0; at === 0 || at < lines.length; at += linesAtATime) {
      const some = lines.slice(at, at + linesAtATime)
      await context.hand({ kind: 'lines', check, isFirst: at === 0, lines: some } satisfies Part)
    }
    await context.hand({ kind: 'end', check, summary } satisfies Part)
    return summary
  },
  keep({ store }, part) {
    const { check, ...rest } = part as Part
    const file = anyStagedFile(store)
    if (file?.token !== check.token) return
    if (rest.kind === 'lines') {
      if (rest.isFirst) Object.assign(file, { lines: [], digest: null, check: null, refused: 0 })
      file.lines.push(...rest.lines)
      return
    }
    Object.assign(file, { check, digest: rest.summary.digest, refused: rest.summary.kinds.refused })
  },
})
