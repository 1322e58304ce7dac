import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'

/** A file of lines, each of them one thing that happened as a whole: what survives when the server is killed. */
export type ChangeLog = {
  readonly append: (change: unknown) => void
  readonly close: () => void
}

/** Reads what is there, cuts off a last line that was not finished, and goes on behind it. */
export function openChangeLog(file: string, read: (change: unknown) => void): ChangeLog {
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    const end = bytes.lastIndexOf(10) + 1
    if (end < bytes.length) truncateSync(file, end)
    for (const line of bytes.subarray(0, end).toString('utf8').split('\n'))
      if (line !== '') read(JSON.parse(line))
  }
  const descriptor = openSync(file, 'a')
  return {
    append: change => {
      writeSync(descriptor, `${JSON.stringify(change)}\n`)
      fdatasyncSync(descriptor)
    },
    close: () => closeSync(descriptor),
  }
}
