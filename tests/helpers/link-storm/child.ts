import { type ChildProcess, fork } from 'node:child_process'

/** A process of the storm: one order at a time, and killed without a word. */
export class Child<Order, Answer extends { readonly kind: string }> {
  private process: ChildProcess | null = null
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null

  constructor(
    private readonly script: string,
    private readonly settings: unknown,
  ) {}

  /** Starts it, or starts it again; resolves with its first word. */
  start(): Promise<Answer> {
    const child = fork(this.script, [JSON.stringify(this.settings)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.process = child
    child.on('message', message => {
      const { waiting } = this
      this.waiting = null
      waiting?.resolve(message as Answer)
    })
    child.once('exit', code => {
      const { waiting } = this
      this.waiting = null
      waiting?.reject(new Error(`${this.script} ended with ${code}`))
    })
    return this.answer()
  }

  /** Gives an order and waits for its answer. Rejects when the process dies over it. */
  ask(order: Order): Promise<Answer> {
    const answer = this.answer()
    this.process?.send(order as object)
    return answer
  }

  /** kill -9, and waits until it is gone. */
  async kill(): Promise<void> {
    const child = this.process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await gone
  }

  private answer(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
    })
  }
}
