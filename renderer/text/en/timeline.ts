import type { timeline as vietnamese } from '../vi/timeline'

/** The timeline: what was given, what counts, what comes, by age. */
export const timeline: typeof vietnamese = {
  title: 'Timeline',
  view: 'View',
  views: { matrix: 'Doses', timeline: 'Timeline' },
  antigen: 'Against',
  next: 'Next',
  today: 'today',
  birth: 'birth',
  months: months => `${months} mo`,
  years: years => `${years} y`,
  legend: { valid: 'counts', 'not-valid': 'does not count', extra: 'extra', unknown: 'not judged' },
  targets: { due: 'today', overdue: 'late', later: 'to come' },
  lateSince: day => `late since ${day}`,
  hint: 'Point at a dose, or Tab and then ← → ↑ ↓, to read it.',
  given: (count, counted, today, next) =>
    [
      count === 0 ? 'No dose recorded' : `${count} doses given, ${counted} count`,
      today === 0 ? 'nothing due today' : `${today} due today`,
      next === null ? null : `next visit ${next}`,
    ]
      .filter(part => part !== null)
      .join('; ')
      .concat('.'),
  givenAt: (day, age, vaccine) => `${day}${age === null ? '' : ` (${age})`}: ${vaccine}.`,
  dose: dose => `dose ${dose}`,
  target: (label, recommended) => `${label}: recommended ${recommended}`,
  earliest: day => `earliest ${day}`,
  pastDue: day => `flagged late after ${day}`,
  latest: day => `latest ${day}`,
}
