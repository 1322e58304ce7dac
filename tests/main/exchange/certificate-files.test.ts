import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { createCertificateDesk } from '../../../main/exchange/certificate-desk'
import { findCodes } from '../../../main/exchange/find-codes'
import { certify, listFile } from '../../../main/security/province-office'
import {
  chooseKeyList,
  readCertificateImage,
  saveKeyRequest,
  saveVerifier,
} from '../../../src/contract/certificate-calls'
import { keyListIn } from '../../../src/domain/certificate/key-list'
import { makeReadyToSign, openProvince, yearEnd } from '../../helpers/province'
import { tempFolder } from '../db/test-files'
import { childWithDoses, signedAt } from '../services/certificate-setting'
import { openReadyPoint } from '../services/ready-point'

const readerFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
const reader = new Uint8Array(readFileSync(readerFile)).buffer
const resources = new URL('../../../resources', import.meta.url).pathname

/** The desk at a point, with somebody who chooses this file and saves in that folder. */
function openDesk(chosen: string | null) {
  const point = openReadyPoint()
  const folder = tempFolder()
  const desk = createCertificateDesk({
    ask: async (call, payload) => point.call(call, payload),
    showOpenDialog: async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }),
    showSaveDialog: async ({ defaultPath }) => ({
      canceled: false,
      filePath: path.join(folder, defaultPath),
    }),
    readCodes: picture => findCodes(picture, reader),
    resourcesFolder: () => resources,
  })
  const ask = async (name: string) => desk.get(name)?.()
  return { point, folder, ask }
}

const fileWith = (name: string, content: string | Uint8Array) => {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  return file
}
const refusal = (code: string) => ({ ok: false, error: { code } })

describe('files of certificates', () => {
  test('a request is saved that the province can certify; the file that comes back can be looked at', async () => {
    const { point, folder, ask } = openDesk(null)
    expect(await ask(saveKeyRequest.name)).toMatchObject(refusal('certificate.no-key'))
    makeReadyToSign(point)
    expect(await ask(saveKeyRequest.name)).toMatchObject({ ok: true })
    const [saved = ''] = readdirSync(folder)
    const request = readFileSync(path.join(folder, saved), 'utf8')
    const office = certify(openProvince(), request, { at: point.ports.clock(), until: yearEnd })
    const looked = openDesk(fileWith('khoa.json', listFile(office)))
    expect(await looked.ask(chooseKeyList.name)).toMatchObject({
      ok: true,
      value: {
        trust: 'first',
        newlyCertified: [{ pointName: 'Trạm Y tế Phường Đông Sơn' }],
        certifiesThisStation: false,
      },
    })
    expect(() => certify(office, request, { at: point.ports.clock(), until: yearEnd })).toThrow(
      'in the list already',
    )
    const forged = request.replace('"signed": "ey', '"signed": "eyX')
    expect(() => certify(openProvince(), forged, { at: point.ports.clock(), until: yearEnd })).toThrow(
      'this is no request',
    )
  })

  test('a picture gives the codes in it; without a code or as no picture it is refused', async () => {
    const point = openReadyPoint()
    makeReadyToSign(point)
    const { shc } = signedAt(point, childWithDoses(point))
    const options = { errorCorrectionLevel: 'L', scale: 3 } as const
    const picture = await QRCode.toBuffer(shc[0] ?? '', options)
    expect(await openDesk(fileWith('anh.png', picture)).ask(readCertificateImage.name)).toEqual({
      ok: true,
      value: { texts: shc },
    })
    const blank = await QRCode.toBuffer('1', { ...options, color: { dark: '#ffffff' } })
    expect(await openDesk(fileWith('trang.png', blank)).ask(readCertificateImage.name)).toMatchObject(
      refusal('certificate.no-code-in-image'),
    )
    expect(
      await openDesk(fileWith('anh.png', 'không phải ảnh')).ask(readCertificateImage.name),
    ).toMatchObject(refusal('certificate.image-unreadable'))
    expect(await openDesk(null).ask(readCertificateImage.name)).toMatchObject(
      refusal('certificate.cancelled'),
    )
  })

  test('the verifier page is saved with the keys known here in it', async () => {
    const { point, folder, ask } = openDesk(null)
    const office = makeReadyToSign(point)
    expect(await ask(saveVerifier.name)).toMatchObject({ ok: true })
    const page = readFileSync(path.join(folder, 'kiem-tra-giay-tiem-chung.html'), 'utf8')
    const json = /id="keys">(.*?)<\/script>/su.exec(page)?.[1] ?? ''
    const [embedded] = JSON.parse(json) as string[]
    expect(keyListIn(embedded ?? '')).toEqual(office.list)
  })
})
