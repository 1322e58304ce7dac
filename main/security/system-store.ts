import { safeStorage } from 'electron'
import type { SystemStore } from './safe-key'

/** Electron's. On Linux without a key ring it would lock with a password that is in its source: that counts as none. */
export const systemStore: SystemStore = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  lock: text => safeStorage.encryptString(text),
  unlock: bytes => safeStorage.decryptString(bytes),
}
