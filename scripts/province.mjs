/** `npm run province`: the small FHIR server of the tests, to try the province link on one PC. */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './setup/shared.mjs'

const file = join(root, 'tests', 'helpers', 'province-server', 'main.ts')
const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' })
await module.main(process.argv.slice(2))
