import { parseArgs } from 'node:util'
import { openProvinceServer } from './server'

/**
 * `npm run province -- [--port 8085] [--file FILE] [--code CODE …]`: the server until it is ended. Its first line is JSON
 * with the address, for programs that start it.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8085' },
      file: { type: 'string' },
      code: { type: 'string', multiple: true },
      'without-validation': { type: 'boolean', default: false },
    },
  })
  const server = await openProvinceServer({
    port: Number(values.port),
    validates: !values['without-validation'],
    ...(values.file === undefined ? {} : { file: values.file }),
    ...(values.code === undefined ? {} : { codes: values.code }),
  })
  process.stdout.write(`${JSON.stringify({ base: server.base, needsToken: values.code !== undefined })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)))
}
