/** What a scan says and asks, on every screen. */
export const scan = {
  choose: {
    'children-of-holder': 'A parent’s card: choose the child',
    several: 'Several records carry this number: choose',
    contradicts: 'Card and record differ: look closely, then choose',
    'weak-number': 'It may be this person: look closely, then choose',
  },
  cardSays: 'The card says:',
  as: { holder: 'same number', child: 'child' },
  contradictions: {
    name: 'another name',
    'birth-date': 'another birth date',
    sex: 'another sex',
    number: 'another ID number',
    age: 'a child’s card, an adult',
  },
  registerHolder: 'Register the holder',
  arrived: (text: string) => (text === '' ? 'The PC received nothing.' : `The PC received “${text}”.`),
  looksLike: {
    'person-code': 'It looks like a code of the point.',
    number: 'It looks like a document number.',
    'citizen-card': 'It looks like an identity card.',
    'health-card': 'It looks like an insurance card.',
    'birth-certificate': 'It looks like a birth certificate.',
  },
  openTest: 'Scanner test',
  from: {
    'citizen-card': 'Filled from the identity card:',
    'health-card': 'Filled from the insurance card:',
    'birth-certificate': 'Filled from the birth certificate:',
    number: 'Filled from the scanned number:',
  },
  checks: {
    name: 'Ask for the name',
    'birth-date': 'Ask for the birth date',
    number: 'Compare the number',
    layout: 'Compare with the paper',
  },
  whose: 'Somebody else’s card?',
  whoseAsked: 'The form is about somebody else. Whose card is it?',
}
