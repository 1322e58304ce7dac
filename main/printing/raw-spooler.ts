import { spoolRaw } from './spool-raw'
import type { RawOrder } from './windows-queue'
import { openWinspool } from './winspool'

/*
 * A process for one raw job on Windows: takes the order by message, answers with what became of it, and ends.
 */
process.parentPort.once('message', ({ data }: { readonly data: RawOrder }) => {
  const { queueName, title, bytes } = data
  process.parentPort.postMessage(spoolRaw(openWinspool(), queueName, title, Buffer.from(bytes)))
})
