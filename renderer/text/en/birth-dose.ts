import type { birthDose as vi } from '../vi/birth-dose'

/** Hepatitis B within hours of birth. */
export const birthDose: typeof vi = {
  left: hours => (hours === 0 ? 'HepB: under 1 hour left' : `HepB: ${hours} h left`),
  late: hours => (hours === 0 ? 'HepB: late by under 1 hour' : `HepB: late by ${hours} h`),
  bornToday: 'HepB: born today, time of birth unknown',
  bornDaysAgo: days => `HepB: born ${days} d ago, time of birth unknown`,
  lateByDays: days => `HepB: late, born ${days} d ago, time of birth unknown`,
  within: hours => `Within ${hours} hours of birth`,
  verdicts: { 'in-time': '✓ yes', late: '▲ no', unknown: '○ unknown' },
  after: hours => (hours === 0 ? 'after less than 1 hour' : `after ${hours} h`),
  afterDays: days => (days === 0 ? 'on the day of birth' : `after ${days} d`),
  missing: { 'birth-time': 'time of birth unknown', 'dose-time': 'time of the dose unknown' },
  unverified: 'No clinician has confirmed the limit yet.',
}
