import { type AuthorityFile, chooseAuthority } from '../../../src/contract/authority-calls'
import { vietnamDayOf } from '../../../src/domain/calendar/calendar-day'
import { ErrorNotice } from '../../components/ErrorNotice'
import { formatDay } from '../../components/format'
import { QuietButton } from '../../components/QuietButton'
import { useCallMutation } from '../../data/use-call-mutation'
import { text } from '../../text'
import styles from './Link.module.css'

/** The province's own certificate authority, from the file it sent; whose it is stands there to be compared. */
export function AuthorityChoice(props: {
  readonly file: AuthorityFile | null
  readonly onChange: (file: AuthorityFile | null) => void
}) {
  const { file, onChange } = props
  const choosing = useCallMutation(chooseAuthority)
  const choose = async () => {
    const answer = await choosing.send({})
    if (answer.ok) onChange(answer.value)
  }
  const error = choosing.error?.code === 'link.nothing-chosen' ? null : choosing.error
  return (
    <fieldset className={styles.authority}>
      <legend>{text.link.joinAuthority}</legend>
      {file && (
        <div data-testid="authority-file">
          <p>
            <span aria-hidden="true">✓</span> {file.fileName}
          </p>
          {file.authorities.map(({ name, untilAt, fingerprint }) => (
            <p key={fingerprint}>
              {text.link.authority(name, formatDay(vietnamDayOf(untilAt)))}
              <small className={styles.print}>{text.link.authorityPrint(fingerprint)}</small>
            </p>
          ))}
        </div>
      )}
      {error && <ErrorNotice error={error} />}
      <div className={styles.ways}>
        <QuietButton
          isSmall
          isDisabled={choosing.isSaving}
          onPress={() => void choose()}
          testId="choose-authority"
        >
          {file ? text.link.otherAuthority : text.link.chooseAuthority}
        </QuietButton>
        {file && (
          <QuietButton isSmall onPress={() => onChange(null)}>
            {text.link.noAuthority}
          </QuietButton>
        )}
      </div>
    </fieldset>
  )
}
