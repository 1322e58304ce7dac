import { TextInput } from '@mantine/core'
import { DateField } from '../../components/DateField'
import { Picker } from '../../components/Picker'
import { sentenceAt } from '../../components/sentences'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Birth.module.css'
import { type BirthAntigen, birthAntigens, type DoseDraft } from './birth-draft'
import type { ChildPart } from './child-part'
import { Choose, ShortField } from './form-fields'

const given = ['no', 'yes'] as const

/** Doses that the birth place gave already; what is given here goes through the queue. HBIG only where it is needed. */
export function DoseFields(part: ChildPart) {
  const { form, child } = part
  const isCarrier = form.plan.hbsag === 'positive' || form.tests.some(isPositiveHbsag)
  const shown = birthAntigens.filter(each => each !== 'HBIG' || isCarrier || child.doses.HBIG.isGiven)
  return (
    <div>
      <p className={styles.label}>{text.birth.doses}</p>
      <div className={`${styles.row} ${styles.doses}`}>
        {shown.map(antigen => (
          <DoseOf key={antigen} {...part} antigen={antigen} />
        ))}
      </div>
    </div>
  )
}

function isPositiveHbsag({ alert, result }: ChildPart['form']['tests'][number]): boolean {
  return alert === 'mother-hbsag-positive' && result === 'positive'
}

function DoseOf({ antigen, ...part }: ChildPart & { readonly antigen: BirthAntigen }) {
  const { child, onChange } = part
  const dose = child.doses[antigen]
  const change = (changed: Partial<DoseDraft>) =>
    onChange({ ...child, doses: { ...child.doses, [antigen]: { ...dose, ...changed } } })
  return (
    <div className={styles.dose} data-testid={`birth-dose-${antigen}`}>
      <Choose
        label={text.birth.doseNames[antigen]}
        choices={given.map(value => ({ value, label: text.birth.doseGiven[value] }))}
        value={dose.isGiven ? 'yes' : 'no'}
        onChange={value => change({ isGiven: value === 'yes' })}
      />
      {dose.isGiven && <Details {...part} antigen={antigen} dose={dose} change={change} />}
    </div>
  )
}

/** Product, day and lot; the minute where hours count. */
function Details(
  props: ChildPart & {
    readonly antigen: BirthAntigen
    readonly dose: DoseDraft
    readonly change: (changed: Partial<DoseDraft>) => void
  },
) {
  const { form, child, antigen, dose, change, error, at } = props
  const { today } = useAppState()
  const index = birthAntigens.filter(each => child.doses[each].isGiven).indexOf(antigen)
  const errorAt = (field: string) => sentenceAt(error, `${at}.doses.${index}.${field}`)
  const products = form.vaccines.filter(each => each.antigen === antigen)
  return (
    <>
      {products.length > 1 && (
        <Picker
          label={text.birth.doseProduct}
          choices={products.map(({ code, name }) => ({ value: code, label: name }))}
          value={dose.vaccineCode}
          error={errorAt('vaccineCode')}
          onChange={value => change({ vaccineCode: value ?? dose.vaccineCode })}
        />
      )}
      <div className={styles.doseFields}>
        <DateField
          label={text.birth.doseOn}
          value={dose.givenOn ?? child.bornOn}
          today={today}
          error={errorAt('givenOn')}
          onChange={givenOn => change({ givenOn })}
        />
        {antigen !== 'BCG' && (
          <ShortField
            label={text.birth.doseAt}
            value={dose.givenTime}
            isTime
            placeholder={text.birth.timeHint}
            testId={`dose-at-${antigen}`}
            error={errorAt('givenTime')}
            onChange={givenTime => change({ givenTime })}
          />
        )}
        <TextInput
          label={text.birth.doseLot}
          autoComplete="off"
          maxLength={40}
          value={dose.lotNumber}
          onChange={event => change({ lotNumber: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
