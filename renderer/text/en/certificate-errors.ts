/** Keys of certificates and reading one. */
export const certificateErrors = {
  'certificate.safe-closed': () =>
    'The place where this PC keeps its keys could not be opened, so no key was made. Restart and try again.',
  'certificate.no-key': () =>
    'This PC has no signing key, or the old one cannot be opened. Make a new key and send the request to the province.',
  'certificate.unsigned': () =>
    'This PC cannot sign yet, so no label with a signed code was made. See Set-up › Signing keys.',
  'certificate.no-code-in-image': () =>
    'No QR code was found in the picture. Take it again: straight, bright, the whole code inside.',
  'certificate.image-unreadable': () => 'This picture cannot be read. Choose a JPG or PNG below 20 MB.',
  'certificate.not-saved': () =>
    'The file could not be saved: the place is full, was pulled out or is read-only. Choose another.',
  'certificate.cancelled': () => 'No file was chosen, so nothing changed.',
  'certificate.card-not-ours': () =>
    'Another point signed this certificate, so it cannot be taken back here. Tell its issuer, or the province.',
  'certificate.card-not-revocable': () =>
    'Only a certificate that counts can be taken back. This one was taken back already, is over or was not read right.',
  'certificate.cannot-take-back': () =>
    'This PC cannot sign, so it cannot take a certificate back. See Set-up › Signing keys, or use the PC that signs.',
  'certificate.nothing-revoked': () => 'No certificate was taken back, so there is no file to save.',
  'key-list.unreadable': () => 'This is no file of keys. Choose the one the province sent (…-khoa.json).',
  'key-list.altered': () =>
    'The file of keys was changed or damaged on its way and is not used. Ask the province to send it again.',
  'key-list.other-signer': () =>
    'The file names an authority known here but was signed by a strange key, so it is not used. Call the province.',
  'key-list.older': () =>
    'This file of keys is older than the one in use and was not taken: a revoked key could come back. Ask for the new one.',
  'key-list.already-here': () => 'This file of keys was taken in before. Nothing changed.',
  'key-list.wrong-fingerprint': () =>
    'The 30 digits do not fit the file, so it was not taken. Type them again from the letter; if they still differ, do not use this file.',
}
