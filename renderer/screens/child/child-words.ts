import type { ChildPicture, FindingView, ScoredDay } from '../../../src/contract/child-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { ToDo } from '../../../src/domain/child/child-handbook'
import { measuredFor } from '../../../src/domain/child/growth-history'
import { type GrowthIndicator, growthIndicators } from '../../../src/domain/child/growth-scores'
import { percentileOf } from '../../../src/domain/child/growth-z'
import type { ChipKind } from '../../components/Chip'
import { formatAge, formatDay } from '../../components/format'
import { figure, scoreFigure } from '../../components/growth/growth-words'
import { locale, text } from '../../text'

/** The newest score of one indicator, with the day it is of. */
export type LatestScore = {
  readonly indicator: GrowthIndicator
  readonly on: CalendarDay
  readonly value: string
  readonly z: number
  readonly percentile: number
  readonly isImplausible: boolean
  readonly correctedZ: number | null
  readonly finding: FindingView | null
}

/** The newest score of every indicator that has one. */
export function latestScores({ days, findings }: ChildPicture): readonly LatestScore[] {
  return growthIndicators.flatMap(indicator => {
    const day = days.findLast(({ scores }) => scores[indicator] !== null)
    const score = day?.scores[indicator]
    if (!day || !score) return []
    const finding = findings.find(
      found => found.kind === 'cut-off' && found.indicator === indicator && !found.isCorrected,
    )
    return [
      {
        indicator,
        on: day.on,
        value: measuredWords(indicator, day),
        z: score.z,
        percentile: percentileOf(score.z),
        isImplausible: score.isImplausible,
        correctedZ: day.corrected?.scores[indicator]?.z ?? null,
        finding: finding ?? null,
      },
    ]
  })
}

function measuredWords(indicator: GrowthIndicator, day: ScoredDay): string {
  const value = measuredFor(indicator, day)
  if (value === null) return ''
  const unit = indicator.startsWith('weight') ? 'kg' : indicator === 'bmi-for-age' ? 'kg/m²' : 'cm'
  return `${figure(value, unit === 'kg' ? 2 : 1)} ${unit}`
}

/** Colour and sign of how much a finding asks for. */
export const severityKinds: Readonly<Record<FindingView['severity'], ChipKind>> = {
  severe: 'wrong',
  moderate: 'late',
  watch: 'due',
}

/** A finding as a sentence. */
export function findingWords(finding: FindingView): string {
  const { child, growth } = text
  switch (finding.kind) {
    case 'cut-off':
      return finding.text?.[locale] ?? finding.code
    case 'weight-fell':
      return child.weightFell(scoreFigure(finding.fromZ), scoreFigure(finding.toZ), formatDay(finding.since))
    case 'no-gain': {
      const since = formatDay(finding.since)
      return finding.lostKg > 0
        ? child.lost(figure(finding.lostKg, 2), finding.days, since)
        : child.noGain(finding.days, since)
    }
    case 'measure-again':
      return child.measureAgain(growth.indicators[finding.indicator], scoreFigure(finding.z))
    case 'got-shorter':
      return child.gotShorter(figure(finding.byCm, 1), formatDay(finding.since))
  }
}

/** The words of a cut-off before its explanation: "Gầy còm". */
export function shortWords(finding: FindingView): string {
  return findingWords(finding).split(/ \(|: /u)[0] ?? ''
}

/** What a finding asks for. */
export function toDoOf(finding: FindingView): ToDo {
  if (finding.kind === 'weight-fell' || finding.kind === 'no-gain') return 'faltering'
  if (finding.kind === 'cut-off') return finding.severity
  return 'measureAgain'
}

/** The corrected age of a preterm child in words; null where none counts. */
export function correctedAge({ correctedFrom }: ChildPicture, today: CalendarDay): string | null {
  if (correctedFrom === null) return null
  return correctedFrom > today ? formatAge(today, today) : formatAge(correctedFrom, today)
}

/** A code of a check in words; the code itself where the lists have it no more. */
export function codeWords({ words }: Pick<ChildPicture, 'words'>, code: string): string {
  return words[code]?.[locale] ?? code
}
