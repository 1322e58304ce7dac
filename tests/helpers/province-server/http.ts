import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'

/** An answer before it is on the line. */
export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type?: string
  readonly body: string
}

const fhirJson = 'application/fhir+json; charset=utf-8'

/** Reads a body to its end, unpacked where it came packed. Throws where it is not what it says. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const bytes = Buffer.concat(parts)
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Sends an answer, packed where the other side takes it; `half` breaks off in the middle. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  nowMs: number,
  half = false,
): void {
  const isPacked =
    /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? '')) && answer.body.length > 1000
  const plain = Buffer.from(answer.body, 'utf8')
  const bytes = isPacked ? gzipSync(plain) : plain
  response.writeHead(answer.status, {
    'content-type': answer.type ?? fhirJson,
    'content-length': String(bytes.length),
    date: new Date(nowMs).toUTCString(),
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
  })
  if (!half) return void response.end(bytes)
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => request.socket.destroy())
}

/** An answer of JSON. */
export function json(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Answer {
  return { status, body: JSON.stringify(body), ...(headers ? { headers } : {}) }
}

/** An answer that says what is wrong. */
export function complaint(
  status: number,
  code: string,
  text: string,
  headers?: Readonly<Record<string, string>>,
): Answer {
  return json(
    status,
    { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, details: { text } }] },
    headers,
  )
}
