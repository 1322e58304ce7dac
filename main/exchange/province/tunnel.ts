import { request } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'

/** What a proxy wants to know of who asks; nothing when its address names nobody. */
export function proxyHeader(proxy: string): Record<string, string> {
  const { username, password } = new URL(proxy)
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Why there is no way through a proxy: it cannot be reached, does not let us through, or reaches nobody itself. */
export class ProxyTrouble extends Error {
  constructor(
    readonly why: 'unreachable' | 'refused' | 'no-way-on',
    cause?: unknown,
  ) {
    super(why, { cause })
  }
}

/** A connection to the server through the proxy, sealed from end to end: the proxy reads nothing of it. */
export async function openTunnel(
  proxy: string,
  to: URL,
  trust: Pick<ConnectionOptions, 'ca'>,
  idleMs: number,
): Promise<{ readonly createConnection: () => TLSSocket }> {
  const socket = await dial(proxy, `${to.hostname}:${to.port || '443'}`, idleMs)
  // A name inside the greeting may be no number; the certificate is held against the address in either case.
  const name = isIP(to.hostname) === 0 ? { servername: to.hostname } : {}
  const sealed = connect({ socket, host: to.hostname, ...name, ...trust })
  await new Promise<void>((resolve, reject) => {
    sealed.once('secureConnect', resolve)
    sealed.once('error', reject)
  })
  return { createConnection: () => sealed }
}

function dial(proxy: string, target: string, idleMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(proxy), {
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyHeader(proxy) },
    })
    asking.setTimeout(idleMs, () => asking.destroy(new ProxyTrouble('unreachable')))
    asking.once('error', error =>
      reject(error instanceof ProxyTrouble ? error : new ProxyTrouble('unreachable', error)),
    )
    // Something that is no proxy answers as a server of pages does.
    asking.once('response', answer => {
      answer.destroy()
      reject(new ProxyTrouble((answer.statusCode ?? 0) >= 500 ? 'no-way-on' : 'refused'))
    })
    asking.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) resolve(socket as Socket)
      else {
        socket.destroy()
        reject(new ProxyTrouble((answer.statusCode ?? 0) >= 500 ? 'no-way-on' : 'refused'))
      }
    })
    asking.end()
  })
}
