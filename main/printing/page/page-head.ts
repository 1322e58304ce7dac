import type { DocumentPoint } from '../../../src/domain/document/facts'
import { codeOnPaper } from '../../../src/domain/document/words'
import { code128Svg } from './barcode-svg'
import { html, type Markup } from './markup'

/**
 * The head of a page: the point at the left; at the right the name of the state on official papers, and what is scanned.
 * The name of the state stands where Nghị định 30/2020/NĐ-CP puts it on administrative papers.
 */
export function pageHead(
  point: DocumentPoint,
  right: {
    readonly isOfficial?: boolean
    readonly isBilingual?: boolean
    /** A bar code, or a number of the paper. */
    readonly below?: Markup | null
    /** Lines under the point's. */
    readonly underPoint?: Markup | null
    readonly phone?: Markup
  } = {},
): Markup {
  const { isOfficial = false, isBilingual = false, below = null, underPoint = null } = right
  const phone = right.phone ?? html`Điện thoại`
  return html`<div class="head"><div class="point"><p><b>${point.name}</b></p><p>${point.address}</p>
${point.phone && html`<p>${phone}: ${point.phone}</p>`}${underPoint}</div>
<div class="right">${isOfficial ? state(isBilingual) : null}${below}</div></div>`
}

function state(isBilingual: boolean): Markup {
  const english = html`<p class="en">Socialist Republic of Viet Nam</p><p class="en">Independence – Freedom – Happiness</p>`
  return html`<div class="state"><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p><span>Độc lập – Tự do – Hạnh phúc</span></p>${isBilingual ? english : null}</div>`
}

/** The code of a person as bars, with its digits. */
export function personBars(code: string): Markup {
  return html`<div class="code">${code128Svg(code)}<span>${codeOnPaper(code)}</span></div>`
}
