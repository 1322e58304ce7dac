/** What comes in from the province, and what waits for a person. */
export const arrivalErrors = {
  'province.not-joined': () =>
    'This point has not joined the province, so nothing can be looked up there. All data of the point can be used.',
  'province.unreachable': () =>
    'The province server cannot be reached. The data of the point are complete; look again when there is a network.',
  'province.bad-answer': () =>
    'The province server gave an answer that cannot be read. Nothing has changed; try again later or tell the administrator.',
  'province.search-too-wide': () =>
    'A number, a phone, or a name with the birth date is needed to look at the province. Add one and look again.',
  'province.ask-not-found': () => 'This search is over. Search again.',
  'conflict.not-found': () => 'This question is not there any more. Open the list again.',
  'conflict.already-settled': () => 'Somebody has decided this already. Open the list again.',
  'conflict.wrong-verdict': () => 'This choice does not fit the question. Open the list again and choose.',
  'dose.recorded-elsewhere': () =>
    'Another point gave and recorded this dose. Ask that point to correct it; the correction comes here by itself.',
}
