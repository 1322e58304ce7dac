import { code128Modules, code128Quiet } from '../layout/symbols'
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
