import { vietnamDayOf } from '../../src/domain/calendar/calendar-day'
import type { KeyList } from '../../src/domain/certificate/issuer-key'
import type { certificateErrors } from '../text/vi/certificate-errors'
import { button, element, fileButton } from './elements'
import type { Shelf } from './key-shelf'
import { type Language, words, written } from './words'

/** What went wrong, by its code. */
export type Notice = { readonly code: keyof typeof certificateErrors } | null

type Parts = {
  readonly shelf: Shelf
  readonly language: Language
  /** Called when other keys are believed, or a file was refused. */
  readonly onChange: (notice: Notice) => void
}

/** The keys the page believes, and the way to take in another file. */
export function keysElement({ shelf, language, onChange }: Parts): HTMLElement {
  const { keys } = words[language]
  const asking = element('div', {})
  async function take(file: File): Promise<void> {
    const text = await file.text()
    if (shelf.takeBack(text)) return onChange(null)
    const opened = await shelf.open(text)
    if (!opened.ok) return onChange({ code: opened.code })
    if (opened.trust === 'same') return onChange({ code: 'key-list.already-here' })
    if (opened.trust === 'known') {
      shelf.believe(opened.list)
      return onChange(null)
    }
    asking.replaceChildren(
      firstElement(opened.list, language, typed => {
        const digits = (value: string) => value.replace(/\D/gu, '')
        if (digits(typed) !== digits(opened.fingerprint))
          return onChange({ code: 'key-list.wrong-fingerprint' })
        shelf.believe(opened.list)
        onChange(null)
      }),
    )
    asking.querySelector('input')?.focus()
  }
  const lists = shelf.lists()
  return element(
    'section',
    { class: 'keys' },
    element('h3', {}, keys.pageKeys),
    lists.length === 0
      ? element('p', { class: 'notice' }, keys.pageNoKeys)
      : element('ul', {}, ...lists.map(list => element('li', {}, lineOf(list, language)))),
    fileButton(keys.chooseFile, 'application/json,.json', file => void take(file), 'key-file'),
    asking,
  )
}

function lineOf({ authority, keys, issuedAt }: KeyList, language: Language): string {
  const text = words[language].keys
  const revoked = keys.filter(key => key.revoked !== null).length
  return [
    authority.name,
    text.authority(keys.length, revoked),
    text.issued(written(vietnamDayOf(issuedAt))),
  ].join(' · ')
}

/** Nobody believes an authority before somebody has typed what stands on its letter. */
function firstElement(list: KeyList, language: Language, onTyped: (typed: string) => void): HTMLElement {
  const { keys } = words[language]
  const field = element('input', { inputmode: 'numeric', autocomplete: 'off', 'data-testid': 'fingerprint' })
  return element(
    'div',
    { class: 'first' },
    element('strong', {}, list.authority.name),
    element('p', {}, keys.first),
    element('label', {}, keys.fingerprint, field),
    button(keys.trust, () => onTyped(field.value), { class: 'filled', 'data-testid': 'trust' }),
  )
}
