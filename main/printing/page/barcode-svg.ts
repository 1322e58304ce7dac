import { code128Modules, code128Quiet, qrModules, qrQuiet } from '../layout/symbols'
import { Markup } from './markup'

/** Width of a bar on a page in millimetres. */
const barMm = 0.3

/** Code 128 as a drawing with its quiet zones, one unit a module. Only digits come in, and only numbers go out. */
export function code128Svg(digits: string): Markup {
  const modules = code128Modules(digits)
  const width = modules.length + 2 * code128Quiet
  const bars = [...modules.matchAll(/1+/gu)].map(({ index, 0: bar }) => {
    return `<rect x="${code128Quiet + index}" y="0" width="${bar.length}" height="10"/>`
  })
  const size = `viewBox="0 0 ${width} 10" preserveAspectRatio="none" style="width:${(width * barMm).toFixed(2)}mm"`
  return new Markup(`<svg ${size} shape-rendering="crispEdges">${bars.join('')}</svg>`)
}

/** Side of a module of a long QR code in millimetres: four dots at 203 dpi, what desk scanners read without care. */
const usualQr = { level: 'M', moduleMm: 0.5 } as const

/**
 * A long QR code as a drawing with its quiet zone. Whatever comes in, only numbers go out. Level M unless the code says
 * otherwise: a signed card is made for level L.
 */
export function qrSvg(
  text: string,
  { level, moduleMm }: { readonly level: 'M' | 'L'; readonly moduleMm: number } = usualQr,
): Markup {
  const { size, dark } = qrModules(text, level)
  const width = size + 2 * qrQuiet
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Array.from({ length: size }, (_, x) => (dark(x, y) ? '1' : '0')).join('')
    return [...row.matchAll(/1+/gu)]
      .map(({ index, 0: run }) => `M${index + qrQuiet} ${y + qrQuiet}h${run.length}v1h-${run.length}z`)
      .join('')
  })
  const side = `${(width * moduleMm).toFixed(1)}mm`
  const box = `viewBox="0 0 ${width} ${width}" style="width:${side};height:${side}"`
  return new Markup(`<svg ${box} shape-rendering="crispEdges"><path d="${rows.join('')}"/></svg>`)
}
