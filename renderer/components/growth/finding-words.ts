import type { GrowthCutOff, GrowthFinding } from '../../../src/domain/child/growth-findings'
import { locale, text } from '../../text'
import { formatDay } from '../format'
import { figure, scoreFigure } from './growth-words'

/** A finding as one sentence. `texts` are those of the cut-offs, by code; a code that no list has any more is said as it is. */
export function findingWords(
  finding: GrowthFinding,
  texts: Readonly<Record<string, GrowthCutOff['text']>>,
): string {
  const { findings, indicators } = text.growth
  switch (finding.kind) {
    case 'cut-off':
      return texts[finding.code]?.[locale] ?? finding.code
    case 'weight-fell':
      return findings.fell(scoreFigure(finding.fromZ), scoreFigure(finding.toZ), formatDay(finding.since))
    case 'no-gain':
      return finding.lostKg > 0
        ? findings.lost(figure(finding.lostKg, 2), formatDay(finding.since))
        : findings.noGain(formatDay(finding.since))
    case 'measure-again':
      return findings.measureAgain(indicators[finding.indicator], scoreFigure(finding.z))
    case 'got-shorter':
      return findings.shorter(figure(finding.byCm, 1), formatDay(finding.since))
  }
}
