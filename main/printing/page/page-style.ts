/** Sizes of paper a page can have; names, because Chromium takes inches in one call and microns in the other. */
export type Paper = 'A4' | 'A5'

/** The parts of the style that differ between papers. Margins live in CSS alone. */
const papers: Readonly<
  Record<
    Paper,
    {
      /** Top, right, bottom, left. */
      readonly marginMm: readonly [number, number, number, number]
      readonly base: string
      readonly title: string
      readonly room: string
      readonly bars: string
      /** Bar code and name of the state beside each other, or where a page is too narrow one above the other. */
      readonly right: 'flex' | 'grid'
    }
  >
> = {
  A4: { marginMm: [11, 10, 12, 10], base: '9pt', title: '15pt', room: '17mm', bars: '10mm', right: 'flex' },
  A5: { marginMm: [7, 8, 7.5, 8], base: '7.2pt', title: '11.5pt', room: '10mm', bars: '8mm', right: 'grid' },
}

/**
 * The style of every page, with our own fonts found under `fontBase` (a URL that ends in a slash). What is moved takes from one
 * margin and gives to the other, so that lines break where they broke before.
 */
export function pageStyle(
  paper: Paper,
  fontBase: string,
  offsetMm = { x: 0, y: 0 },
  sheet: { readonly isLandscape: boolean; readonly foot: string | null } = upright,
): string {
  const { marginMm, base, title, room, bars, right: beside } = papers[paper]
  const [top, right, bottom, left] = marginMm
  const moved = [top + offsetMm.y, right - offsetMm.x, bottom - offsetMm.y, left + offsetMm.x]
  const margin = moved.map(mm => `${mm}mm`).join(' ')
  return `
${fontFace(fontBase, 'Regular', 400)}
${fontFace(fontBase, 'SemiBold', 600)}
${fontFace(fontBase, 'Bold', 700)}
@page { size: ${paper} ${sheet.isLandscape ? 'landscape' : 'portrait'}; margin: ${margin}${footStyle(sheet.foot)} }
* { box-sizing: border-box }
html { font: 400 ${base}/1.38 'Diem Tiem'; color: #000; -webkit-print-color-adjust: exact; print-color-adjust: exact }
body, h1, p, dl, dd, ul { margin: 0; padding: 0 }
body { padding: 0 .3mm }
${identityStyle(title, bars)}
.right { display: ${beside} }
${tableStyle}
${closingStyle}
${sheet.foot === null ? '' : reportStyle}
.room { height: ${room} }
`
}

const upright = { isLandscape: false, foot: null }

/** Whether a page made here lies on its long side: whoever prints it has to know. */
export function isLandscape(html: string): boolean {
  return /<style>[^<]*@page \{ size: A\d landscape/u.test(html)
}

/** Page numbers, and what the page belongs to, in the margin at the foot. */
function footStyle(foot: string | null): string {
  if (foot === null) return ''
  const said = foot.replace(/["\\<>]/gu, ' ')
  const small = "font: 400 7pt 'Diem Tiem'; color: #333; vertical-align: top; padding-top: 1mm"
  return `;
  @bottom-left { content: "${said}"; ${small}; text-align: left; width: 80% }
  @bottom-right { content: "Trang " counter(page) "/" counter(pages); ${small}; text-align: right }
`
}

const reportStyle = `
.place { text-align: right; font-style: italic; margin-top: 1.5mm }
h1 { font-size: 13pt; margin-top: 2mm }
.title-en { letter-spacing: 0 }
.basis { margin: 1mm 0 2.5mm; font-size: 1em }
table.report { margin-bottom: 2.5mm }
table.report td { vertical-align: middle; padding: .5mm 1mm }
table.dense td, table.dense th { padding: .3mm .4mm }
td.amount { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
tr.group td { background: #f2f2f2; break-after: avoid }
tr.group { break-after: avoid }
.received { margin-top: 3mm; font-size: .92em }`

function fontFace(fontBase: string, file: string, weight: number): string {
  const source = `url('${fontBase}NotoSans-${file}.ttf')`
  return `@font-face { font-family: 'Diem Tiem'; font-weight: ${weight}; src: ${source} format('truetype') }`
}

function identityStyle(title: string, bars: string): string {
  return `
.en { font-weight: 400; color: #444 }
.head { display: flex; justify-content: space-between; align-items: flex-start; gap: 6mm }
.point b { font-size: 1.12em }
.right { flex: none; flex-direction: row-reverse; gap: 1.5mm 5mm; justify-items: center }
.state { text-align: center; font-weight: 700; line-height: 1.3; white-space: nowrap }
.state span { border-bottom: .25mm solid #000; padding-bottom: .3mm }
.state p:nth-child(3) { margin-top: .9mm }
.state .en { line-height: 1.2 }
.code { text-align: center }
.code svg { display: block; height: ${bars}; margin: 0 auto }
.code span { font-weight: 600; letter-spacing: .04em }
h1 { font-size: ${title}; font-weight: 700; text-align: center; line-height: 1.3; margin: 3mm 0 0; text-wrap: balance }
.title-en { text-align: center; letter-spacing: .06em }
.marks { text-align: center; font-weight: 700 }
.practice { background: #000; color: #fff; padding: .8mm 2mm; margin: 0 0 2.5mm }
.reprint { margin-top: 1mm }
.who { display: grid; grid-template-columns: 1.35fr 1fr; gap: .8mm 6mm; margin: 3.5mm 0 3.5mm; padding: 2mm 3mm;
  border: .35mm solid #000; border-radius: 1mm }
.who div { display: flex; flex-wrap: wrap; gap: 0 2mm; align-items: baseline; min-width: 0 }
.who .wide { grid-column: 1 / -1 }
.who dd { overflow-wrap: anywhere }
.who dt { flex: none; color: #333 }
.who dd { font-weight: 600 }
.who .name dd { font-size: 1.5em; font-weight: 700; line-height: 1.3 }`
}

const tableStyle = `
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .93em; line-height: 1.32 }
thead { display: table-header-group }
tfoot { display: table-footer-group }
tr { break-inside: avoid }
th, td { border: .2mm solid #666; padding: .7mm 1mm; vertical-align: top; text-align: left; overflow-wrap: anywhere }
th { font-weight: 600; background: #e9e9e9; vertical-align: middle; text-align: center; line-height: 1.22;
  overflow-wrap: normal; text-wrap: balance }
th .en { display: block; font-size: .88em }
td.mid { text-align: center }
td.day { text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums }
td b { font-weight: 600 }
td small { display: block; font-size: .92em; color: #333 }
tfoot td { border: 0; padding-top: 1.2mm; font-size: .95em; color: #333 }
.empty td { text-align: center; padding: 4mm; color: #333 }
table.checks td { padding: .45mm 1mm }
.checks small { display: inline; margin-left: 1mm; font-style: italic }
.box { display: inline-block; width: 1.2em; height: 1.2em; border: .25mm solid #000; text-align: center; line-height: 1em;
  font-weight: 700; font-size: 1.1em; vertical-align: -.2em; margin: .15mm 0 }
.basis { text-align: center; font-size: .88em; color: #333 }
.part { font-weight: 700; margin: 2mm 0 1mm; break-after: avoid }
.conclusion { display: grid; gap: .6mm; border: .25mm solid #666; border-radius: 1mm; padding: 1.4mm 3mm; margin-bottom: 2mm;
  break-inside: avoid }
.conclusion .basis { text-align: left }
.conclusion .under { margin-left: 6mm }
.to { margin-top: 3mm }
.dots { display: inline-block; min-width: 55mm; border-bottom: .25mm dotted #000; height: 1em }
.dots.short { min-width: 28mm }
.sign.one p, .sign p.en { font-weight: 400 }
.sign.one p:first-child { font-weight: 600 }`

const closingStyle = `
.below { break-inside: avoid; margin-top: 2.5mm }
.next { border: .5mm solid #000; border-radius: 1mm; padding: 1.6mm 3mm; margin-top: 2.5mm }
.next b { font-size: 1.18em }
.remarks { margin-top: 2mm }
.remarks li { margin-left: 5mm }
.end { break-inside: avoid }
.sign .by, .sign.one .by { font-weight: 600 }
.sign { display: grid; grid-template-columns: 1fr 1fr; text-align: center; margin-top: 4mm }
.sign p:nth-of-type(1) { font-weight: 600 }
.sign div p.en { font-weight: 400 }
.transfer { margin-top: 3mm; text-align: center }
.codes { display: flex; flex-wrap: wrap; justify-content: center; gap: 4mm; margin-top: 1.5mm }
.codes svg { position: relative; z-index: 2; background: #fff }
.printed { margin-top: 2mm; font-size: .88em; color: #333; text-align: right }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: 1 }
.watermark span { transform: rotate(-32deg); font-size: 3.6em; font-weight: 700; color: rgb(0 0 0 / .13);
  text-align: center; white-space: nowrap }
.alphabet { font-size: 1.6em; margin: 6mm 0 }
.ruler { height: 6mm; width: 100mm; border: .3mm solid #000; border-width: 0 .3mm .3mm; margin-top: 6mm;
  background: repeating-linear-gradient(90deg, #000 0 .2mm, transparent .2mm 10mm) }`
