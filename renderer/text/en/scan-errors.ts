/** Why a scan was not used, and what to do. */
export const scanErrors = {
  'scan.garbled': () =>
    'A Vietnamese input method changed the scanned code, so nobody was opened. Switch it off (E) and scan again.',
  'scan.readings-differ': () =>
    'The scanner typed one number and the PC understood another, so nobody was opened. See Scanner test in Set-up.',
  'scan.bad-check': () =>
    'The scanned code lacks a digit or has a wrong one, so nobody was opened. Scan again, or type the digits under the bars.',
  'scan.contradicts-itself': () =>
    'The number of the card does not fit its own birth date or sex, so it is not used. Scan again, or type from the card.',
  'scan.bad-number': () =>
    'It looks like a card, but its number could not be read, so nobody was opened. Scan again, or type the number.',
  'scan.not-here': () =>
    'The code is right, but this PC does not know the person. Search by name and birth date, or register.',
  'scan.not-a-code': () =>
    "The scanned code is not a person's. Scan the code on the book, the identity card or the insurance card.",
}
