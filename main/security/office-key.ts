import { createPrivateKey } from 'node:crypto'
import { OfficeProblem } from './province-office'

/** The province's private key as an encrypted PKCS #8 PEM. */
export function lockOfficeKey(privateKey: string, passphrase: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
  return key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString()
}

/** The key again. Throws OfficeProblem for another passphrase. */
export function unlockOfficeKey(locked: string, passphrase: string): string {
  try {
    const key = createPrivateKey({ key: locked, format: 'pem', passphrase })
    return key.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  } catch {
    throw new OfficeProblem('the passphrase does not open this office')
  }
}
