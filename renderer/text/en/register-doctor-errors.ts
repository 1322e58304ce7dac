import type { registerDoctorErrors as vi } from '../vi/register-doctor-errors'

export const registerDoctorErrors: typeof vi = {
  'finding.not-found': () => 'This finding is gone: the record was put right. Open the list again.',
  'finding.already-decided': () => 'Somebody has already said that it is right. Open the list again.',
  'finding.decision-not-found': () => 'This decision was already taken back.',
  'finding.nothing-to-swap': () => 'Nothing to exchange: both records need a personal number.',
}
