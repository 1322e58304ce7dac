import { readFileSync } from 'node:fs'
import { readScanLayouts } from '../../../../src/contract/scan-file'
import type { ScanArrival } from '../../../../src/domain/scan/scan-types'

/** The layouts that ship. */
export const layouts = readScanLayouts(
  JSON.parse(readFileSync(new URL('../../../../resources/scan/layouts.json', import.meta.url), 'utf8')),
)

/** A scan whose letters and keys say the same. */
export function clean(text: string): ScanArrival {
  return { text, physical: null, touched: false }
}

/** An invented card as its QR has it. */
export const qr = '038197012345|173456789|TRẦN THỊ PHƯỢNG|02091997|Nữ|Thôn 4, Đông Sơn, Thanh Hóa|15062022'
/** The same of a man, with further fields of the newer generation. */
export const newQr =
  '038097012345||LÊ VĂN BẢY|02/09/1997|Nam|Tổ 5, Thanh Hóa|15/06/2025||LÊ VĂN SÁU|TRẦN THỊ TƯ|'

export const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex').toUpperCase()
/** An invented insurance card's QR: code, name, birth date, sex, address, and fields nobody needs. */
export const healthQr = `TE1383823456789|${hex('Lò Thị Ước')}|20/03/2025|2|${hex('Bản Pá, Mường Lát, Thanh Hóa')}|38 - 001|01/04/2025|-|02/04/2025|38${'0'.repeat(8)}|-|4|01/04/2030|1a2b-7102|4|${hex('Lò Thị Mơ')}|$`
