/** The link to the province. */
export const linkErrors = {
  'link.bad-address': () =>
    'This address cannot be read, so nothing was joined. Copy it exactly as in the province’s letter.',
  'link.insecure-address': () =>
    'This address does not encrypt the line, so nothing was joined. Use an address that begins with https://.',
  'link.not-a-fhir-server': () =>
    'There is no vaccination server of a province at this address, so nothing was joined. Check the address, and whether the network wants a sign-in.',
  'link.server-lacks': () =>
    'This server lacks what safe sending needs, so nothing was joined. Send the list below to the province.',
  'link.no-joining': () =>
    'This server does not take new PCs in, so nothing was joined. Ask the province whether joining is open.',
  'link.wrong-code': () =>
    'The joining code is wrong, used or over, so nothing was joined. Ask the province for a new one.',
  'link.certificate-unreadable': () =>
    'This certificate cannot be read, so nothing was joined. Use the certificate file of the province (.pem, .crt, .cer).',
  'link.nothing-chosen': () =>
    'No file was chosen, so nothing has changed. Press Choose a file to choose again.',
  'link.safe-closed': () =>
    'The safe of this PC is not open, so nothing was joined. Start the application again and retry.',
  'link.practice': () =>
    'This is practice, so nothing is joined. Change to the real register and join there.',
  'link.not-joined': () =>
    'This PC has not joined the province yet, so this cannot be done. All doses are safe on this PC.',
  'link.no-connection': () =>
    'The province cannot be reached. Everything is safe on this PC and is sent as soon as there is a network.',
  'link.timeout': () =>
    'The line is too slow: the province did not answer in time. Everything is safe and is sent again in smaller parts.',
  'link.captive-portal': () =>
    'This network wants a sign-in first, so nothing could be sent. Sign in with a browser; what waits is then sent by itself.',
  'link.half-answer': () =>
    'The answer of the province broke off. It is asked again; sent twice, it still counts once.',
  'link.server-busy': () =>
    'The province’s server is busy and asks to come back later. Everything is safe on this PC.',
  'link.server-error': () =>
    'The province’s server has a fault. Everything is safe on this PC and is sent again by itself.',
  'link.certificate-untrusted': () =>
    'It is not certain that this is the province’s server, so nothing is sent. If the province has an authority of its own, choose the file it sent and join again.',
  'link.certificate-date': () =>
    'The server’s certificate does not hold by this PC’s date, so nothing is sent. Set this PC’s clock; if it is right, ask the province.',
  'link.proxy-unreachable': () =>
    'The proxy that was named cannot be reached. Correct its address by joining again, or leave it empty if the network has none.',
  'link.proxy-refused': () =>
    'The proxy of this network lets nothing through, so nothing could be sent. Check its user and password by joining again.',
  'link.not-let-in': () =>
    'The province does not know this PC any more, so nothing could be sent. Ask for a new code and join again; nothing is lost.',
  'link.not-allowed': () =>
    'The province knows this PC but does not let it write. Everything is safe on this PC; ask the province for the right.',
  'link.key-lost': () =>
    'The key of this PC cannot be opened, so nothing could be sent. Ask the province for a new code and join again; nothing is lost.',
  'link.refused-by-server': () =>
    'The province did not take this record. Correct what its server names; it is then sent again by itself.',
  'link.too-large': () =>
    'This record is too large for the province. Shorten its notes; it is then sent again by itself.',
  'link.depends-on-refused': () =>
    'This waits until the province has taken the person’s record. Correct the refused record; this one follows by itself.',
  'link.reference-missing': () =>
    'This refers to something that is not on this PC yet. Send it again once the other PC’s data are here.',
  'link.record-unreadable': () =>
    'The application could not put this record into the province’s form. It is safe on this PC; report it.',
  'link.changed-elsewhere': () =>
    'Somebody else has changed this record at the province. Fetch the new version and choose; the one here is kept.',
}
