/** What a printer is for: papers on A4/A5 pages, slips on a roll, labels with a gap. */
export type PrinterRole = 'page' | 'slip' | 'label'

/** The way bytes or pages reach a printer; `none` is a printer that is named but not connected yet. */
export type PrinterConnection =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'queue'; readonly name: string }
  | { readonly kind: 'device'; readonly path: string }
  | { readonly kind: 'none' }

/** Languages of printers that take dots: `escpos` for rolls, the others for labels. */
export const languages = ['escpos', 'tspl', 'zpl', 'epl'] as const
export type Language = (typeof languages)[number]

/** What a printer understands; `page` is a printer of the operating system, fed by Chromium. */
export type PrinterLanguage = Language | 'page'

/**
 * How a printer tells that a job was processed: `gs-r` answers `GS r 1` in order, `none` never answers. Clones may not
 * answer, so it is learnt once per printer with a test slip.
 */
export type AckMode = 'gs-r' | 'none'

/** Width and height of a label in millimetres, and the gap between two labels. */
export type LabelSize = { readonly widthMm: number; readonly heightMm: number; readonly gapMm: number }

/** How a ZPL printer takes its bitmap: `z64` is a tenth of the bytes, `hex` what copies of the language understand too. */
export type ZplGraphics = 'z64' | 'hex'

/** One printer of this station. */
export type PrinterSettings = {
  readonly id: string
  readonly name: string
  readonly role: PrinterRole
  readonly connection: PrinterConnection
  readonly language: PrinterLanguage
  /** Dots across a roll: 576 for 80 mm, 384 for 58 mm. Labels and pages take their size from the paper. */
  readonly widthDots: 576 | 384
  /** Dots per inch of the head, as printed on the box: 203 (8 dots/mm) or 300. */
  readonly dpi: 203 | 300
  readonly labelMm: LabelSize
  readonly ackMode: AckMode
  /** Heat of a label head, 0 to 15; null leaves what is set at the printer. */
  readonly darkness: number | null
  /** Inches a second of a label printer, 1 to 6; null leaves what is set at the printer. */
  readonly speed: number | null
  readonly zplGraphics: ZplGraphics
  /** Whether a roll printer has a knife; without one the slip is fed to the edge that tears it. */
  readonly cutter: boolean
  /** How far to move everything to the right and down, in millimetres, as read off the calibration page. */
  readonly offsetMm: { readonly x: number; readonly y: number }
}

/** Why printer settings cannot be used. */
export type PrinterProblem = 'printer.bad-address' | 'printer.bad-language' | 'printer.bad-label-size'

/** The usual label of a point, 50 × 30 mm with 2 mm between two labels. */
export const usualLabel: LabelSize = { widthMm: 50, heightMm: 30, gapMm: 2 }

/** The languages a printer of each kind may have; the first is what most points buy. */
export const languagesOf: Readonly<Record<PrinterRole, readonly [PrinterLanguage, ...PrinterLanguage[]]>> = {
  page: ['page'],
  slip: ['escpos'],
  label: ['tspl', 'zpl', 'epl'],
}

/** The farthest a printer may be moved by its settings, in millimetres; a page has no more margin to give away. */
export const largestOffsetMm = 10
export const largestPageOffsetMm = 5
const longestHostName = 253

/** A printer that is named but not connected, with the settings most points need. */
export function newPrinter(id: string, name: string, role: PrinterRole): PrinterSettings {
  return {
    id,
    name,
    role,
    connection: { kind: 'none' },
    language: languagesOf[role][0],
    widthDots: 576,
    dpi: 203,
    labelMm: usualLabel,
    ackMode: role === 'slip' ? 'gs-r' : 'none',
    darkness: null,
    speed: null,
    zplGraphics: 'z64',
    cutter: true,
    offsetMm: { x: 0, y: 0 },
  }
}

/** Settings as they are used: what an earlier build did not know has the value most points need. */
export function completePrinter(
  stored: Pick<PrinterSettings, 'id' | 'name' | 'role'> & Partial<PrinterSettings>,
): PrinterSettings {
  return { ...newPrinter(stored.id, stored.name, stored.role), ...stored }
}

/** Dots a millimetre of a head: 8 at 203 dpi, 11.8 at 300. */
export function dotsPerMm(dpi: PrinterSettings['dpi']): number {
  return dpi === 203 ? 8 : 300 / 25.4
}

/**
 * Every reason why these settings would not print. Addresses are checked here because a printing library takes a
 * mistyped address for a file name and reports success.
 */
export function problemsOfPrinter(printer: PrinterSettings): readonly PrinterProblem[] {
  const problems: PrinterProblem[] = []
  if (!isUsableConnection(printer.connection)) problems.push('printer.bad-address')
  if (!languagesOf[printer.role].includes(printer.language)) problems.push('printer.bad-language')
  if (printer.role === 'label' && !isUsableLabel(printer.labelMm)) problems.push('printer.bad-label-size')
  return problems
}

/** True for an IPv4 or IPv6 address or a host name, and a port from 1 to 65535. No scheme, no path, no port in the host. */
export function isTcpAddress(host: string, port: number): boolean {
  return (
    Number.isInteger(port) &&
    port >= 1 &&
    port <= 65_535 &&
    (isIpv4(host) || isIpv6(host) || isHostName(host))
  )
}

function isUsableConnection(connection: PrinterConnection): boolean {
  switch (connection.kind) {
    case 'tcp':
      return isTcpAddress(connection.host, connection.port)
    case 'queue':
      return isQueueName(connection.name)
    case 'device':
      return isDevicePath(connection.path)
    case 'none':
      return true
  }
}

/** A name CUPS or Windows would list; a leading dash would be read as an option. */
export function isQueueName(name: string): boolean {
  return name.trim() !== '' && name.length <= 220 && !/^-|[\p{Cc}]/u.test(name)
}

/** An absolute device file of Linux, or a device or share of Windows. */
export function isDevicePath(path: string): boolean {
  return /^\/dev\/[\w./-]+$/u.test(path)
    ? !path.includes('..')
    : /^\\\\[^\\\p{Cc}]+\\[^\\\p{Cc}]+$/u.test(path)
}

function isUsableLabel({ widthMm, heightMm, gapMm }: LabelSize): boolean {
  return widthMm >= 20 && widthMm <= 110 && heightMm >= 10 && heightMm <= 150 && gapMm >= 0 && gapMm <= 10
}

function isIpv4(host: string): boolean {
  const parts = host.split('.')
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/u.test(part) && Number(part) <= 255)
}

function isIpv6(host: string): boolean {
  if (!/^[0-9a-f:]+$/iu.test(host) || !host.includes(':') || host.includes(':::')) return false
  const halves = host.split('::')
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  if (!groups.every(group => /^[0-9a-f]{1,4}$/iu.test(group))) return false
  return halves.length === 2 ? groups.length < 8 : halves.length === 1 && groups.length === 8
}

/** The last label needs a letter: a mistyped `10.0.0` must not pass as a name. */
function isHostName(host: string): boolean {
  const labels = host.split('.')
  return (
    host.length <= longestHostName &&
    labels.every(label => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/iu.test(label)) &&
    /[a-z]/iu.test(labels.at(-1) ?? '')
  )
}
