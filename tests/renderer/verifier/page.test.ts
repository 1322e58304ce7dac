import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { withKeyLists } from '../../../main/exchange/verifier-page'
import { listFile, officeFingerprint, revoke } from '../../../main/security/province-office'
import { answerInBrowser } from '../../../renderer/verifier/browser-crypto'
import { createShelf } from '../../../renderer/verifier/key-shelf'
import { compactNames, vaccineNames } from '../../../renderer/verifier/names'
import { buildVerifier, verifierFile } from '../../../scripts/verifier.mjs'
import { makeRevocations, revokeCard } from '../../../src/contract/card-revocation-calls'
import { verifyCertificate } from '../../../src/contract/certificate-calls'
import { runStepsLater } from '../../../src/domain/certificate/crypto-steps'
import { nameOfVaccine } from '../../../src/domain/certificate/vaccine-names'
import { verifyCard } from '../../../src/domain/certificate/verify-card'
import { makeReadyToSign, openProvince } from '../../helpers/province'
import { childWithDoses, signedAt } from '../../main/services/certificate-setting'
import { openReadyPoint } from '../../main/services/ready-point'

describe('the page that verifies from a USB stick', () => {
  test('in resources/verifier is what these sources build (npm run verifier)', async () => {
    expect((await buildVerifier()) === readFileSync(verifierFile, 'utf8')).toBe(true)
  })

  test('may reach nothing but itself, and takes keys in', () => {
    const page = readFileSync(verifierFile, 'utf8')
    expect(page).toContain("default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'")
    expect(page).not.toMatch(/<(?:script|link|img|iframe)[^>]*\s(?:src|href)=/u)
    const text = listFile(openProvince())
    const filled = withKeyLists(page, [text, '</script><b>'])
    const json = /<script type="application\/json" id="keys">(.*?)<\/script>/su.exec(filled)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual([text, '</script><b>'])
    expect(() => withKeyLists('<html>', [])).toThrow('no place for keys')
  })
})

describe('the browser’s crypto', () => {
  const point = openReadyPoint()
  const office = makeReadyToSign(point)
  const { shc, compact, kid } = signedAt(point, childWithDoses(point))
  const full = shc[0] ?? ''
  const changed = `${full.slice(0, 900)}${full[900] === '1' ? '2' : '1'}${full.slice(901)}`

  test.each([
    ['valid', full],
    ['valid', compact],
    ['altered', changed],
    ['not-a-card', 'xin chào'],
  ])('comes to the same as the application: %s', async (state, text) => {
    const shelf = createShelf()
    const opened = await shelf.open(listFile(office))
    if (!opened.ok) throw new Error(opened.code)
    expect(opened).toMatchObject({ trust: 'first', fingerprint: officeFingerprint(office) })
    shelf.believe(opened.list)
    const steps = verifyCard(text, shelf.ring(), compactNames, point.ports.clock())
    const here = await runStepsLater(steps, answerInBrowser)
    const there = point.done(verifyCertificate, { text })
    expect(here.state).toBe(state)
    if (here.state === 'not-a-card' || there.state === 'not-a-card') return
    const named = here.content?.doses.map(dose => ({
      ...dose,
      name: nameOfVaccine(vaccineNames, dose.vaccine),
    }))
    expect({ ...here, content: here.content && { ...here.content, doses: named } }).toEqual(there)
  })

  test('knows no issuer without keys, and a revoked key with the newer file', async () => {
    const shelf = createShelf()
    const verdict = () =>
      runStepsLater(verifyCard(full, shelf.ring(), compactNames, point.ports.clock()), answerInBrowser)
    expect((await verdict()).state).toBe('unknown-issuer')
    const revoked = await shelf.open(listFile(revoke(office, kid, point.ports.clock(), 'lost')))
    if (!revoked.ok) throw new Error(revoked.code)
    shelf.believe(revoked.list)
    expect((await verdict()).state).toBe('revoked')
    expect(await shelf.open(listFile(office))).toEqual({ ok: false, code: 'key-list.older' })
  })

  test('refuses the card that a file of its point takes back, and no other', async () => {
    const shelf = createShelf()
    const opened = await shelf.open(listFile(office))
    if (!opened.ok) throw new Error(opened.code)
    shelf.believe(opened.list)
    const stateOf = async (text: string) => {
      const steps = verifyCard(text, shelf.ring(), compactNames, point.ports.clock(), shelf.statements())
      return (await runStepsLater(steps, answerInBrowser)).state
    }
    point.done(revokeCard, { text: full, why: 'misused', note: null })
    expect([await stateOf(full), await stateOf(compact)]).toEqual(['valid', 'valid'])
    expect(shelf.takeBack(listFile(office))).toBe(false)
    const file = new TextDecoder().decode(point.done(makeRevocations, {}).bytes)
    expect(shelf.takeBack(file)).toBe(true)
    expect([await stateOf(full), await stateOf(compact)]).toEqual(['revoked-card', 'valid'])
  })
})
