import { readFileSync } from 'node:fs'
import { readDelimited } from '../../../main/exchange/read-delimited'

const folder = new URL('../../fixtures/niis/', import.meta.url)

/** The extract that is imported. */
export const extractFile = new URL('extract-300.csv', folder).pathname

/** A child who is due on the day of the fixture, as the extract has it. */
export type Child = {
  readonly niisCode: string
  readonly name: string
  /** dd/mm/yyyy. */
  readonly born: string
  readonly mother: string
  readonly phone: string
  readonly nationalId: string
  /** Products to give today, sorted. */
  readonly vaccines: readonly string[]
}

type Expected = {
  readonly today: string
  readonly children: number
  readonly doses: number
  readonly due: readonly {
    readonly sourceCode: string
    readonly visits: readonly { readonly vaccines: readonly string[] }[]
  }[]
}

/** What whoever made the extract knows of it, worked out apart from our schedule. */
export const expected = JSON.parse(
  readFileSync(new URL('extract-300.expected.json', folder), 'utf8'),
) as Expected

/** The sixty of the morning, in the order of the extract. */
export function childrenDue(): readonly Child[] {
  const [header = [], ...rows] = readDelimited(readFileSync(extractFile)).rows
  const place = (name: string) => header.indexOf(name)
  const byCode = new Map(rows.map(row => [row[place('MA_DOI_TUONG')], row]))
  return expected.due.map(({ sourceCode, visits }) => {
    const row = byCode.get(sourceCode)
    const cell = (name: string) => String(row?.[place(name)] ?? '')
    return {
      niisCode: sourceCode,
      name: cell('HO_TEN').normalize('NFC'),
      born: cell('NGAY_SINH'),
      mother: cell('TEN_ME').normalize('NFC'),
      phone: cell('DIEN_THOAI'),
      nationalId: cell('MA_DINH_DANH'),
      vaccines: visits.flatMap(visit => visit.vaccines).toSorted(),
    }
  })
}
