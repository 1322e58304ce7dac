import { describe, expect, test } from 'vitest'
import { ResultBox, remembering } from '../../../../main/exchange/province/result-box'
import type { Receipt, UploadResults } from '../../../../src/domain/upload/upload-results'

const receipt = (key: string, versionId = '1'): Receipt => ({
  key,
  serverId: `s-${key}`,
  versionId,
  storedAt: null,
})

/** A disk that is told when it has written. */
function setting() {
  const kept: UploadResults[] = []
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = []
  let nowMs = 0
  const box = new ResultBox({
    readKnown: key => (key === 'Patient/cũ' ? { serverId: 'cũ', versionId: '7' } : null),
    keep: results => {
      kept.push(results)
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    nowMs: () => nowMs,
    offsetMs: () => 0,
  })
  const later = () => {
    nowMs += 2_000
  }
  return { box, kept, waiting, later }
}

describe('what the upload finds out', () => {
  test('is known while it is being written and the upload goes on; one write after the other', async () => {
    const { box, kept, waiting, later } = setting()
    box.learn(receipt('Patient/a'))
    later()
    await box.flushWhenFull()
    expect(box.known('Patient/a')).toMatchObject({ serverId: 's-Patient/a' })
    box.learn(receipt('Patient/a', '2'))
    box.forget('Patient/cũ')
    expect(box.known('Patient/a')).toMatchObject({ versionId: '2' })
    expect(box.known('Patient/cũ')).toBeNull()
    const end = box.flush()
    await Promise.resolve()
    expect(kept).toHaveLength(1)
    waiting[0]?.resolve()
    await expect.poll(() => kept.length).toBe(2)
    waiting[1]?.resolve()
    await end
    expect(kept.map(({ known, forgotten }) => [known.map(({ versionId }) => versionId), forgotten])).toEqual([
      [['1'], []],
      [['2'], ['Patient/cũ']],
    ])
  })

  test('a write that failed is told to whoever flushes next, and nothing of what the server holds is lost', async () => {
    const { box, kept, waiting, later } = setting()
    box.learn(receipt('Patient/a'))
    later()
    await box.flushWhenFull()
    waiting[0]?.reject(new Error('đĩa đầy'))
    await expect(box.flush()).rejects.toThrow('đĩa đầy')
    expect(box.known('Patient/a')).toMatchObject({ versionId: '1' })
    expect(kept).toHaveLength(1)
  })

  test('remembering asks once, for what is not there as well', () => {
    const asked: string[] = []
    const known = remembering(key => {
      asked.push(key)
      return key === 'Patient/a' ? receipt(key) : null
    })
    expect([known('Patient/a'), known('Patient/a'), known('Patient/b'), known('Patient/b')]).toEqual([
      receipt('Patient/a'),
      receipt('Patient/a'),
      null,
      null,
    ])
    expect(asked).toEqual(['Patient/a', 'Patient/b'])
  })
})
