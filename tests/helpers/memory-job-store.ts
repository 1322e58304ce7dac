import type { JobStore } from '../../main/printing/spool-parts'
import type { PrintJob } from '../../src/domain/document/print-job'

/** A store that keeps jobs as JSON, as a database would, and remembers every state it was told. */
export function openMemoryStore() {
  const rows = new Map<string, string>()
  const history: string[] = []
  const put = async (job: PrintJob) => {
    rows.set(job.id, JSON.stringify(job))
    history.push(`${job.id} ${job.state}`)
  }
  const all = () => [...rows.values()].map(row => JSON.parse(row) as PrintJob)
  const store: JobStore = {
    insert: put,
    update: put,
    find: async jobId => all().find(({ id }) => id === jobId) ?? null,
    listOpen: async () => all().filter(({ state }) => state === 'queued' || state === 'sent'),
    listOfPaper: async first => all().filter(({ id, reprintOf }) => id === first || reprintOf === first),
  }
  return { store, history, all }
}
