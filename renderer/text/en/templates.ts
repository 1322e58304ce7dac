import type { templates as shape } from '../vi/templates'

export const templates: typeof shape = {
  title: 'Paper templates',
  note: 'A province can change the words, the order of parts and the columns of each paper without a new version.',
  shipped: 'as shipped',
  replaced: (version, byName) => `● of the province, version ${version} · taken by ${byName}`,
  unverified: 'not confirmed',
  change: 'Change template',
  withdraw: 'Drop it',
  fileText: 'The template (JSON). Change it here, paste it, or read it from a file.',
  chooseFile: 'Read from a file…',
  reason: 'Reason, number of the letter',
  take: 'Use this template',
  taken: 'The template was changed. Look at a preview before printing.',
}
