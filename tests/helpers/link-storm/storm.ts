import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { between, type Random, seededRandom } from '../../../src/domain/exchange/random'
import { buildStorm } from './build-storm'
import { judge, type Verdict } from './check'
import { Child } from './child'
import type {
  Act,
  Neighbour,
  PointAnswer,
  PointEnd,
  PointOrder,
  PointSettings,
  SavedDose,
  ServerAnswer,
  ServerOrder,
  ServerSettings,
} from './protocol'

export type StormOptions = {
  readonly points: number
  /** Simulated hours; each is `actsPerHour` deeds of every point. */
  readonly hours: number
  readonly seed: number
  readonly actsPerHour?: number
  /** How often something is killed, one deed in so many. */
  readonly killEvery?: number
  readonly share?: number
  readonly say?: (line: string) => void
}
export type StormReport = Verdict & {
  readonly deeds: number
  readonly kills: { readonly points: number; readonly servers: number }
  readonly faults: Readonly<Record<string, number>>
  readonly refusals: Readonly<Record<string, number>>
  /** Names and birthdays that two points corrected otherwise, and how nurses decided what no rule could. */
  readonly quarrels: number
  readonly settled: Readonly<Record<string, number>>
  readonly requests: number
}

const acts: readonly Act[] = [
  ...(['copy-card', 'copy-card', 'copy-card', 'shot', 'shot', 'take-back'] as const),
  ...(['correct', 'correct', 'bad-name', 'neighbour', 'neighbour'] as const),
  ...(['clock-back', 'clock-on', 'quiet'] as const),
]

/** A day of several points in bad weather; at the end everything is compared. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const built = await buildStorm()
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-storm-'))
  const storm = new Storm(options, built.folder, folder, await freePort())
  try {
    await storm.begin()
    await storm.blow()
    return await storm.end()
  } finally {
    await storm.killAll()
    built.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rounds in which everybody sends and takes in at the end; what is decided in one may raise one more question. */
const mostRounds = 6

/** So many children are tried until two points quarrel about one. */
const mostTurns = 3

type Point = Child<PointOrder, PointAnswer>

class Storm {
  private readonly random: Random
  private readonly points: readonly Point[]
  private readonly codes: readonly string[]
  private server: Child<ServerOrder, ServerAnswer> | null = null
  private readonly acknowledged: SavedDose[] = []
  private readonly people: Neighbour[] = []
  /** Who was renamed, by id, with the name of before. */
  private readonly renamed = new Map<string, string>()
  private deeds = 0
  private readonly kills = { points: 0, servers: 0 }
  private readonly faults: Record<string, number> = {}
  private readonly refusals: Record<string, number> = {}
  private readonly settled: Record<string, number> = {}
  private quarrels = 0
  private requests = 0

  constructor(
    private readonly options: StormOptions,
    private readonly scripts: string,
    private readonly folder: string,
    private readonly port: number,
  ) {
    this.random = seededRandom(options.seed)
    this.codes = Array.from({ length: options.points * 40 }, (_, at) => `ma-${options.seed}-${at}`)
    this.points = Array.from({ length: options.points }, (_, at) => {
      const settings: PointSettings = {
        file: join(folder, `point-${at + 1}.db`),
        index: at + 1,
        at: '2026-11-22T00:30:00.000Z',
      }
      return new Child<PointOrder, PointAnswer>(join(scripts, 'point.mjs'), settings)
    })
  }

  async begin(): Promise<void> {
    const base = await this.startServer()
    await Promise.all(this.points.map(point => point.start()))
    const codes = [...this.codes]
    await Promise.all(
      this.points.map(async point => {
        for (;;) {
          const answer = await point.ask({ do: 'join', base, code: codes.pop() ?? '' })
          if (answer.kind === 'failed') throw new Error(answer.message)
          // A code whose answer was lost is used up: the province gives another one.
          if (answer.kind === 'joined' && answer.isJoined) return
        }
      }),
    )
    this.say(`${this.points.length} points have joined`)
  }

  async blow(): Promise<void> {
    const { hours, actsPerHour = 6, killEvery = 40 } = this.options
    const steps = hours * actsPerHour
    for (let step = 0; step < steps; step++) {
      await Promise.all(this.points.map((point, at) => this.act(point, at, step)))
      if (step % actsPerHour === actsPerHour - 1) await this.quarrel(step)
      if (this.random() < this.points.length / killEvery / 2) await this.killServer()
      if (step % actsPerHour === 0)
        this.say(`hour ${step / actsPerHour + 1} of ${hours}: ${this.deeds} deeds`)
    }
  }

  async end(): Promise<StormReport> {
    await this.server?.ask({ do: 'calm' })
    this.say('calm: everybody sends what is left')
    await this.meet()
    const answers = await Promise.all(this.points.map(point => point.ask({ do: 'settle', seconds: 120 })))
    const ends = answers.map((answer): PointEnd => {
      if (answer.kind === 'end') return answer.end
      throw new Error(answer.kind === 'failed' ? answer.message : answer.kind)
    })
    for (const { refusals, settled } of ends) {
      add(this.refusals, refusals)
      add(this.settled, settled)
    }
    const held = await this.dump()
    const verdict = judge(ends, this.acknowledged, held, this.renamed)
    const { deeds, kills, faults, refusals, quarrels, settled, requests } = this
    return { ...verdict, deeds, kills, faults, refusals, quarrels, settled, requests }
  }

  /** What the last point sends the first one takes in; what a nurse decides there goes round once more. */
  private async meet(): Promise<void> {
    let decided = -1
    for (let round = 0; round < mostRounds; round++) {
      let now = 0
      for (const point of this.points) {
        const answer = await point.ask({ do: 'meet', seconds: 60 })
        if (answer.kind === 'met') now += answer.settled
      }
      if (round > 0 && now === decided) return
      decided = now
    }
  }

  /**
   * Two points that know the same child correct its name in the same moment, each as it heard it. A line too bad to look
   * the child up makes no quarrel: then it is another child's turn.
   */
  private async quarrel(step: number): Promise<void> {
    for (let turn = 0; turn < mostTurns; turn++) {
      const neighbour = this.people[between(this.random, 0, this.people.length - 1)]
      const first = between(this.random, 0, this.points.length - 1)
      const two = [first, (first + 1) % this.points.length].flatMap(at => this.points[at] ?? [])
      if (!neighbour || two.length < 2) return
      const both = async (act: Act) =>
        Promise.all(two.map(point => point.ask({ do: 'act', act, minutes: 1, number: step, neighbour })))
      for (const answer of await both('look-up')) this.hear(answer)
      const answers = await both('rename')
      for (const answer of answers) this.hear(answer)
      if (answers.some(answer => answer.kind !== 'saved' || answer.renamed.length === 0)) continue
      this.quarrels += 1
      return
    }
  }

  async killAll(): Promise<void> {
    await Promise.all([...this.points.map(point => point.kill()), this.server?.kill()])
  }

  private async act(point: Point, at: number, step: number): Promise<void> {
    const { killEvery = 40, actsPerHour = 6 } = this.options
    const act = acts[between(this.random, 0, acts.length - 1)] ?? 'quiet'
    const number = step + at
    const isKilled = this.random() < 1 / killEvery
    this.deeds += 1
    const neighbour = this.people[between(this.random, 0, Math.max(0, this.people.length - 1))] ?? null
    const asked = point.ask({ do: 'act', act, minutes: 60 / actsPerHour, number, neighbour })
    if (!isKilled) return this.hear(await asked)
    const delayMs = between(this.random, 0, 60)
    // Killed over its work: what it had not answered for may be there or not.
    const cut = asked.then(
      answer => this.hear(answer),
      () => undefined,
    )
    await new Promise(resolve => setTimeout(resolve, delayMs))
    await point.kill()
    await cut
    this.kills.points += 1
    await point.start()
  }

  private hear(answer: PointAnswer): void {
    if (answer.kind === 'failed') throw new Error(answer.message)
    if (answer.kind !== 'saved') return
    this.acknowledged.push(...answer.doses)
    this.people.push(...answer.people)
    for (const personId of answer.renamed) {
      const name = this.people.find(each => each.personId === personId)?.name
      if (name !== undefined) this.renamed.set(personId, name)
    }
  }

  private async startServer(): Promise<string> {
    const settings: ServerSettings = {
      file: join(this.folder, 'province.log'),
      port: this.port,
      codes: this.codes,
      seed: this.options.seed * 1000 + this.kills.servers,
      share: this.options.share ?? 0.3,
    }
    this.server = new Child<ServerOrder, ServerAnswer>(join(this.scripts, 'server.mjs'), settings)
    const ready = await this.server.start()
    return ready.kind === 'ready' ? ready.base : ''
  }

  private async killServer(): Promise<void> {
    await this.dump()
    await this.server?.kill()
    this.kills.servers += 1
    await this.startServer()
  }

  private async dump() {
    const answer = await this.server?.ask({ do: 'dump' })
    if (answer?.kind !== 'dump') throw new Error('the province did not say what it holds')
    add(this.faults, answer.faults)
    this.requests += answer.requests
    return answer.held
  }

  private say(line: string): void {
    this.options.say?.(line)
  }
}

function add(to: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count
}

/** A port that nobody listens on now; the server keeps it over its restarts. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
