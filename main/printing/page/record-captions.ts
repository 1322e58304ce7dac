import type { RecordDose } from '../../../src/domain/document/vaccination-record'
import type { Caption } from '../../../src/domain/document/words'
import { html, type Markup } from './markup'
import type { Paper } from './page-style'

/** One column of the table of doses. */
export type Column = {
  readonly caption: Caption
  readonly widthPercent: number
  readonly className: string
  readonly show: (dose: RecordDose, bilingual: boolean) => Markup
}

const order = { vi: 'STT', en: 'No.' }
const vaccine = { vi: 'Vắc xin / phòng bệnh', en: 'Vaccine / disease' }
const number = { vi: 'Mũi', en: 'Dose' }
const givenOn = { vi: 'Ngày tiêm', en: 'Date' }
const lot = { vi: 'Lô / hạn dùng', en: 'Lot / expiry' }
const place = { vi: 'Nơi tiêm', en: 'Place' }
const givenBy = { vi: 'Người tiêm', en: 'Given by' }
const reaction = { vi: 'Phản ứng', en: 'Reaction' }
const nextOn = { vi: 'Hẹn tiếp', en: 'Next' }

const wide: readonly Column[] = [
  { caption: order, widthPercent: 4.5, className: 'mid', show: dose => html`${dose.order}` },
  { caption: vaccine, widthPercent: 24, className: '', show: vaccineCell },
  { caption: number, widthPercent: 5, className: 'mid', show: dose => html`<b>${dose.number}</b>` },
  { caption: givenOn, widthPercent: 11, className: 'day', show: givenCell },
  { caption: lot, widthPercent: 12, className: '', show: lotCell },
  { caption: place, widthPercent: 12, className: '', show: dose => html`${dose.place}` },
  { caption: givenBy, widthPercent: 12.5, className: '', show: dose => html`${dose.givenBy}` },
  { caption: reaction, widthPercent: 9, className: '', show: dose => html`${dose.reaction}` },
  { caption: nextOn, widthPercent: 10, className: 'day', show: dose => html`${dose.nextOn}` },
]

/** On A5 two facts share a column where one belongs to the other; every fact is still there. */
const narrow: readonly Column[] = [
  { caption: order, widthPercent: 5, className: 'mid', show: dose => html`${dose.order}` },
  { caption: vaccine, widthPercent: 27, className: '', show: vaccineCell },
  { caption: number, widthPercent: 6, className: 'mid', show: dose => html`<b>${dose.number}</b>` },
  { caption: givenOn, widthPercent: 13, className: 'day', show: givenCell },
  { caption: lot, widthPercent: 14, className: '', show: lotCell },
  {
    caption: { vi: 'Nơi tiêm / người tiêm', en: 'Place / given by' },
    widthPercent: 20,
    className: '',
    show: dose => html`${dose.place}${small(dose.givenBy)}`,
  },
  {
    caption: { vi: 'Phản ứng / hẹn tiếp', en: 'Reaction / next' },
    widthPercent: 15,
    className: '',
    show: dose => html`${dose.reaction}${small(dose.nextOn === '' ? '' : `Hẹn ${dose.nextOn}`)}`,
  },
]

/** The columns of a paper; their widths add up to 100 %. */
export function columnsOf(paper: Paper): readonly Column[] {
  return paper === 'A4' ? wide : narrow
}

/** The name large, below it the product and what it protects against, so that a row takes two lines. */
export function vaccineCell(dose: RecordDose, bilingual: boolean): Markup {
  const trade = dose.tradeName === dose.vaccine ? null : dose.tradeName
  const diseases = [dose.diseases, bilingual ? dose.diseasesEn : null]
    .filter(part => part !== null)
    .join(' / ')
  return html`<b>${dose.vaccine}</b>${small([trade ?? '', diseases].filter(part => part !== '').join(' · '))}`
}

function givenCell(dose: RecordDose): Markup {
  return html`<b>${dose.givenOn}</b>${dose.historical ? '*' : ''}`
}

function lotCell(dose: RecordDose): Markup {
  return html`${dose.lot}${small(dose.expires === '' ? '' : `HD ${dose.expires}`)}`
}

/** A second line below the first of a cell; nothing where there is none. */
export function small(text: string): Markup | null {
  return text === '' ? null : html`<small>${text}</small>`
}
