import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FridgeView, saveFridge } from '../../../src/contract/cold-chain-calls'
import { listVaccines } from '../../../src/contract/dose-calls'
import { listLots } from '../../../src/contract/stock-calls'
import { isInUse, type Vaccine } from '../../../src/domain/immunization/vaccine'
import { ErrorNotice } from '../../components/ErrorNotice'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './ColdChain.module.css'
import { homelessVaccines } from './fridge-contents'

const words = text.coldChain.contents

/** What stands in a fridge: a breach puts just these lots in quarantine. Name, list and use can be changed. */
export function FridgeContents(props: {
  readonly fridge: FridgeView
  readonly fridges: readonly FridgeView[]
}) {
  const { fridge, fridges } = props
  const [isEditing, setEditing] = useState(false)
  const catalog = useCallQuery(listVaccines, {})
  const lots = useCallQuery(listLots, { vaccineCode: null })
  const vaccines = catalog.data ?? []
  const nameOf = (code: string) => vaccines.find(vaccine => vaccine.code === code)?.shortName ?? code
  const shelf = (lots.data ?? []).filter(({ balance }) => balance > 0).map(lot => lot.vaccineCode)
  const homeless = homelessVaccines(
    fridges,
    shelf.filter(code => vaccines.some(vaccine => vaccine.code === code)),
  )
  const failed = [catalog, lots].find(({ error }) => error !== null)
  return (
    <Panel title={words.title} note={fridge.name} padded>
      <div className={styles.contents}>
        {failed?.error && <ErrorNotice error={failed.error} onRetry={failed.retry} />}
        {isEditing ? (
          <Edit
            fridge={fridge}
            vaccines={choicesOf(vaccines, shelf, fridge)}
            onClose={() => setEditing(false)}
          />
        ) : (
          <>
            <p data-testid="fridge-contents">
              {fridge.vaccineCodes === null ? words.all : fridge.vaccineCodes.map(nameOf).join(', ')}
              {!fridge.isActive && ` · ${words.outOfUse}`}
            </p>
            {homeless.length > 0 && (
              <p className={styles.late} role="status">
                ▲ {words.homeless(homeless.map(nameOf).join(', '))}
              </p>
            )}
            <QuietButton isSmall onPress={() => setEditing(true)} testId="edit-fridge">
              {words.edit}
            </QuietButton>
          </>
        )}
      </div>
    </Panel>
  )
}

/** What is on the shelf or in the list already, by name; the rest of the catalogue is not at this point. */
function choicesOf(
  vaccines: readonly Vaccine[],
  shelf: readonly string[],
  { vaccineCodes }: FridgeView,
): readonly Vaccine[] {
  const here = new Set([...shelf, ...(vaccineCodes ?? [])])
  const some = vaccines.filter(vaccine => isInUse(vaccine) && here.has(vaccine.code))
  return some.toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'vi'))
}

function Edit(props: {
  readonly fridge: FridgeView
  readonly vaccines: readonly Vaccine[]
  readonly onClose: () => void
}) {
  const { fridge, vaccines, onClose } = props
  const [name, setName] = useState(fridge.name)
  const [isActive, setActive] = useState(fridge.isActive)
  const [codes, setCodes] = useState(fridge.vaccineCodes)
  const save = useCallMutation(saveFridge)
  async function send() {
    const vaccineCodes = codes === null ? null : [...codes]
    const answer = await save.send({ fridgeId: fridge.fridgeId, name: name.trim(), vaccineCodes, isActive })
    if (answer.ok) onClose()
  }
  return (
    <>
      <TextInput
        className={styles.stretch}
        label={text.coldChain.fridgeName}
        maxLength={60}
        autoFocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={words.inUse}
        checked={isActive}
        onChange={event => setActive(event.currentTarget.checked)}
      />
      <Checkbox
        label={words.all}
        checked={codes === null}
        data-testid="fridge-holds-all"
        onChange={event => setCodes(event.currentTarget.checked ? null : [])}
      />
      {codes !== null && <Choices vaccines={vaccines} codes={codes} onChange={setCodes} />}
      {save.error && <ErrorNotice error={save.error} />}
      <div className={styles.buttons}>
        <QuietButton
          isDisabled={name.trim() === '' || codes?.length === 0 || save.isSaving}
          onPress={() => void send()}
          testId="save-fridge"
        >
          {words.save}
        </QuietButton>
        <QuietButton onPress={onClose}>{text.common.close}</QuietButton>
      </div>
    </>
  )
}

function Choices(props: {
  readonly vaccines: readonly Vaccine[]
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}) {
  const { vaccines, codes, onChange } = props
  return (
    <fieldset className={styles.choices} aria-label={words.title}>
      {vaccines.map(({ code, shortName }) => (
        <Checkbox
          key={code}
          label={shortName}
          checked={codes.includes(code)}
          onChange={event =>
            onChange(event.currentTarget.checked ? [...codes, code] : codes.filter(each => each !== code))
          }
        />
      ))}
    </fieldset>
  )
}
