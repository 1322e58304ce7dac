import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { listCommunes, listProvinces, switchMode } from '../../../src/contract/point-calls'
import { formatPhone } from '../../../src/domain/person/phone'
import { call } from '../../api'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { useCallQuery } from '../../data/use-call-query'
import { useAppState } from '../../frame/app-state'
import { useNavigation } from '../../frame/navigation'
import { locale, text } from '../../text'
import { chooseLargeType, chooseLocale, readLargeType } from '../../theme/preferences'
import { PointPanel } from './PointPanel'
import { PrinterList } from './PrinterList'
import styles from './SetUp.module.css'
import { TemplatesPanel } from './TemplatesPanel'
import { UserList } from './UserList'

/** Thiết lập: what was asked at the first run, and how this PC looks. */
export function SetUpScreen() {
  const { mode, signedIn } = useAppState()
  const { go } = useNavigation()
  const [isEditing, setEditing] = useState(false)
  const mayEdit = signedIn?.role === 'head' || signedIn?.role === 'admin'
  const other = mode === 'practice' ? 'real' : 'practice'
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <Panel title={text.setUp.point} padded>
          {isEditing ? <PointPanel onClose={() => setEditing(false)} /> : <PointFacts />}
          {!isEditing && mayEdit && (
            <div className={styles.below}>
              <QuietButton isSmall onPress={() => setEditing(true)} testId="edit-point">
                {text.common.edit}
              </QuietButton>{' '}
              <QuietButton
                isSmall
                onPress={() => go({ name: 'certificate-keys' })}
                testId="open-certificate-keys"
              >
                {text.certificate.keys.open}
              </QuietButton>
            </div>
          )}
          {!isEditing && (
            <div className={styles.below}>
              <QuietButton isSmall onPress={() => go({ name: 'courier' })} testId="open-courier">
                {text.courier.open}
              </QuietButton>
            </div>
          )}
        </Panel>
        <Panel title={text.setUp.users} padded scrolls className={styles.grows}>
          <UserList />
        </Panel>
        <Panel title={text.templates.title} padded scrolls className={styles.grows}>
          <TemplatesPanel mayEdit={mayEdit} />
        </Panel>
        <Panel title={text.setUp.scanner} padded>
          <div className={styles.two}>
            <p className={styles.soft}>{text.setUp.scannerNote}</p>
            <QuietButton onPress={() => go({ name: 'scanner' })} testId="open-scanner">
              {text.scanner.title}
            </QuietButton>
          </div>
        </Panel>
      </div>
      <div className={styles.column}>
        <Panel title={text.setUp.printers} padded scrolls className={styles.grows}>
          <div className={styles.two}>
            <p className={styles.soft}>{text.printers.note}</p>
            <QuietButton onPress={() => go({ name: 'printers' })} testId="open-printers">
              {text.printers.open}
            </QuietButton>
          </div>
          <div className={styles.below}>
            <PrinterList canRemove />
          </div>
        </Panel>
        <Panel title={text.setUp.look} padded>
          <Look />
        </Panel>
        <Panel title={text.setUp.import} padded>
          <div className={styles.two}>
            <p className={styles.soft}>{text.setUp.importNote}</p>
            <QuietButton onPress={() => go({ name: 'import' })} testId="open-import">
              {text.setUp.openImport}
            </QuietButton>
          </div>
        </Panel>
        <Panel title={text.setUp.schedule} padded>
          <div className={styles.two}>
            <p className={styles.soft}>{text.setUp.scheduleNote}</p>
            <QuietButton onPress={() => go({ name: 'schedules' })} testId="open-schedules">
              {text.setUp.openSchedule}
            </QuietButton>
          </div>
        </Panel>
        <Panel title={text.setUp.mode} padded>
          <div className={styles.two}>
            <p className={styles.soft}>
              {mode === 'practice' ? text.setUp.modePractice : text.setUp.modeReal}
            </p>
            <QuietButton onPress={() => void call(switchMode, { mode: other })}>
              {mode === 'practice' ? text.setUp.openReal : text.setUp.openPractice}
            </QuietButton>
          </div>
        </Panel>
      </div>
    </div>
  )
}

function PointFacts() {
  const { point, station } = useAppState()
  const provinceCode = point?.address.provinceCode ?? null
  const provinces = useCallQuery(listProvinces, {})
  const communes = useCallQuery(
    listCommunes,
    { provinceCode: provinceCode ?? '' },
    { isOn: provinceCode !== null },
  )
  if (!point) return null
  const commune = communes.data?.find(({ code }) => code === point.address.communeCode)?.name
  const province = provinces.data?.find(({ code }) => code === provinceCode)?.name
  const facts = [
    { term: text.start.pointName, fact: point.name },
    { term: text.start.pointKind, fact: text.start.kinds[point.kind] },
    { term: text.setUp.code, fact: point.code ?? text.common.notKnown },
    { term: text.common.commune, fact: [point.address.hamlet, commune, province].filter(Boolean).join(', ') },
    { term: text.common.phone, fact: point.phone ? formatPhone(point.phone) : text.common.notKnown },
    { term: text.start.station, fact: station ? text.setUp.station(station.name, station.number) : '' },
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(({ term, fact }) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

function Look() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isLarge, setLarge] = useState(readLargeType)
  const themes = ['auto', 'light', 'dark'] as const
  return (
    <div className={styles.choices}>
      <span>{text.setUp.theme}</span>
      <SegmentedControl
        aria-label={text.setUp.theme}
        data={themes.map(theme => ({ value: theme, label: text.setUp.themes[theme] }))}
        value={colorScheme}
        onChange={value => setColorScheme(themes.find(theme => theme === value) ?? 'auto')}
      />
      <span>{text.setUp.language}</span>
      <SegmentedControl
        aria-label={text.setUp.language}
        data={(['vi', 'en'] as const).map(value => ({ value, label: text.setUp.languages[value] }))}
        value={locale}
        onChange={value => chooseLocale(value === 'en' ? 'en' : 'vi')}
      />
      <span>{text.setUp.largeType}</span>
      <Switch
        aria-label={text.setUp.largeType}
        checked={isLarge}
        onChange={event => {
          setLarge(event.currentTarget.checked)
          chooseLargeType(event.currentTarget.checked)
        }}
      />
    </div>
  )
}
