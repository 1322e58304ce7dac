import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A print system of the test's own: nothing of it touches the printers of this PC. */
export type PrintSystem = {
  /** What a program needs in its environment to print here. */
  readonly env: Readonly<Record<string, string>>
  readonly addQueue: (name: string, port: number) => void
  /** Ends when the daemon has ended and its folder is gone. */
  readonly close: () => Promise<void>
}

/** CUPS starts only for root; other users have printers of their own to look at. */
export const canRunPrintSystem = process.getuid?.() === 0 && existsSync('/usr/sbin/cupsd')

const configuration = (socket: string) => `Listen ${socket}
LogLevel warn
DefaultAuthType None
WebInterface No
Browsing Off
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

/** Starts a CUPS daemon on a socket in a temporary folder. Raw queues pass on exactly what Chromium spools. */
export async function startPrintSystem(): Promise<PrintSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-tiem-cups-'))
  chmodSync(folder, 0o711)
  const socket = join(folder, 'cups.sock')
  const folders = {
    ServerRoot: 'root',
    RequestRoot: 'spool',
    CacheDir: 'cache',
    StateDir: 'state',
    TempDir: 'tmp',
  }
  for (const name of Object.values(folders)) mkdirSync(join(folder, name))
  const places = Object.entries(folders).map(([key, name]) => `${key} ${join(folder, name)}`)
  const logs = ['AccessLog', 'ErrorLog', 'PageLog'].map(log => `${log} stderr`)
  writeFileSync(join(folder, 'cupsd.conf'), configuration(socket))
  writeFileSync(join(folder, 'cups-files.conf'), [...places, ...logs, 'SystemGroup root', ''].join('\n'))
  const daemon = spawn(
    '/usr/sbin/cupsd',
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { stdio: 'ignore' },
  )
  for (let attempt = 0; attempt < 100 && !existsSync(socket); attempt++) await sleep(50)
  if (!existsSync(socket)) throw new Error('cupsd did not start')
  const env = { CUPS_SERVER: socket }
  return {
    env,
    addQueue(name, port) {
      const device = `socket://127.0.0.1:${port}`
      execFileSync('/usr/sbin/lpadmin', ['-p', name, '-E', '-v', device, '-m', 'raw'], {
        env: { ...process.env, ...env },
        stdio: 'ignore',
      })
    },
    async close() {
      // The daemon writes its state while it ends: its folder can only go after it.
      const ended = daemon.exitCode === null && daemon.signalCode === null ? once(daemon, 'exit') : null
      daemon.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
