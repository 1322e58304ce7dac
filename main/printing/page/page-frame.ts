import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import type { Marks } from '../../../src/domain/document/marks'
import type { PrinterSettings } from '../../../src/domain/document/printer'
import { dayOnPaper, practiceMark } from '../../../src/domain/document/words'
import { html, Markup } from './markup'
import { type Paper, pageStyle } from './page-style'

/**
 * How a page is laid out. `fontBase` is a URL that ends in a slash; fonts are found under it. `offsetMm` moves the whole page
 * to the right and down for a printer that draws its paper in askew; a PDF and a preview have none.
 */
export type PageOptions = {
  readonly paper: Paper
  readonly fontBase: string
  readonly offsetMm?: PrinterSettings['offsetMm']
  /** The wide side across: for tables with many columns. */
  readonly isLandscape?: boolean
  /** What stands at the foot of every page, beside its number. */
  readonly foot?: string
}

/** A whole HTML file: no script and no network, whatever a name contains; the style and the fonts are ours. */
export function page(title: string, body: Markup, options: PageOptions): string {
  const { paper, fontBase, offsetMm, isLandscape = false, foot = null } = options
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src https: file:"
  return html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>${foot && html`<meta name="foot" content="${foot}">`}<style>${new Markup(pageStyle(paper, fontBase, offsetMm, { isLandscape, foot }))}</style></head>
<body>${body}</body></html>`.text
}

/** The mark of practice mode at the head of a page; null on a real one. */
export function practiceLine({ practice }: Marks): Markup | null {
  return practice ? html`<p class="marks practice">${practiceMark.vi}</p>` : null
}

/** Which reprint this is; null on the original. */
export function reprintLine({ reprint }: Marks): Markup | null {
  return (
    reprint &&
    html`<p class="marks reprint">BẢN IN LẠI ${reprint.number} · ${dayOnPaper(vietnamDayOf(reprint.at))}</p>`
  )
}

/** The mark of practice mode across the page; null on a real one. */
export function watermark({ practice }: Marks): Markup | null {
  return practice ? html`<div class="watermark"><span>${practiceMark.vi}</span></div>` : null
}
