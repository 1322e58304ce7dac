import { Worker } from 'node:worker_threads'

/** No photograph takes this long; a picture made to take longer is given up. */
const patienceMs = 30_000

/**
 * Makes the function that reads the QR codes of a picture (PNG, JPEG, BMP) in a thread of its own, so that no window
 * waits. It answers null for bytes that are no picture.
 */
export function codeReader(script: string) {
  return (picture: Uint8Array) =>
    new Promise<readonly string[] | null>((resolve, reject) => {
      const thread = new Worker(script, { workerData: picture, name: 'diem-tiem-codes' })
      const timer = setTimeout(() => void thread.terminate(), patienceMs)
      thread.once('message', (texts: readonly string[] | null) => resolve(texts))
      thread.once('error', reject)
      thread.once('exit', () => {
        clearTimeout(timer)
        resolve(null)
      })
    })
}
