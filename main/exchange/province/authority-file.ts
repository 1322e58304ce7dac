import { X509Certificate } from 'node:crypto'
import { refused } from '../../../src/contract/answers'
import { chooseAuthority } from '../../../src/contract/authority-calls'
import type { Answer } from '../../../src/contract/call'
import { chooseFile } from '../choose-file'

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu

/** The certificates of a file, as text (PEM) or as bytes (DER); empty where there is none, or one of them is broken. */
export function authoritiesIn(bytes: Uint8Array): readonly X509Certificate[] {
  const texts = Buffer.from(bytes).toString('latin1').match(block)
  try {
    return texts ? texts.map(text => new X509Certificate(text)) : [new X509Certificate(bytes)]
  } catch {
    return []
  }
}

/** Lets somebody choose the file of a private authority: the window learns what it holds, and never a path. */
export function authorityFiles(showOpenDialog: Parameters<typeof chooseFile>[2]) {
  async function choose(): Promise<Answer<unknown>> {
    const file = await chooseFile('authority', 'link.certificate-unreadable', showOpenDialog)
    if (!file) return refused('link.nothing-chosen')
    const found = authoritiesIn(file.bytes)
    if (found.length === 0) return refused('link.certificate-unreadable')
    return {
      ok: true,
      value: {
        fileName: file.fileName,
        pem: found.map(each => each.toString()).join(''),
        authorities: found.map(each => ({
          name: nameOf(each),
          untilAt: new Date(each.validTo).toISOString(),
          fingerprint: each.fingerprint256,
        })),
      },
    }
  }
  return new Map<string, () => Promise<Answer<unknown>>>([[chooseAuthority.name, choose]])
}

function nameOf({ subject }: X509Certificate): string {
  const lines = subject.split('\n')
  const common = lines.find(line => line.startsWith('CN=')) ?? lines.at(-1) ?? ''
  return common.replace(/^[^=]+=/u, '')
}
