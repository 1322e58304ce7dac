import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockOfficeKey, unlockOfficeKey } from '../../../main/security/office-key'
import { createSafe } from '../../../main/security/safe'
import { readSafeKey, type SystemStore } from '../../../main/security/safe-key'
import { signing } from '../../../main/security/signing'
import { tempFolder } from '../db/test-files'

/** What the operating system keeps for one user: another user's store cannot open it. */
function storeOf(user: string | null): SystemStore {
  return {
    isAvailable: () => user !== null,
    lock: text => Buffer.from(`${user}:${text}`),
    unlock(bytes) {
      const [owner, text = ''] = bytes.toString().split(':')
      if (owner !== user) throw new Error('locked by somebody else')
      return text
    },
  }
}
const quiet = () => undefined

describe('the safe', () => {
  test('opens what it locked, and nothing that another safe locked or somebody changed', () => {
    const [mine, other] = [createSafe(), createSafe()]
    expect(mine.keptBy()).toBeNull()
    expect(() => mine.lock('khoá riêng')).toThrow('not open')
    mine.open('11'.repeat(32), 'system')
    other.open('22'.repeat(32), 'system')
    const locked = mine.lock('khoá riêng')
    expect(mine.unlock(locked)).toBe('khoá riêng')
    expect(other.unlock(locked)).toBeNull()
    expect(mine.unlock(`${locked.slice(0, -2)}AA`)).toBeNull()
    expect(mine.unlock('')).toBeNull()
  })

  test('has its key kept by the operating system, and the same at every start', () => {
    const place = tempFolder()
    const first = readSafeKey(place, storeOf('an'), quiet)
    expect(first).toMatchObject({ keptBy: 'system' })
    expect(readSafeKey(place, storeOf('an'), quiet)).toEqual(first)
    expect(readFileSync(path.join(place, 'safe.json'), 'utf8')).not.toContain(first?.keyHex)
  })

  test('without a store has its key in a file of this user alone, and says so; a store that appears takes it', () => {
    const place = tempFolder()
    const first = readSafeKey(place, storeOf(null), quiet)
    expect(first).toMatchObject({ keptBy: 'file' })
    expect(statSync(path.join(place, 'safe.json')).mode & 0o077).toBe(0)
    expect(readSafeKey(place, storeOf('an'), quiet)).toEqual({ keyHex: first?.keyHex, keptBy: 'system' })
  })

  test('of another user is put aside, not overwritten', () => {
    const place = tempFolder()
    const first = readSafeKey(place, storeOf('an'), quiet)
    const second = readSafeKey(place, storeOf('binh'), quiet)
    expect(second?.keyHex).not.toBe(first?.keyHex)
    expect(readdirSync(place).filter(name => name.endsWith('.unreadable'))).toHaveLength(1)
  })

  test('stays closed where nothing can be written', () => {
    const lines: string[] = []
    expect(readSafeKey('/dev/null/nowhere', storeOf('an'), line => lines.push(line))).toBeNull()
    expect(lines).toHaveLength(1)
  })
})

test('the key of the province opens with its passphrase only', () => {
  const { privateKey } = signing.makeKey()
  const locked = lockOfficeKey(privateKey, 'mật khẩu rất dài')
  expect(unlockOfficeKey(locked, 'mật khẩu rất dài')).toBe(privateKey)
  expect(() => unlockOfficeKey(locked, 'mật khẩu khác')).toThrow('does not open')
  expect(locked).not.toContain(privateKey.slice(20, 60))
})
