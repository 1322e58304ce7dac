import { useEffect, useRef } from 'react'
import { text } from '../../text'

/** The label of the field a path of the record leads to; paths without one begin at what the form marks as wrong. */
const labels: Readonly<Record<string, readonly string[]>> = {
  name: [text.register.name],
  birthDate: [text.register.birthDate],
  birthTime: [text.register.birthTime],
  phone: [text.register.relativePhone],
  // Without a province no commune can be chosen.
  'addresses.current.communeCode': [text.common.commune, text.common.province],
}

/** Brings the cursor to the field somebody came for, and opens what folds it away. */
export function useFirstField(field: string | null) {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (field === null || !form.current) return
    const target = byLabels(form.current, labels[field] ?? []) ?? byMark(form.current)
    const folded = target?.closest('details')
    if (folded) folded.open = true
    target?.focus()
  }, [field])
  return form
}

function byMark(form: HTMLElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('[aria-invalid="true"]')
}

/** The first field with one of these labels that can be filled in. */
function byLabels(form: HTMLElement, labels: readonly string[]): HTMLElement | null {
  const all = [...form.querySelectorAll('label')]
  const targets = labels.flatMap(words => {
    const id = all.find(({ textContent }) => textContent?.startsWith(words))?.htmlFor
    return id ? (form.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`) ?? []) : []
  })
  return targets.find(({ disabled }) => !disabled) ?? null
}
