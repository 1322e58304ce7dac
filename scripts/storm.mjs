/** `npm run -s storm`: five points and their province in bad weather. */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from './setup/shared.mjs'

const file = join(root, 'tests', 'helpers', 'link-storm', 'main.ts')
const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' })
process.exit(await module.main(process.argv.slice(2)))
