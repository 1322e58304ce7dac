import type { TestSymbol } from '../../src/contract/scan-calls'
import { code128Modules, qrModules } from './layout/symbols'

/** The symbols of a text, as modules for a screen: QR for any text, Code 128 where it can hold it. */
export function testSymbolOf(text: string): TestSymbol {
  const { size, dark } = qrModules(text)
  const places = Array.from({ length: size }, (_, at) => at)
  const rows = places.map(y => places.map(x => (dark(x, y) ? '1' : '0')).join(''))
  return { text, qr: { size, rows }, bars: /^[ -~]+$/u.test(text) ? code128Modules(text) : null }
}
