/** Difficulties that users write. */
export const difficultyErrorCodes = [
  'difficulty.not-found',
  'difficulty.no-text',
  'difficulty.already-solved',
] as const
