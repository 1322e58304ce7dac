import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How a printer on the network behaves. All of them were seen in the field or in issue trackers. */
export type Behaviour =
  | 'normal' // answers DLE EOT and GS r, closes after us
  | 'never-reads' // paper out or cover open: takes the connection and nothing more
  | 'resets' // resets after the first bytes of the job
  | 'closes-early' // closes after the first bytes of the job
  | 'no-ack' // reads everything, answers nothing
  | 'chatty' // normal, and sends a status frame every millisecond
  | 'slow' // rests 20 ms after each read
  | 'cover-open' // says so when asked, then swallows what comes
  | 'knife-stuck' // the same for an error
  | 'paper-out' // says so when asked, then swallows what comes
  | 'paper-low' // prints, and warns
  | 'hangs-up' // prints, confirms, and resets the line at once
  | 'roll-ends' // the paper ends while it prints
  | 'label-prints' // a label printer that tells when it prints and when it rests
  | 'label-open' // its head is open
  | 'label-ends' // its roll ends while it prints

/** A listening printer on 127.0.0.1 that keeps what it received. */
export type FakePrinter = {
  readonly port: number
  /** What the jobs brought, without the questions about status. */
  readonly received: () => Buffer
  /** The same for each connection by itself. */
  readonly jobs: () => readonly Buffer[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

const statusFrame = Buffer.from([0x14, 0x00, 0x00, 0x0f])
const paperQuestion = Buffer.from([0x10, 0x04, 0x04])
const offlineQuestion = Buffer.from([0x10, 0x04, 0x02])
const labelQuestion = Buffer.from([0x1b, 0x21, 0x3f])
const ackQuestion = Buffer.from([0x1d, 0x72, 0x01])

/** Starts a printer with this behaviour, or with one that changes from connection to connection. */
export async function startFakePrinter(
  behaviours: Behaviour | (() => Exclude<Behaviour, 'never-reads'>),
): Promise<FakePrinter> {
  const connected: Buffer[][] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(
    { allowHalfOpen: true, pauseOnConnect: behaviours === 'never-reads' },
    socket => {
      connections += 1
      sockets.add(socket)
      // A printer that resets, or is reset, has nothing to report: what it received is what counts.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
      const chunks: Buffer[] = []
      connected.push(chunks)
      const behaviour = typeof behaviours === 'string' ? behaviours : behaviours()
      behave(socket, behaviour, chunk => chunks.push(chunk))
    },
  )
  const port = await listen(server)
  return {
    port,
    received: () => withoutQuestions(Buffer.concat(connected.flat())),
    jobs: () => connected.map(chunks => withoutQuestions(Buffer.concat(chunks))),
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise(resolve => server.close(resolve))
  return port
}

function behave(socket: Socket, behaviour: Behaviour, keep: (chunk: Buffer) => void): void {
  if (behaviour === 'never-reads') return
  const chatter = behaviour === 'chatty' ? setInterval(() => answer(socket, statusFrame), 1) : undefined
  socket.on('close', () => clearInterval(chatter))
  socket.on('end', () => {
    clearInterval(chatter)
    socket.end()
  })
  let seen = 0
  let asked = 0
  socket.on('data', async chunk => {
    keep(chunk)
    seen += chunk.length
    reply(socket, behaviour, chunk)
    if (endsWith(chunk, labelQuestion)) answerLabel(socket, behaviour, asked++)
    const inJob = seen > paperQuestion.length + offlineQuestion.length
    if (inJob && behaviour === 'resets') socket.resetAndDestroy()
    if (inJob && behaviour === 'closes-early') socket.end(() => socket.destroySoon())
    if (behaviour === 'slow') {
      socket.pause()
      await sleep(20)
      socket.resume()
    }
  })
}

function reply(socket: Socket, behaviour: Behaviour, chunk: Buffer): void {
  if (behaviour === 'no-ack') return
  if (chunk.equals(paperQuestion)) answer(socket, Buffer.from([paperAnswer(behaviour)]))
  if (chunk.equals(offlineQuestion)) answer(socket, Buffer.from([offlineAnswer(behaviour)]))
  const breaksOff = behaviour === 'resets' || behaviour === 'closes-early'
  if (breaksOff || !endsWith(chunk, ackQuestion)) return
  answer(socket, Buffer.from([ackAnswer(behaviour)]))
  if (behaviour === 'hangs-up') setTimeout(() => socket.resetAndDestroy(), 1)
}

/** The first question comes before the job; two more find it printing, the next one resting. */
function answerLabel(socket: Socket, behaviour: Behaviour, asked: number): void {
  if (behaviour === 'label-open') answer(socket, Buffer.from([0x01]))
  if (behaviour === 'label-ends') answer(socket, Buffer.from([asked < 2 ? 0x20 * asked : 0x04]))
  if (behaviour === 'label-prints') answer(socket, Buffer.from([asked === 1 || asked === 2 ? 0x20 : 0x00]))
}

function paperAnswer(behaviour: Behaviour): number {
  if (behaviour === 'paper-out') return 0x72
  return behaviour === 'paper-low' ? 0x1e : 0x12
}

function offlineAnswer(behaviour: Behaviour): number {
  if (behaviour === 'cover-open') return 0x16
  if (behaviour === 'knife-stuck') return 0x52
  return behaviour === 'paper-out' ? 0x32 : 0x12
}

function ackAnswer(behaviour: Behaviour): number {
  if (behaviour === 'roll-ends') return 0x0f
  return behaviour === 'paper-low' ? 0x03 : 0x00
}

function answer(socket: Socket, bytes: Buffer): void {
  if (!socket.destroyed && socket.writable) socket.write(bytes)
}

function withoutQuestions(bytes: Buffer): Buffer {
  const before = [paperQuestion, offlineQuestion, labelQuestion]
  let [start, end] = [0, bytes.length]
  while (before.some(question => bytes.subarray(start, start + 3).equals(question))) start += 3
  while ([ackQuestion, labelQuestion].some(question => endsWith(bytes.subarray(start, end), question)))
    end -= 3
  return bytes.subarray(start, end)
}

function endsWith(bytes: Buffer, tail: Buffer): boolean {
  return bytes.length >= tail.length && bytes.subarray(-tail.length).equals(tail)
}

function listen(server: Server): Promise<number> {
  return new Promise(resolve =>
    // A server that listens on TCP has an address of this shape.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
}
