/** Keys of certificates, and reading one. */
export const certificateErrorCodes = [
  'certificate.safe-closed',
  'certificate.no-key',
  'certificate.unsigned',
  'certificate.no-code-in-image',
  'certificate.image-unreadable',
  'certificate.not-saved',
  'certificate.cancelled',
  'key-list.unreadable',
  'key-list.altered',
  'key-list.other-signer',
  'key-list.older',
  'key-list.already-here',
  'key-list.wrong-fingerprint',
] as const
