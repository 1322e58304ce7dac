import { existsSync, readFileSync } from 'node:fs'
import { command, say } from './shared.mjs'

/**
 * Debian packages: what Electron links to, a display for the tests, a font for menus, `pdftotext`, a reader of printed
 * names, a print system, and a compiler for the power-cut test and the SQLite fallback. Where a name changed between releases, either will do.
 */
const needed = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libdrm2'],
  ['libcups2', 'libcups2t64'],
  ['libatspi2.0-0', 'libatspi2.0-0t64'],
  ['libxss1'],
  ['libxtst6'],
  ['xvfb'],
  ['xauth'],
  ['fonts-dejavu-core'],
  ['poppler-utils'],
  ['tesseract-ocr'],
  ['tesseract-ocr-vie'],
  ['cups'],
  ['g++'],
  ['make'],
  ['python3'],
]

/** Installs missing Debian packages when it may, otherwise says the one command that does. */
export async function installSystemLibraries() {
  if (process.platform !== 'linux' || !isDebian()) return
  const missing = await missingPackages()
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    const names = await Promise.all(missing.map(firstKnown))
    say(
      `missing system packages; please run:  sudo apt-get install --no-install-recommends ${names.join(' ')}`,
    )
    return
  }
  say(`installing system packages: ${missing.map(names => names[0]).join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await command('apt-get', ['update', '-q'], { env })
  const chosen = await Promise.all(missing.map(firstKnown))
  await command('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...chosen], { env })
}

async function missingPackages() {
  const status = new Set((await installedPackages()).split('\n'))
  const isThere = name => status.has(`${name} installed`)
  return needed.filter(names => !names.some(isThere))
}

/** `dpkg-query` ends with 1 when it does not know one of the names, so the failure is part of the answer. */
async function installedPackages() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills these in, not JavaScript.
  const args = ['-W', '-f=${Package} ${db:Status-Status}\\n', ...needed.flat()]
  return command('sh', ['-c', 'dpkg-query "$@" 2>/dev/null || true', 'sh', ...args])
}

/** The first of the alternative names that this release has as a real package. */
async function firstKnown(names) {
  for (const name of names) {
    const policy = await command('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(policy)) return name
  }
  return names[0]
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}
