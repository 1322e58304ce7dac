import type { ProblemParams } from '../../../src/contract/errors'

/** Sticks that carry the journal where there is no network. */
export const courierErrors = {
  'courier.no-key': () =>
    'This PC has no key that the province certified, so it can neither write nor read sticks. See Settings › Signing keys.',
  'courier.no-receiver': () =>
    'Nothing can be written for this receiver: its key has ended, was revoked or is of another point. Take in the province’s newest key file.',
  'courier.cancelled': () => 'No stick was chosen; nothing changed.',
  'courier.busy': () => 'A stick is being written or read. Wait, or press Stop.',
  'courier.stick-gone': () =>
    'The stick cannot be read: pulled out or broken. What was taken in stays; plug it in and read on.',
  'courier.not-saved': () =>
    'The stick could not be written: full, protected or pulled out. What is written can be used; writing again goes on from there.',
  'courier.read-back-differs': () =>
    'The stick gives back something else than was written: it is broken. Do not use it; write to another.',
  'courier.no-stick': () => 'No stick is chosen. Choose one first.',
  'courier.unreadable': () =>
    'These are no files of this application. Nothing was taken; choose the right stick or write it again.',
  'courier.newer-version': () =>
    'The stick was written by a newer version. Nothing is lost; update this PC and read again.',
  'courier.not-for-us': () =>
    'This stick is locked for another PC and cannot be opened here. Take it to its receiver.',
  'courier.own-stick': () => 'This PC wrote this stick for somebody else. Take it to its receiver.',
  'courier.cloned-self': () =>
    'Another PC is using this PC’s key: it was copied or set back to an old backup. Stop recording on both and call the province.',
  'courier.unknown-sender': () =>
    'Whoever wrote this stick is not in this point’s list of keys, so nothing is taken. Take in the newest key file and read again.',
  'courier.revoked-sender': () =>
    'The key of whoever wrote this stick was revoked; nothing of it is taken. Keep the stick and call the province.',
  'courier.other-mode': () =>
    'The stick is of the other mode: practice never mixes with real data. Nothing was taken.',
  'courier.tampered': ({ files }: ProblemParams) =>
    `${Number(files ?? 0) > 0 ? `${files} files are` : 'Files are'} damaged or changed and left out; the rest can be taken. Write the stick again at the sender.`,
  'courier.cut-off': ({ missing }: ProblemParams) =>
    `The stick was not written to its end${Number(missing ?? 0) > 0 ? ` (${missing} files are missing)` : ''}. What is there can be taken; go on at the sender.`,
  'courier.gap': () =>
    'This stick goes on from one that was not read here. Read that one first, or send back a receipt so that the sender begins again.',
  'courier.stale': () => 'This stick is old: a newer one of the same sender was read here. Nothing is lost.',
  'courier.already-taken': () => 'Everything on this stick was taken before. Nothing is new.',
  'courier.cloned-sender': () =>
    'Two PCs use the sender’s key: it was copied. Ask whoever keeps it and call the province.',
  'courier.forked': () =>
    'There are two different histories of one PC, so nothing of that PC is taken. What is here is untouched; call support.',
  'courier.own-behind': () =>
    'The other PC holds more of this PC’s entries than this PC does: it was set back. Take this stick in before recording anything new.',
}
