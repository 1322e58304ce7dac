import { testScan } from '../../../src/contract/scan-calls'
import { isCard, readScan } from '../../../src/domain/scan/read-scan'
import { serve } from '../service'

/** What a scan would be taken for. Only its kind is answered: a real card may lie under the scanner. */
export const testScanService = serve(testScan, ({ resources }, arrival) => {
  const reading = readScan(arrival, resources.scanLayouts)
  const isDoubtful = reading.kind === 'doubtful'
  return {
    kind: reading.kind,
    why: isDoubtful ? reading.why : null,
    looksLike: isDoubtful ? reading.looksLike : null,
    lettersLost: isCard(reading) && reading.lettersLost,
  }
})
