import { listVaccines } from '../../../src/contract/dose-calls'
import type { ColumnView, FileOverview } from '../../../src/contract/import-calls'
import { importFields, isColumnMeaning } from '../../../src/domain/exchange/import-fields'
import { ErrorNotice } from '../../components/ErrorNotice'
import { FilledButton } from '../../components/FilledButton'
import { formatCount } from '../../components/format'
import { LateSkeleton } from '../../components/LateSkeleton'
import { type Choice, Picker } from '../../components/Picker'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { text } from '../../text'
import styles from './Import.module.css'
import { SaveKind } from './SaveKind'
import { UnderstoodTable } from './UnderstoodTable'
import { type ImportWork, lookOf } from './use-import'

const mostHeaderRows = 15

/** How the file is understood, column by column, and what comes of it; every choice can be changed. */
export function ColumnsStep({ work }: { readonly work: ImportWork }) {
  const { overview, looking } = work
  const vaccines = useCallQuery(listVaccines, {})
  if (!overview) return <LateSkeleton lines={8} />
  const products = (vaccines.data ?? []).map(({ code, tradeName }) => ({ value: code, label: tradeName }))
  return (
    <>
      {looking.error && <ErrorNotice error={looking.error} />}
      <Where work={work} overview={overview} />
      <div className={styles.scroll}>
        <ColumnTable work={work} overview={overview} products={products} />
        {overview.unknownVaccines.length > 0 && (
          <UnknownVaccines work={work} overview={overview} products={products} />
        )}
        <UnderstoodTable rows={overview.understood} />
        <SaveKind overview={overview} />
      </div>
      {overview.missing.map(field => (
        <p key={field} role="alert" className={styles.problemWords}>
          ▲ {text.importFile.missing[field]}
        </p>
      ))}
      <div className={styles.buttons}>
        <QuietButton onPress={() => void work.choose()}>{text.importFile.chooseAnother}</QuietButton>
        <FilledButton
          onPress={() => void work.check()}
          isDisabled={overview.missing.length > 0 || overview.rows < 1}
          isBusy={looking.isRunning}
          testId="check-import"
        >
          {text.importFile.toCheck}
        </FilledButton>
      </div>
    </>
  )
}

type Part = { readonly work: ImportWork; readonly overview: FileOverview }

/** Which sheet, and where its header stands. */
function Where({ work, overview }: Part) {
  const { sheets, sheet, headerRow, profileName, rows } = overview
  const headerChoices = [
    { value: 'none', label: text.importFile.noHeader },
    ...Array.from({ length: Math.min(mostHeaderRows, sheets[sheet]?.rows ?? 1) }, (_, row) => ({
      value: String(row),
      label: text.importFile.headerRowChoice(row + 1),
    })),
  ]
  return (
    <div className={styles.where}>
      {sheets.length > 1 && (
        <Picker
          label={text.importFile.sheet}
          choices={sheets.map(({ name, rows: count }, index) => ({
            value: String(index),
            label: text.importFile.sheetChoice(name, formatCount(count)),
          }))}
          value={String(sheet)}
          onChange={value => work.look({ sheet: Number(value ?? 0) })}
        />
      )}
      <Picker
        label={text.importFile.headerRow}
        choices={headerChoices}
        value={headerRow === null ? 'none' : String(headerRow)}
        onChange={value =>
          work.look({ sheet, headerRow: value === 'none' || value === null ? null : Number(value) })
        }
      />
      <p className={styles.soft}>
        {text.importFile.file(work.file?.fileName ?? '', formatCount(rows))}
        {profileName !== null && <strong> ✓ {text.importFile.knownKind(profileName)}</strong>}
      </p>
    </div>
  )
}

function ColumnTable({ work, overview, products }: Part & { readonly products: readonly Choice[] }) {
  const fields = importFields.map(field => ({ value: field, label: text.importFile.fields[field] }))
  const dates = products.map(({ value, label }) => ({
    value: `vaccine:${value}`,
    label: text.importFile.datesOf(label),
  }))
  const choices = [{ value: 'none', label: text.importFile.notRead }, ...fields, ...dates]
  function change(column: ColumnView, value: string | null) {
    const look = lookOf(overview)
    const meanings = overview.columns.map(({ index, meaning }) => {
      if (index === column.index) return value !== null && isColumnMeaning(value) ? value : null
      return meaning === value && !value?.startsWith('vaccine:') ? null : meaning
    })
    work.look({ ...look, meanings })
  }
  return (
    <table className={styles.columns} data-testid="import-columns">
      <caption>
        {text.importFile.columns} <span className={styles.soft}>{text.importFile.columnsNote}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{text.importFile.column}</th>
          <th scope="col">{text.importFile.inFile}</th>
          <th scope="col">{text.importFile.understoodAs}</th>
          <th scope="col">{text.importFile.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {overview.columns.map(column => (
          <tr key={column.index} className={column.meaning === null ? styles.unread : ''}>
            <th scope="row">
              <span className={styles.letter}>{column.letter}</span> {column.header}
              {column.isHidden && <span className={styles.soft}> ({text.importFile.hidden})</span>}
            </th>
            <td className={styles.raw}>{column.samples.map(({ raw }) => raw).join(' · ')}</td>
            <td>
              {column.samples.map(({ read }) => read).join(' · ')}
              {column.font && <span className={styles.font}>Aa {text.importFile.font[column.font]}</span>}
            </td>
            <td className={styles.pick}>
              <Picker
                label={`${text.importFile.meaning}: ${column.letter} ${column.header}`}
                isLabelHidden
                choices={choices}
                value={column.meaning ?? 'none'}
                onChange={value => change(column, value)}
                testId={`column-${column.letter}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function UnknownVaccines({ work, overview, products }: Part & { readonly products: readonly Choice[] }) {
  return (
    <section className={styles.unknown} aria-label={text.importFile.unknownVaccines}>
      <h3>▲ {text.importFile.unknownVaccines}</h3>
      <p className={styles.soft}>{text.importFile.unknownVaccinesNote}</p>
      {overview.unknownVaccines.map(({ text: name, count }) => (
        <div key={name} className={styles.unknownLine}>
          <span>
            “{name}” <span className={styles.soft}>{text.importFile.timesSeen(formatCount(count))}</span>
          </span>
          <Picker
            label={name}
            isLabelHidden
            isClearable
            choices={products}
            value={work.vaccineNames[name] ?? null}
            onChange={code => work.name(name, code)}
          />
        </div>
      ))}
    </section>
  )
}
