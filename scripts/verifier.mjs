/**
 * Builds the page that verifies certificates from a USB stick: one HTML file with everything in it, from the same
 * sources as the application. `npm run verifier` writes it; a test compares.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { root } from './setup/shared.mjs'

const folder = join(root, 'renderer', 'verifier')
export const verifierFile = join(root, 'resources', 'verifier', 'verify.html')

/** The page as one text. */
export async function buildVerifier() {
  const [script, style] = [await bundle(), readFileSync(join(folder, 'style.css'), 'utf8')]
  const reader = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const packed = gzipSync(readFileSync(reader), { level: 9 }).toString('base64')
  const page = readFileSync(join(folder, 'verify.html'), 'utf8')
  return page
    .replace('/* style */', () => style)
    .replace('id="reader">', () => `id="reader">${packed}`)
    .replace('/* script */', () => script.replaceAll('</script', String.raw`<\/script`))
}

async function bundle() {
  const output = await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: { input: join(folder, 'main.ts'), output: { format: 'iife' } },
    },
  })
  const [first] = Array.isArray(output) ? output : [output]
  const chunks = first.output.filter(part => part.type === 'chunk')
  if (chunks.length !== 1) throw new Error('the verifier must be one script')
  return chunks[0].code
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const page = await buildVerifier()
  mkdirSync(join(root, 'resources', 'verifier'), { recursive: true })
  writeFileSync(verifierFile, page)
  console.error(`[verifier] ${verifierFile}: ${Math.round(page.length / 1024)} KB`)
}
