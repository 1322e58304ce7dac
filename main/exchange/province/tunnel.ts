import { request } from 'node:http'
import type { Socket } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'

/** What a proxy wants to know of who asks; nothing when its address names nobody. */
export function proxyHeader(proxy: string): Record<string, string> {
  const { username, password } = new URL(proxy)
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Why a proxy lets nobody through. */
export class ProxyRefusal extends Error {}

/** A connection to the server through the proxy, sealed from end to end: the proxy reads nothing of it. */
export async function openTunnel(
  proxy: string,
  to: URL,
  trust: Pick<ConnectionOptions, 'ca'>,
  idleMs: number,
): Promise<{ readonly createConnection: () => TLSSocket }> {
  const socket = await dial(proxy, `${to.hostname}:${to.port || '443'}`, idleMs)
  const sealed = connect({ socket, servername: to.hostname, ...trust })
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
    asking.setTimeout(idleMs, () => asking.destroy(new ProxyRefusal('timeout')))
    asking.once('error', reject)
    asking.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) resolve(socket as Socket)
      else {
        socket.destroy()
        reject(new ProxyRefusal(String(answer.statusCode)))
      }
    })
    asking.end()
  })
}
