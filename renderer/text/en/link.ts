import type { link as vi } from '../vi/link'

/** The link to the province: the chip, the ledger of trust, and joining. */
export const link: typeof vi = {
  title: 'Sent to the province',
  chipHint: 'Everything is safe on this PC. Press to see which doses have reached the province.',
  chipSent: time => (time === null ? 'Joined the province' : `All sent ${time}`),
  chipWaiting: (count, minutes) =>
    minutes === 0 ? `${count} to send` : `${count} to send, oldest ${age(minutes)}`,
  chipRefused: count => `${count} not taken by the province`,
  chipByCourier: day => `All taken by stick ${day}`,
  chipOffline: (count, minutes) =>
    minutes === 0
      ? `Province out of reach, ${count} to send`
      : `Province out of reach, ${count} to send, oldest ${age(minutes)}`,
  chipTrouble: count => `Look at the link, ${count} to send`,
  count: (shown, more) => (more ? `${shown}+ rows` : `${shown} rows`),
  filters: {
    all: 'All',
    waiting: 'Waiting',
    accepted: 'Taken by the province',
    attention: 'To be dealt with',
  },
  filterLabel: 'Filter the ledger',
  from: 'Saved from',
  to: 'to',
  columns: { saved: 'Saved', person: 'Person', what: 'Dose', state: 'State', receipt: 'Receipt' },
  states: {
    saved: 'Saved on this PC',
    waiting: 'Waiting',
    accepted: 'Taken by the province',
    refused: 'Not taken',
    conflict: 'Changed elsewhere',
    local: 'Kept at the point only',
  },
  byCourier: 'Taken by stick',
  courierReceipt: (number, moment) => `Stick receipt no. ${number} · ${moment}`,
  copies: (pcs, hasProvince) =>
    [pcs > 1 ? `On ${pcs} PCs` : null, hasProvince ? 'The province keeps the journal' : null]
      .filter(part => part !== null)
      .join(' · '),
  copiesAt: names => `Copies at: ${names}. That is not yet the province’s receipt.`,
  records: {
    person: 'Person',
    dose: 'Dose',
    visit: 'Visit',
    screening: 'Screening',
    reaction: 'Reaction',
    point: 'Point',
    user: 'User',
    merge: 'Merge',
    residence: 'Residence',
    'not-given': 'Dose not given',
    'aefi-case': 'Severe case',
    conflict: 'Decision on two records',
  },
  otherRecord: 'Something else',
  nobody: 'Nobody in particular',
  voided: 'taken back',
  givenOn: day => `given ${day}`,
  acceptedAt: (time, minutes) => `${time} · after ${age(minutes)}`,
  receiptNumber: (type, id, version) => `${type}/${id} version ${version}`,
  serverSays: words => `The server says: “${words}”`,
  missing: count => `${count} mandatory fields of the national data set are still missing`,
  missingShort: count => `${count} fields missing`,
  openPerson: 'Open the record',
  retry: 'Send again',
  retryAll: 'Send all again',
  retried: count =>
    count === 0 ? 'There is nothing to send again' : `${count} records wait to be sent again`,
  emptyTitle: 'No doses in this span of days',
  emptyHint:
    'Each dose saved on this PC shows here at once, with its receipt when the province has taken it.',
  nothingWrong: 'There is nothing to deal with',
  nothingWrongHint: 'What the province does not take shows here, with a sentence that says what to do.',
  more: 'Show more',
  print: 'Print proof of timeliness',
  status: 'The link',
  phases: {
    off: 'No server joined',
    idle: 'Joined, nothing waits',
    sending: 'Sending',
    pausing: 'Not through yet, tries again by itself',
  },
  nextTry: time => `Tries again at ${time}`,
  tryNow: 'Try now',
  server: 'Server',
  software: 'Server program',
  address: 'Address',
  joinedAt: (day, by) => `Joined ${day}, ${by}`,
  proxy: 'Through a proxy',
  ownAuthority: 'The province’s own certificates',
  lastAccepted: 'Last taken by the province',
  never: 'never yet',
  waitingNow: count => `${count} waiting`,
  oldest: ago => `the oldest for ${ago}`,
  clock: minutes =>
    minutes > 0
      ? `This PC’s clock is ${age(minutes)} behind the server’s. Have it set.`
      : `This PC’s clock is ${age(-minutes)} ahead of the server’s. Have it set.`,
  join: 'Join the province',
  joinAgain: 'Join again',
  joinHint:
    'The province sends an address and a code that can be used once. The key is made on this PC and never leaves it.',
  joinAddress: 'Address of the server',
  joinCode: 'Joining code (used once)',
  joinAuthority: 'The province’s own authority (if it sent a file)',
  chooseAuthority: 'Choose the certificate file…',
  otherAuthority: 'Choose another file…',
  noAuthority: 'Leave this file out',
  authority: (name: string, until: string) => `${name}, holds until ${until}`,
  authorityPrint: (print: string) => `To compare with the province’s letter (SHA-256): ${print}`,
  joinProxy: 'Proxy (if any), such as http://proxy:3128',
  joinMore: 'The network has a proxy or certificates of its own',
  joinNow: 'Join this PC to the province',
  joining: 'Asking the server…',
  onlyHead: 'The head of the point or an administrator joins this PC to the province.',
  leave: 'End the link',
  leaveQuestion: 'End the link to the province? What was sent stays there; everything stays on this PC.',
  lacks: {
    'fhir-r4': 'FHIR R4 (4.0)',
    json: 'JSON',
    transaction: 'transaction',
    type: 'resource types',
    read: 'read',
    search: 'search',
    create: 'create',
    update: 'update',
    'conditional-create': 'conditional create',
    versions: 'versions (versioned-update, If-Match)',
    history: 'history (_history)',
  },
  lacksFor: (what, types) => (types === '' ? what : `${what}: ${types}`),
  lacksTitle: 'The server lacks',
}

function age(minutes: number): string {
  if (minutes < 1) return 'less than a minute'
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`
}
