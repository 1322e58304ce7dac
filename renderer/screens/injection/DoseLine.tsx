import { Select, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatDay } from '../../components/format'
import { text } from '../../text'
import { antigenName, codes } from '../../text/codes'
import { PrintButton } from '../documents/PrintButton'
import { choicesOf } from './choices'
import styles from './DoseLine.module.css'
import type { InjectionData } from './injection-data'
import { LineProblems } from './LineProblems'
import {
  changeLot,
  changeProduct,
  changeRoute,
  lotsOf,
  mayLackVolume,
  type PlanLine,
  type Shelf,
  sharesSite,
  volumeByData,
  volumeOf,
  whyUnusable,
} from './plan'
import type { Injection } from './use-injection'

type LineProps = {
  readonly line: PlanLine
  readonly data: InjectionData
  readonly injection: Injection
}

/** One dose about to be given; the open one shows its fields, the others one line each. */
export function DoseLine(props: LineProps & { readonly number: number }) {
  const { line, number, data, injection } = props
  const isOpen = injection.openKey === line.key
  const check = injection.checkOf(line)
  const hasTrouble = check !== null && (check.refusals.length > 0 || check.warnings.length > 0)
  const box = useRef<HTMLElement>(null)
  // What stands against the line at hand must be seen, not scrolled for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its trouble comes later than the line
  useEffect(() => {
    if (isOpen) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, hasTrouble])
  return (
    <section ref={box} className={`${styles.line} ${isOpen ? styles.lineOpen : ''}`} aria-label={line.label}>
      <div className={styles.lineHead}>
        <button
          type="button"
          className={styles.lineName}
          aria-expanded={isOpen}
          onClick={() => injection.open(isOpen ? null : line.key)}
        >
          <b>
            {number} · {line.label}
          </b>
          {!isOpen && <span className={styles.lineShort}>{shortOf(line, data)}</span>}
          <span className={line.scan ? styles.scanned : styles.unscanned}>
            {line.scan ? ` ✓ ${text.injection.labelScanned}` : ` ○ ${text.injection.labelChosen}`}
          </span>
        </button>
        {isOpen && line.lotId !== null && <SyringeLabel personId={data.person.personId} lotId={line.lotId} />}
        <button
          type="button"
          className={styles.lineRemove}
          aria-label={text.injection.remove(line.label)}
          onClick={() => injection.remove(line.key)}
        >
          ✕
        </button>
      </div>
      {isOpen && <LineFields line={line} data={data} injection={injection} />}
      {hasTrouble && (
        <LineProblems
          line={line}
          check={check}
          names={namesOf(data)}
          onChange={next => injection.change(line.key, next)}
        />
      )}
    </section>
  )
}

/** The label of the syringe that is drawn for this child now: a tray with two syringes is where doses are swapped. */
function SyringeLabel({ personId, lotId }: { readonly personId: string; readonly lotId: string }) {
  return (
    <PrintButton
      of={{ kind: 'vial-label', personId, lotId }}
      label={text.documents.syringeLabel}
      keys={{ press: 'Ctrl+b', hint: 'Ctrl B' }}
      testId="print-syringe"
    />
  )
}

function shortOf(line: PlanLine, { shelf }: InjectionData): string {
  const lot = shelf.lots.find(each => each.lotId === line.lotId)
  return text.injection.collapsed(
    lot?.number ?? text.injection.chooseLot,
    line.route ? codes.routes[line.route] : '',
    line.site ? codes.sitesShort[line.site] : '',
    line.volume,
  )
}

function LineFields(props: LineProps) {
  const { line, data, injection } = props
  const { shelf } = data
  const lots = lotsOf(shelf, line.vaccineCode)
  // Where there is a product to choose, the fields keep to four rows all the same.
  const isChoice = productsOf(line, shelf).length > 1
  const change = (next: PlanLine) => injection.change(line.key, next)
  return (
    <div className={styles.fields}>
      {isChoice && <ProductField {...props} />}
      {isChoice && <ProgrammeField {...props} />}
      <Select
        size="xs"
        className={styles.wide}
        label={text.injection.lotFirstExpired}
        placeholder={text.injection.chooseLot}
        data={lots.map(lot => {
          const why = whyUnusable(shelf, lot, line.vaccineCode)
          const label = text.injection.lotOption(lot.number, formatDay(lot.expiresOn), lot.balance)
          return {
            value: lot.lotId,
            label: why ? `${label} · ${text.injection.lotUnusable[why]}` : label,
            disabled: why !== null,
          }
        })}
        value={line.lotId}
        allowDeselect={false}
        error={line.lotId === null ? text.injection.noLot : undefined}
        data-testid="lot"
        onChange={lotId => {
          const lot = lots.find(each => each.lotId === lotId)
          if (lot) change(changeLot(line, lot))
        }}
      />
      <PlaceFields {...props} />
      {!isChoice && <ProgrammeField {...props} />}
      <VolumeHint line={line} shelf={shelf} isWide={!isChoice} />
      {sharesSite(line, injection.lines) && (
        <p className={`${styles.wide} ${styles.caution}`}>{text.injection.sameSite}</p>
      )}
    </div>
  )
}

/** Which product, where several would do. */
function ProductField({ line, data: { shelf }, injection }: LineProps) {
  return (
    <Select
      size="xs"
      label={text.injection.product}
      data={productsOf(line, shelf).map(code => ({
        value: code,
        label: shelf.vaccines.get(code)?.shortName ?? code,
      }))}
      value={line.vaccineCode}
      allowDeselect={false}
      onChange={code => code && injection.change(line.key, changeProduct(line, code, shelf, injection.lines))}
    />
  )
}

/** Who pays for it. */
function ProgrammeField({ line, injection }: LineProps) {
  return (
    <Select
      size="xs"
      label={text.injection.programme}
      data={choicesOf(text.common.programme)}
      value={line.programme}
      allowDeselect={false}
      onChange={programme => programme && injection.change(line.key, { ...line, programme })}
    />
  )
}

function PlaceFields({ line, data, injection }: LineProps) {
  const change = (part: Partial<PlanLine>) => injection.change(line.key, { ...line, ...part })
  return (
    <>
      <Select
        size="xs"
        label={text.injection.site}
        placeholder={text.injection.noSite}
        data={choicesOf(codes.sites)}
        value={line.site}
        allowDeselect={false}
        onChange={site => site && change({ site })}
      />
      <Select
        size="xs"
        label={text.injection.route}
        data={choicesOf(codes.routes)}
        value={line.route}
        allowDeselect={false}
        onChange={route => route && injection.change(line.key, changeRoute(line, route, data.shelf))}
      />
      <TextInput
        size="xs"
        label={text.injection.volume}
        data-missing={volumeOf(line) === null || undefined}
        data-testid="volume"
        inputMode="decimal"
        maxLength={5}
        value={line.volume}
        error={volumeOf(line) === null && !mayLackVolume(line) ? text.injection.volumeMissing : undefined}
        onChange={event => change({ volume: event.currentTarget.value })}
      />
    </>
  )
}

/** How much the data states for this age, with the mark of what nobody has confirmed; nothing where it knows nothing. */
function VolumeHint(props: { readonly line: PlanLine; readonly shelf: Shelf; readonly isWide: boolean }) {
  const stated = volumeByData(props.line, props.shelf)
  const width = props.isWide ? styles.wide : ''
  if (stated === null) return null
  if (stated === 'other-age')
    return <p className={`${styles.caution} ${width}`}>▲ {text.doseVolume.otherAge}</p>
  return (
    <p className={`${styles.hint} ${width}`} data-testid="stated-volume">
      {text.doseVolume.byData(stated)} {!stated.isConfirmed && text.doseVolume.unconfirmed}
    </p>
  )
}

/** Names of products from the catalog. */
function namesOf({ shelf }: InjectionData) {
  return {
    vaccine: (code: string) => shelf.vaccines.get(code)?.shortName ?? code,
    antigen: antigenName,
  }
}

/** Products that can be given from the shelf, and the one that is chosen. */
function productsOf(line: PlanLine, shelf: Shelf): readonly string[] {
  const isOnShelf = (code: string) => lotsOf(shelf, code).some(lot => whyUnusable(shelf, lot, code) === null)
  return line.vaccineCodes.filter(code => code === line.vaccineCode || isOnShelf(code))
}
