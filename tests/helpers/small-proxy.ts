import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** A proxy that carries sealed lines (CONNECT), for who names himself rightly where it asks for that. */
export async function openProxy(user: string | null = null) {
  const tunnels: string[] = []
  const open = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  const wanted = user === null ? undefined : `Basic ${Buffer.from(user).toString('base64')}`
  server.on('connect', (request, socket: Socket, head) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\n\r\n')
      return
    }
    const [host = '', port] = (request.url ?? '').split(':')
    tunnels.push(request.url ?? '')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    open.add(onward)
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'))
    socket.on('close', () => onward.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    /** Where it was asked to go. */
    tunnels: () => tunnels,
    async close(): Promise<void> {
      for (const socket of open) socket.destroy()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
