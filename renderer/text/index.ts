import { readLocale } from '../theme/preferences'
import * as en from './en'
import * as vi from './vi'

/** The language of this window, chosen once at start. */
export const locale = readLocale()

/** Every sentence a user reads, by area: `text.reception.putInQueue`. */
export const text: typeof vi = locale === 'en' ? en : vi
