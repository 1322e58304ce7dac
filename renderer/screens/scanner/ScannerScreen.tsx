import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ScannerSettings, usualScanner } from '../../../src/domain/scan/scan-burst'
import { gapFor, gapsOf } from '../../../src/domain/scan/scanner-test'
import { Panel } from '../../components/Panel'
import { QuietButton } from '../../components/QuietButton'
import { keepScannerSettings, readScannerSettings } from '../../frame/scanner-settings'
import { text } from '../../text'
import styles from './Scanner.module.css'
import { Symbols } from './Symbols'
import { Trial } from './Trial'
import { type ShownTrial, useTrial } from './use-trial'

/** Thử máy quét: what the scanner really types into this PC, what is in its way, and how to set it right. */
export function ScannerScreen() {
  const { trial, clear } = useTrial()
  const [settings, setSettings] = useState(readScannerSettings)
  const [field, setField] = useState('')
  function keep(next: ScannerSettings) {
    keepScannerSettings(next)
    setSettings(next)
  }
  return (
    <div className={styles.screen}>
      <Panel
        title={text.scanner.title}
        note={text.scanner.note}
        actions={
          trial && (
            <QuietButton isSmall onPress={clear}>
              {text.scanner.again}
            </QuietButton>
          )
        }
        scrolls
        padded
      >
        <Trial trial={trial} settings={settings} />
      </Panel>
      <div className={styles.right}>
        <Panel title={text.scanner.codes} padded scrolls>
          <Symbols />
        </Panel>
        <Panel padded>
          <Settings settings={settings} trial={trial} keep={keep} />
          <TextInput
            className={styles.field}
            label={text.scanner.field}
            autoComplete="off"
            data-testid="scanner-field"
            value={field}
            onChange={event => setField(event.currentTarget.value)}
          />
        </Panel>
      </div>
    </div>
  )
}

function Settings(props: {
  readonly settings: ScannerSettings
  readonly trial: ShownTrial | null
  readonly keep: (settings: ScannerSettings) => void
}) {
  const { settings, trial, keep } = props
  const isSilent = settings.ending === 'silence'
  const learned = trial && trial.keys.length > 3 ? gapFor(gapsOf(trial.keys)) : null
  return (
    <div className={styles.settings}>
      <p className={styles.soft} data-testid="scanner-now">
        {text.scanner.now(settings.longestGapMs, text.scanner.endings[settings.ending])}
      </p>
      <div className={styles.buttons}>
        {learned !== null && learned !== settings.longestGapMs && (
          <QuietButton
            isSmall
            onPress={() => keep({ ...settings, longestGapMs: learned })}
            testId="scanner-use-speed"
          >
            {text.scanner.setSpeed(learned)}
          </QuietButton>
        )}
        <QuietButton
          isSmall
          onPress={() => keep({ ...settings, ending: isSilent ? 'key' : 'silence' })}
          testId="scanner-ending"
        >
          {isSilent ? text.scanner.withEnter : text.scanner.noEnter}
        </QuietButton>
        <QuietButton isSmall onPress={() => keep(usualScanner)} testId="scanner-usual">
          {text.scanner.usual}
        </QuietButton>
      </div>
      <div className={styles.affixes}>
        {(['prefix', 'suffix', 'separator'] as const).map(side => (
          <TextInput
            key={side}
            label={text.scanner[side]}
            autoComplete="off"
            maxLength={10}
            value={settings[side]}
            onChange={event => keep({ ...settings, [side]: event.currentTarget.value })}
          />
        ))}
      </div>
    </div>
  )
}
