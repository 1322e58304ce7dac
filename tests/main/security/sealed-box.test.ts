import { createPrivateKey } from 'node:crypto'
import { compactDecrypt } from 'jose'
import { expect, test } from 'vitest'
import { sealedBox } from '../../../main/security/sealed-box'
import { signing } from '../../../main/security/signing'

const keyOf = (privateKey: string) =>
  createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' })
const words = 'Bé Thử Ánh Ngọc, 15/09/2026\n'.repeat(200)

test('a box opens for its receiver, here and with a library that is not ours', async () => {
  const { jwk, privateKey } = signing.makeKey()
  const box = sealedBox.lock(words, jwk)
  expect(sealedBox.unlock(box, privateKey)).toBe(words)
  const { plaintext, protectedHeader } = await compactDecrypt(box, keyOf(privateKey))
  expect(new TextDecoder().decode(plaintext)).toBe(words)
  expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', zip: 'DEF' })
  expect(box.length).toBeLessThan(words.length / 4)
  // A key of its own for each box: the same words never look the same.
  expect(sealedBox.lock(words, jwk)).not.toBe(box)
})

test('a box opens for nobody else, and not when one sign of it was changed', () => {
  const { jwk, privateKey } = signing.makeKey()
  const box = sealedBox.lock(words, jwk)
  expect(sealedBox.unlock(box, signing.makeKey().privateKey)).toBeNull()
  for (let at = 0; at < box.length; at += 7) {
    const sign = box[at] === 'A' ? 'B' : 'A'
    const changed = box.slice(0, at) + sign + box.slice(at + 1)
    // The last sign of a part may carry bits that no byte holds.
    const isSame = (['.', undefined] as (string | undefined)[]).includes(box[at + 1])
    if (!isSame) expect(sealedBox.unlock(changed, privateKey)).toBeNull()
  }
  for (const odd of ['', '....', 'a.b.c', `${box}.x`, box.slice(0, -30)])
    expect(sealedBox.unlock(odd, privateKey)).toBeNull()
})
