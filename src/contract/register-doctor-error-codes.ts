/** The register doctor. */
export const registerDoctorErrorCodes = [
  'finding.not-found',
  'finding.already-decided',
  'finding.decision-not-found',
  'finding.nothing-to-swap',
] as const
