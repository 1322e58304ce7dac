import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Where the safe's own key is kept: by the operating system for this user, or in a file only this user can read. */
export type KeptBy = 'system' | 'file'

/**
 * Locks secrets for this PC (AES-256-GCM). Its key comes from the main process, which alone reaches the operating
 * system's safe store.
 */
export function createSafe() {
  let key: { readonly bytes: Buffer; readonly keptBy: KeptBy } | null = null
  return {
    /** Takes the safe's key, 32 bytes in hexadecimal. */
    open(keyHex: string, keptBy: KeptBy): void {
      key = { bytes: Buffer.from(keyHex, 'hex'), keptBy }
    },
    /** Null before main has opened the safe. */
    keptBy: (): KeptBy | null => key?.keptBy ?? null,
    /** The secret, locked. Throws before the safe is open. */
    lock(secret: string): string {
      if (!key) throw new Error('the safe is not open')
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key.bytes, iv)
      const locked = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return [iv, cipher.getAuthTag(), locked].map(part => part.toString('base64url')).join('.')
    },
    /** The secret; null when it was locked on another PC or for another user, or changed. */
    unlock(locked: string): string | null {
      const [iv, tag, text] = locked.split('.').map(part => Buffer.from(part, 'base64url'))
      if (!key || !iv || !tag || !text) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, iv)
        decipher.setAuthTag(tag)
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

export type Safe = ReturnType<typeof createSafe>
