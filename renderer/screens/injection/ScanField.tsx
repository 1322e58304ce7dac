import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { LotOnHand } from '../../../src/domain/stock/lot'
import { Kbd } from '../../components/Kbd'
import { useKeys } from '../../components/use-keys'
import { locale, text } from '../../text'
import styles from './Injection.module.css'
import type { InjectionData } from './injection-data'
import { changeLot, changeProduct, findScanned, planDue, planExtra } from './plan'
import type { Injection } from './use-injection'

/** F4: the lot of a vial by scan or by hand. It goes to the dose it fits; a due dose is ticked, another is added. */
export function ScanField({
  data,
  injection,
}: {
  readonly data: InjectionData
  readonly injection: Injection
}) {
  const { shelf } = data
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<{ readonly sentence: string; readonly isWrong: boolean } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useKeys({ F4: () => field.current?.focus() })

  function take() {
    const found = findScanned(typed, shelf, wantedBy(data, injection))
    if (!found) return
    if (found.kind === 'unknown') {
      return setSaid({ sentence: text.injection.scanUnknown(found.number), isWrong: true })
    }
    const { lot } = found
    if (found.kind === 'unusable') {
      const why = text.injection.lotUnusable[found.why]
      return setSaid({ sentence: text.injection.scanUnusable(lot.number, why), isWrong: true })
    }
    const label = giveLot(lot, data, injection)
    setTyped('')
    setSaid({ sentence: text.injection.scanDone(lot.number, label), isWrong: false })
  }

  return (
    <div>
      <TextInput
        ref={field}
        aria-label={text.injection.scan}
        placeholder={text.injection.scan}
        rightSection={<Kbd>F4</Kbd>}
        rightSectionWidth={40}
        autoComplete="off"
        data-scan="own"
        data-testid="scan-vial"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          take()
        }}
      />
      <p role="status" className={said?.isWrong ? styles.saidWrong : styles.said}>
        {said?.sentence}
      </p>
    </div>
  )
}

/** Products of the plan first, then those of the other due doses. */
function wantedBy(data: InjectionData, injection: Injection): readonly string[] {
  return [
    ...injection.lines.flatMap(line => line.vaccineCodes),
    ...data.chart.today.flatMap(due => due.vaccineCodes),
  ]
}

/** Puts a lot on the line it fits, making the line where there is none. Answers what it is for. */
function giveLot(lot: LotOnHand, { shelf, chart }: InjectionData, injection: Injection): string {
  const { lines } = injection
  const { vaccineCode } = lot
  const vaccine = shelf.vaccines.get(vaccineCode)
  if (!vaccine) return vaccineCode
  const line =
    lines.find(each => each.vaccineCode === vaccineCode) ??
    lines.find(each => each.vaccineCodes.includes(vaccineCode))
  if (line) {
    const same = line.vaccineCode === vaccineCode ? line : changeProduct(line, vaccineCode, shelf, lines)
    injection.change(line.key, changeLot(same, lot))
    injection.open(line.key)
    return line.label
  }
  const due = chart.today.find(each => each.vaccineCodes.includes(vaccineCode))
  const planned = due ? planDue(due, due.label[locale], shelf, lines) : null
  const fresh = planned ? changeProduct(planned, vaccineCode, shelf, lines) : planExtra(vaccine, shelf, lines)
  injection.add(changeLot(fresh, lot))
  return fresh.label
}
