import { useEffect, useRef } from 'react'
import { text } from '../../text'

/** The label of the field a path of the record leads to; paths without one begin at what the form marks as wrong. */
const labels: Readonly<Record<string, string>> = {
  name: text.register.name,
  birthDate: text.register.birthDate,
  birthTime: text.register.birthTime,
  phone: text.register.relativePhone,
  'addresses.current.communeCode': text.common.commune,
}

/** Brings the cursor to the field somebody came for, and opens what folds it away. */
export function useFirstField(field: string | null) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (field === null || !form.current) return
    const target = byLabel(form.current, labels[field]) ?? byMark(form.current)
    const folded = target?.closest('details')
    if (folded) folded.open = true
    target?.focus()
  }, [field])
  return form
}

function byMark(form: HTMLElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]')
}

function byLabel(form: HTMLElement, words: string | undefined): HTMLElement | null {
  if (words === undefined) return null
  const label = [...form.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(words))
  const id = label?.htmlFor
  return id ? form.querySelector<HTMLElement>(`#${CSS.escape(id)}`) : null
}
