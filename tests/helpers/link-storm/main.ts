import { parseArgs } from 'node:util'
import { runStorm } from './storm'

/**
 * `npm run -s storm -- --points 5 --hours 24 --seed N`: prints counts, and ends with 1 when anything at all was lost, is
 * there twice, or was refused without a reason.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      points: { type: 'string', default: '5' },
      hours: { type: 'string', default: '24' },
      seed: { type: 'string', default: '1' },
    },
  })
  const [points, hours, seed] = [Number(values.points), Number(values.hours), Number(values.seed)]
  if (![points, hours, seed].every(each => Number.isInteger(each) && each > 0)) {
    console.error('npm run -s storm -- --points 5 --hours 24 --seed N')
    return 2
  }
  const begun = Date.now()
  const { wrong, ...counts } = await runStorm({ points, hours, seed, say: line => console.error(line) })
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(JSON.stringify({ points, hours, seed, seconds, ...counts, wrong: wrong.length }, null, 2))
  for (const line of wrong.slice(0, 50)) console.log(`✘ ${line}`)
  console.log(wrong.length === 0 ? '✔ OK' : '✘ failed')
  return wrong.length === 0 ? 0 : 1
}
