import { type ScannerSettings, usualScanner, widestGapMs } from '../../src/domain/scan/scan-burst'

const place = 'scanner'

/** How the scanner of this PC types; the usual one until the test screen learned another. */
export function readScannerSettings(): ScannerSettings {
  const kept = localStorage.getItem(place)
  return kept === null ? usualScanner : { ...usualScanner, ...valid(kept) }
}

/** Keeps what the test screen learned, on this PC only, and tells the listening window. */
export function keepScannerSettings(settings: ScannerSettings): void {
  localStorage.setItem(place, JSON.stringify(settings))
  window.dispatchEvent(new Event(changedEvent))
}

/** Sent to the window when other settings hold. */
export const changedEvent = 'scanner-settings-changed'

function valid(kept: string): Partial<ScannerSettings> {
  try {
    const { longestGapMs, ending, prefix, suffix, separator } = JSON.parse(kept) as Partial<ScannerSettings>
    return {
      longestGapMs: Math.min(Math.max(Number(longestGapMs) || usualScanner.longestGapMs, 15), widestGapMs),
      ending: ending === 'silence' ? 'silence' : 'key',
      prefix: typeof prefix === 'string' ? prefix : '',
      suffix: typeof suffix === 'string' ? suffix : '',
      separator: typeof separator === 'string' ? separator : '',
    }
  } catch (error) {
    // What somebody broke by hand in the window's storage is as good as nothing.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
