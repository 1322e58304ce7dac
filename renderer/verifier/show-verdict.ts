import { nameOfVaccine } from '../../src/domain/certificate/vaccine-names'
import type { Verdict } from '../../src/domain/certificate/verify-card'
import { element } from './elements'
import { vaccineNames } from './names'
import { glyphs, type Language, moment, words, written } from './words'

/** One verdict: sign and word, what to do, and what the paper says. */
export function verdictElement(verdict: Verdict, language: Language, which: string | null): HTMLElement {
  const text = words[language]
  const { word, sentence, advice } = text.states[verdict.state]
  const head = element(
    'header',
    {},
    element('span', { class: 'glyph', 'aria-hidden': 'true' }, glyphs[verdict.state]),
    element('h2', {}, word),
    which !== null && element('p', { class: 'soft' }, which),
  )
  const said = [element('p', {}, sentence), element('p', { class: 'soft' }, advice)]
  const attributes = {
    class: `verdict ${verdict.state}`,
    'data-testid': 'verdict',
    'data-state': verdict.state,
  }
  if (verdict.state === 'not-a-card') return element('section', attributes, head, ...said)
  return element('section', attributes, head, ...said, contentElement(verdict, language))
}

type Judged = Exclude<Verdict, { readonly state: 'not-a-card' }>

function contentElement(verdict: Judged, language: Language): HTMLElement {
  const text = words[language]
  const { content, state } = verdict
  if (!content) return element('p', { class: 'soft' }, text.unreadable)
  const title = state === 'valid' ? text.says : text.saysUntrusted
  return element(
    'div',
    { class: state === 'valid' ? 'content' : 'content untrusted' },
    element('h3', {}, title),
    factsElement(verdict, language, [
      [text.name, content.name],
      [text.birthDate, written(content.birthDate)],
    ]),
    element('p', { class: 'soft' }, `${text.doses(content.doses.length)} · ${text.oneOfMany}`),
    dosesElement(content.doses, language),
  )
}

function factsElement(
  { issuer, claims, signedAt, takenBack, form }: Judged,
  language: Language,
  first: readonly (readonly [string, string])[],
): HTMLElement {
  const text = words[language]
  const facts = [
    ...first,
    ...(issuer
      ? ([
          [text.signedBy, issuer.pointName],
          [text.certifiedBy, issuer.authorityName],
          [text.keyUntil, moment(issuer.notAfter)],
        ] as const)
      : []),
    ...(issuer?.revokedAt ? ([[text.revokedAt, moment(issuer.revokedAt)]] as const) : []),
    ...(takenBack
      ? ([
          [text.takeBack.at, moment(takenBack.at)],
          [text.takeBack.because, text.takeBack.why[takenBack.why]],
        ] as const)
      : []),
    ...(!issuer && claims ? ([[text.claims, claims]] as const) : []),
    ...(signedAt ? ([[text.signedAt, moment(signedAt)]] as const) : []),
  ]
  const list = element('dl', {})
  for (const [name, value] of facts) list.append(element('dt', {}, name), element('dd', {}, value))
  list.append(element('dt', {}, ''), element('dd', { class: 'soft' }, text.form[form]))
  return list
}

function dosesElement(doses: NonNullable<Judged['content']>['doses'], language: Language): HTMLElement {
  const { columns } = words[language]
  const head = element('tr', {}, ...Object.values(columns).map(name => element('th', {}, name)))
  const rows = doses.map(dose => {
    const cells = [
      written(dose.givenOn),
      nameOfVaccine(vaccineNames, dose.vaccine)[language],
      dose.lotNumber ?? '',
      dose.placeName ?? '',
    ]
    return element('tr', {}, ...cells.map(cell => element('td', {}, cell)))
  })
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows))
}
