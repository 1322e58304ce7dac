type Params = { readonly detail?: string | number | boolean | null }

/** What the sentence names, between its marks; nothing where it is not known. */
const named = (detail: Params['detail'], before: string, after: string) =>
  detail === undefined || detail === null ? '' : `${before}${detail}${after}`

/** Templates of papers: why one was not taken. */
export const templateErrors = {
  'template.not-readable': ({ detail }: Params) =>
    `This file is no template that can be read${named(detail, ' (', ')')}. The old one stays.`,
  'template.unknown-paper': ({ detail }: Params) =>
    `There is no such paper with a template${named(detail, ': ', '')}. The old one stays.`,
  'template.unknown-key': ({ detail }: Params) =>
    `The template has an entry${named(detail, ' “', '”')} that is unknown or repeated. The old one stays.`,
  'template.part-missing': ({ detail }: Params) =>
    `The template lacks a part the paper needs${named(detail, ': ', '')}. The old one stays.`,
  'template.bad-widths': ({ detail }: Params) =>
    `Widths of columns must add up to 100 %${named(detail, ', these make ', ' %')}. The old one stays.`,
  'template.bad-letters': ({ detail }: Params) =>
    `The entry${named(detail, ' “', '”')} has letters the fonts cannot print. The old one stays.`,
  'template.not-found': () => 'This template is no longer there. Open the list again.',
}
