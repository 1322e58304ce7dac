/** Templates of papers that a province changes. */
export const templateErrorCodes = [
  'template.not-readable',
  'template.unknown-paper',
  'template.unknown-key',
  'template.part-missing',
  'template.bad-widths',
  'template.bad-letters',
  'template.not-found',
] as const
