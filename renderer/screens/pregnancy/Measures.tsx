import { presentations, urineProteins } from '../../../src/domain/maternal/antenatal-visit'
import { DateField } from '../../components/DateField'
import { formatDay } from '../../components/format'
import { sentenceAt } from '../../components/sentences'
import { TypedField } from '../../components/TypedField'
import { text } from '../../text'
import { Choice, NumberField, Words } from './Fields'
import styles from './Pregnancy.module.css'
import {
  readPressure,
  readRates,
  readScanAge,
  writeNumber,
  writePressure,
  writeRates,
  writeScanAge,
} from './typed-values'
import type { VisitPart } from './visit-part'

/** What is measured and looked at, in the order of the handbook's row. */
export function Measures(part: VisitPart) {
  const { draft, today, error, onChange } = part
  const words = text.pregnancy.visit
  return (
    <div className={styles.stack}>
      <div className={styles.three}>
        <DateField
          label={words.on}
          value={draft.visitedOn}
          today={today}
          isRequired
          testId="visited-on"
          error={sentenceAt(error, 'visitedOn')}
          onChange={visitedOn => onChange({ visitedOn })}
        />
        <Weight {...part} />
        <TypedField
          label={words.pressure}
          placeholder={words.pressureHint}
          bad={words.badPressure}
          value={draft.pressure}
          read={readPressure}
          write={writePressure}
          testId="pressure"
          error={sentenceAt(error, 'systolic') ?? sentenceAt(error, 'diastolic')}
          onChange={pressure => onChange({ pressure })}
        />
        <Obstetric {...part} />
        <Laboratory {...part} />
      </div>
      <Choices {...part} />
      <div className={styles.two}>
        <Words label={words.scanNote} value={draft.scanNote} onChange={scanNote => onChange({ scanNote })} />
        <Words label={words.place} value={draft.placeName} onChange={placeName => onChange({ placeName })} />
      </div>
    </div>
  )
}

function Weight({ view, draft, error, onChange }: VisitPart) {
  const words = text.pregnancy.visit
  const last = view.visits.findLast(
    ({ weightKg, visitedOn }) =>
      weightKg !== null && (draft.visitedOn === null || visitedOn < draft.visitedOn),
  )
  const hint = last?.weightKg ? words.lastWeight(writeNumber(last.weightKg), formatDay(last.visitedOn)) : null
  return (
    <NumberField
      label={words.weight}
      hint={hint}
      value={draft.weightKg}
      autoFocus
      testId="weight"
      error={sentenceAt(error, 'weightKg')}
      onChange={weightKg => onChange({ weightKg })}
    />
  )
}

function Obstetric({ view, draft, error, onChange }: VisitPart) {
  const words = text.pregnancy.visit
  const isMany = (view.fetuses ?? 1) > 1
  return (
    <>
      <NumberField
        label={words.fundal}
        value={draft.fundalHeightCm}
        testId="fundal"
        error={sentenceAt(error, 'fundalHeightCm')}
        onChange={fundalHeightCm => onChange({ fundalHeightCm })}
      />
      <NumberField
        label={words.girth}
        value={draft.abdominalGirthCm}
        error={sentenceAt(error, 'abdominalGirthCm')}
        onChange={abdominalGirthCm => onChange({ abdominalGirthCm })}
      />
      <TypedField
        label={words.fetalHeart}
        placeholder={words.fetalHeartHint}
        bad={words.badFetalHeart}
        hint={isMany ? words.fetalHeartTwins : null}
        value={draft.rates}
        read={readRates}
        write={writeRates}
        testId="fetal-heart"
        error={sentenceAt(error, 'fetalHeartRates')}
        onChange={rates => onChange({ rates })}
      />
    </>
  )
}

function Laboratory({ draft, error, onChange }: VisitPart) {
  const words = text.pregnancy.visit
  return (
    <>
      <NumberField
        label={words.haemoglobin}
        value={draft.haemoglobin}
        testId="haemoglobin"
        error={sentenceAt(error, 'haemoglobin')}
        onChange={haemoglobin => onChange({ haemoglobin })}
      />
      <NumberField
        label={words.iron}
        value={draft.ironFolateTablets}
        testId="iron"
        error={sentenceAt(error, 'ironFolateTablets')}
        onChange={ironFolateTablets => onChange({ ironFolateTablets })}
      />
      <TypedField
        label={words.scanAge}
        placeholder={text.pregnancy.form.scanAgeHint}
        bad={text.pregnancy.form.badAge}
        value={draft.scanAge}
        read={readScanAge}
        write={writeScanAge}
        testId="visit-scan"
        error={sentenceAt(error, 'scan.weeks')}
        onChange={scanAge => onChange({ scanAge })}
      />
    </>
  )
}

function Choices({ draft, onChange }: VisitPart) {
  const words = text.pregnancy.visit
  const { yes, no } = text.pregnancy.visits
  return (
    <>
      <div className={styles.oneTwo}>
        <Choice
          label={words.oedema}
          choices={[
            { value: 'no', label: no },
            { value: 'yes', label: yes },
          ]}
          value={draft.oedema === null ? null : draft.oedema ? 'yes' : 'no'}
          onChange={value => onChange({ oedema: value === null ? null : value === 'yes' })}
        />
        <Choice
          label={words.protein}
          choices={urineProteins.map(value => ({ value, label: words.proteins[value] }))}
          value={draft.urineProtein}
          onChange={urineProtein => onChange({ urineProtein })}
        />
      </div>
      <Choice
        label={words.presentation}
        choices={presentations.map(value => ({ value, label: words.presentations[value] }))}
        value={draft.presentation}
        onChange={presentation => onChange({ presentation })}
      />
    </>
  )
}
