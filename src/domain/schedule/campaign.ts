import type { CalendarDay } from '../calendar/calendar-day'
import type { Schedule } from './schedule-types'

/**
 * Whether a campaign dose may take the place of a routine dose of an antigen: what the text of the campaign says, else
 * what the schedule says of all campaigns.
 */
export function campaignCounts(
  { campaigns, campaignDosesCount }: Pick<Schedule, 'campaigns' | 'campaignDosesCount'>,
  antigen: string,
  on: CalendarDay,
): boolean {
  const campaign = campaigns.find(
    ({ antigens, startOn, endOn }) =>
      antigens.includes(antigen) && startOn <= on && (endOn === null || on <= endOn),
  )
  return campaign?.counts ?? campaignDosesCount
}
