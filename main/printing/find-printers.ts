import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** The port on which printers of a network listen for raw bytes. */
export const rawPort = 9100

/** How long one address is waited for, and how many are asked at once. */
export type ScanPace = { readonly limitMs: number; readonly atOnce: number }

/** 254 addresses in about two seconds; a printer in the same room answers within some milliseconds. */
export const usualPace: ScanPace = { limitMs: 400, atOnce: 64 }

/**
 * The addresses beside this PC's own: of each IPv4 network it stands in, the 254 around its own address. Larger networks
 * are not searched through: what is not near is not the printer on the desk.
 */
export function addressesNearby(
  interfaces: NodeJS.Dict<readonly NetworkInterfaceInfo[]> = networkInterfaces(),
): readonly string[] {
  const own = Object.values(interfaces)
    .flatMap(list => list ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !isLinkLocal(address))
    .map(({ address }) => address)
  const near = own.flatMap(address => {
    const head = address.split('.').slice(0, 3).join('.')
    return Array.from({ length: 254 }, (_, index) => `${head}.${index + 1}`)
  })
  return [...new Set(near)].filter(address => !own.includes(address))
}

/**
 * Which of these addresses take a connection on the port. Nothing is sent: a page printer would print what it is asked.
 * Only ever done when somebody asks for it.
 */
export async function scanForPrinters(
  addresses: readonly string[],
  port = rawPort,
  pace: ScanPace = usualPace,
): Promise<readonly string[]> {
  const waiting = [...addresses]
  const found: string[] = []
  async function work(): Promise<void> {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift())
      if (await listens(host, port, pace.limitMs)) found.push(host)
  }
  await Promise.all(Array.from({ length: pace.atOnce }, work))
  return addresses.filter(address => found.includes(address))
}

/** Printers on a cable that Linux shows as files; there are none on Windows. */
export async function listPrinterDevices(folder = '/dev/usb'): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => /^lp\d+$/u.test(name))
    .toSorted()
    .map(name => `${folder}/${name}`)
}

function listens(host: string, port: number, limitMs: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: limitMs })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

const isLinkLocal = (address: string): boolean => address.startsWith('169.254.')
