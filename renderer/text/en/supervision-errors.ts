import type { supervisionErrors as vi } from '../vi/supervision-errors'

export const supervisionErrors: typeof vi = {
  'supervision.unknown-record': () =>
    'This is no longer at the province server, so nothing was written. Read the list again and choose again.',
  'supervision.no-reason': () =>
    'Without a reason the point does not know what to correct. Write the reason, then send it back.',
  'supervision.no-answer': () =>
    'There is no answer yet, so nothing was sent. Write what helps the point, then send.',
  'supervision.day-in-future': () =>
    'The day of supervision lies ahead, so nothing was saved. Enter the day it took place.',
}
