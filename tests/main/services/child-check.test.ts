import { describe, expect, test } from 'vitest'
import { rebuild } from '../../../main/db/rebuild'
