import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { CallError } from '../../../src/contract/errors'
import { findRelative } from '../../../src/contract/family-calls'
import { registerPerson, searchPersons } from '../../../src/contract/person-calls'
import type { CalendarDay } from '../../../src/domain/calendar/calendar-day'
import type { Person, Relative } from '../../../src/domain/person/person'
import { normalizePhone } from '../../../src/domain/person/phone'
import { DateField } from '../../components/DateField'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatDay } from '../../components/format'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { sentenceAt } from '../../components/sentences'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { text } from '../../text'
import styles from './Birth.module.css'

/** The mother first: found in the register, or registered with what is known of her. `child`: whose record names her. */
export function MotherStep(props: {
  readonly child: Person | null
  readonly onMother: (motherId: string) => void
}) {
  const { child, onMother } = props
  const { point } = useAppState()
  const [her, setHer] = useState(() => namedIn(child))
  const [others, setOthers] = useState<readonly string[]>([])
  const register = useCallMutation(registerPerson)
  const address = child?.addresses.current ?? point?.address ?? null
  const { birthDate } = her
  const isReady = her.name.trim() !== '' && birthDate !== null

  async function save() {
    if (birthDate === null) return
    const person = womanOf({ ...her, birthDate, address })
    const answer = await register.send({ person, notDuplicateOf: [...others] })
    if (answer.ok) return onMother(answer.value.personId)
    const alike = answer.error.problems.flatMap(({ code, params }) =>
      code === 'person.likely-duplicate' ? [String(params.personId)] : [],
    )
    setOthers([...others, ...alike])
  }
  return (
    <Panel title={text.birth.mother} note={text.birth.motherNote} scrolls padded>
      <div className={styles.form} data-testid="birth-mother">
        <MotherFields her={her} onChange={setHer} error={register.error} />
        <FoundMothers name={her.name} phone={her.phone} nationalId={her.nationalId} onMother={onMother} />
        {register.error && <ErrorNotice error={register.error} />}
        <div>
          <FilledButton
            isBusy={register.isSaving}
            isDisabled={!isReady}
            onPress={() => void save()}
            testId="register-mother"
          >
            {text.birth.registerMother}
          </FilledButton>
        </div>
      </div>
    </Panel>
  )
}

type Her = {
  readonly name: string
  readonly birthDate: CalendarDay | null
  readonly phone: string
  readonly nationalId: string
  readonly hamlet: string
}

/** What the child's record says of her. */
function namedIn(child: Person | null): Her {
  const named = child?.relatives.find(({ relation }) => relation === 'mother') ?? null
  return {
    name: named?.name ?? '',
    birthDate: null,
    phone: named?.phone ?? '',
    nationalId: named?.nationalId ?? '',
    hamlet: child?.addresses.current?.hamlet ?? '',
  }
}

const texts = [
  { field: 'phone', label: text.birth.phone, at: 'person.phone' },
  { field: 'nationalId', label: text.birth.motherId, at: 'person.identifiers.national-id' },
  { field: 'hamlet', label: text.common.hamlet, at: 'person.addresses.current' },
] as const

function MotherFields(props: {
  readonly her: Her
  readonly onChange: (her: Her) => void
  readonly error: CallError | null
}) {
  const { her, onChange, error } = props
  const { today } = useAppState()
  return (
    <div className={`${styles.row} ${styles.mother}`}>
      <TextInput
        label={text.birth.motherName}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        withAsterisk
        value={her.name}
        error={sentenceAt(error, 'person.name') ?? undefined}
        onChange={event => onChange({ ...her, name: event.currentTarget.value })}
      />
      <DateField
        label={text.birth.motherBirth}
        value={her.birthDate}
        today={today}
        isRequired
        error={sentenceAt(error, 'person.birthDate')}
        onChange={birthDate => onChange({ ...her, birthDate })}
      />
      {texts.map(({ field, label, at }) => (
        <TextInput
          key={field}
          label={label}
          autoComplete="off"
          value={her[field]}
          error={sentenceAt(error, at) ?? undefined}
          onChange={event => onChange({ ...her, [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

/** Women of the register with that number, or that name. */
function FoundMothers(props: {
  readonly name: string
  readonly phone: string
  readonly nationalId: string
  readonly onMother: (motherId: string) => void
}) {
  const { today } = useAppState()
  const [{ name, phone, nationalId }] = useDebouncedValue(props, 250)
  const isAsked = name.trim().length > 3
  const typed = { name, phone: phone || null, nationalId: nationalId || null, birthYear: null }
  const relative: { readonly relation: Relative['relation'] } = { relation: 'mother' }
  const sure = useCallQuery(findRelative, { ...typed, ...relative }, { isOn: isAsked, keep: true })
  const alike = useCallQuery(searchPersons, { text: name, limit: 8 }, { isOn: isAsked, keep: true })
  const all = [...(sure.data ?? []).map(({ hit }) => hit), ...(alike.data?.hits ?? [])]
  const women = all.filter(({ sex, birthDate }) => sex !== 'male' && isGrown(birthDate, today))
  const hits = isAsked ? [...new Map(women.map(hit => [hit.personId, hit])).values()].slice(0, 5) : []
  if (hits.length === 0) return null
  return (
    <div>
      <p className={styles.label}>{text.birth.motherFound}</p>
      {hits.map(hit => (
        <div key={hit.personId} className={styles.hit} data-testid="found-mother">
          <p className={styles.name}>{hit.displayName}</p>
          <p className={styles.soft}>
            {[formatDay(hit.birthDate), hit.phone, hit.hamlet].filter(Boolean).join(' · ')}
          </p>
          <div>
            <QuietButton isSmall onPress={() => props.onMother(hit.personId)}>
              {text.birth.useMother}
            </QuietButton>
          </div>
        </div>
      ))}
    </div>
  )
}

function isGrown(birthDate: CalendarDay, today: CalendarDay): boolean {
  return Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) >= 12
}

function womanOf(typed: {
  readonly name: string
  readonly birthDate: CalendarDay
  readonly phone: string
  readonly nationalId: string
  readonly hamlet: string
  readonly address: NonNullable<Person['addresses']['current']> | null
}): Person {
  const { name, birthDate, phone, nationalId, hamlet, address } = typed
  const current = address && { ...address, hamlet: hamlet || null }
  return {
    kind: 'woman',
    name,
    birthDate,
    birthTime: null,
    sex: 'female',
    ethnicGroupCode: null,
    nationalityCode: 'VN',
    bloodGroup: null,
    phone: phone.trim() === '' ? null : (normalizePhone(phone) ?? phone),
    identifiers: nationalId.trim() === '' ? [] : [{ system: 'national-id', value: nationalId }],
    addresses: current ? { current } : {},
    relatives: [],
    alerts: [],
    protectedAtBirth: null,
    gestationWeeks: null,
    birthWeightG: null,
    note: null,
  }
}
