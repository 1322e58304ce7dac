import JsBarcode from 'jsbarcode'
import { create as createQr } from 'qrcode'

/** Quiet zone of Code 128 on each side, in modules (ISO/IEC 15417). */
export const code128Quiet = 10

/** Quiet zone of a QR symbol on each side, in modules (ISO/IEC 18004). */
export const qrQuiet = 4

/** Modules of a Code 128 symbol, `1` = bar, without quiet zones. Digits in pairs take set C and half the width. */
export function code128Modules(digits: string): string {
  const encoded: { encodings?: readonly { readonly data: string }[] } = {}
  // The library writes its encodings into any object given in place of a canvas, which its types do not say.
  const encode = JsBarcode as unknown as (into: object, text: string, options: { format: string }) => void
  encode(encoded, digits, { format: 'CODE128' })
  const modules = (encoded.encodings ?? []).map(part => part.data).join('')
  if (!/^[01]+$/u.test(modules)) throw new Error('the barcode has no modules')
  return modules
}

/**
 * A square of QR modules, true = dark. Level Q for short codes; long ones take M, or their modules would be too small;
 * signed cards L, as their standard has it: the signature notices what the symbol does not mend.
 */
export function qrModules(
  text: string,
  errorCorrectionLevel: 'Q' | 'M' | 'L' = 'Q',
): {
  readonly size: number
  readonly dark: (x: number, y: number) => boolean
} {
  const { modules } = createQr(text, { errorCorrectionLevel })
  return { size: modules.size, dark: (x, y) => modules.get(y, x) === 1 }
}
